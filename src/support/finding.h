// What the clerk must know: one finding a line, where — what — what to do. Expected failures are findings, not exceptions.
// What its words hold of a stranger's text is made visible (unseen.h) as the finding is made.
//
// A finding keeps its facts as values: nothing is read back out of its words. Adding one needs its code, its place and its words:
//   findings.push_back(Finding::error("cell-negative", in_cell(file, sheet, "C5"), "…", "…").by(owner));
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/place.h"
#include "support/points.h"

namespace lvce {

enum class Severity { error, missing, warning, note };

/// "error", "missing", "warning", "note": as in result.json.
std::string_view severity_name(Severity severity);
/// "错误", "缺项", "提醒", "说明": as people read it.
std::string_view severity_label(Severity severity);
/// An error or something missing: the material is not complete (材料未齐全).
bool is_blocking(Severity severity);

/// Stands for the office section where none is known.
inline constexpr const char* kNoOwner = "未指定责任科室";

/// Names a finding wherever the lists are sorted or joined: the first of this code at this place.
struct FindingKey {
  std::string code;
  Place place;
  bool operator==(const FindingKey&) const = default;
};

struct Finding {
  static Finding error(std::string code, Place place, const std::string& message, const std::string& hint = {});
  static Finding missing(std::string code, Place place, const std::string& message, const std::string& hint = {});
  static Finding warning(std::string code, Place place, const std::string& message, const std::string& hint = {});
  static Finding note(std::string code, Place place, const std::string& message, const std::string& hint = {});
  /// Where the severity is decided by the case.
  static Finding of(Severity severity, std::string code, Place place, const std::string& message, const std::string& hint = {});
  Finding() = default;

  /// The same finding with …
  Finding by(const std::string& section) &&;             ///< its owner
  Finding costing(std::optional<Points> lost) &&;        ///< the points that it costs; 0 and less are none
  Finding following(std::optional<FindingKey> from) &&;  ///< the finding that it follows from
  Finding at_all(std::vector<Place> all) &&;             ///< the many places that it is about
  FindingKey key() const { return {code, place}; }

  std::string code;  ///< stable, kebab-case, documented in docs/findings.md: "cell-not-a-number"
  Severity severity = Severity::note;
  Place place;
  std::string message;  ///< what, in Chinese, without a full stop
  std::string hint;     ///< what to do, in Chinese; may be empty for notes
  std::string owner;    ///< 责任科室 of the indicator, when one is known
  std::string answer;   ///< the office's own explanation (核对说明); empty: none given
  /// What it costs in 材料支持得分. Several findings that stand in the way of the same points of an indicator each name them.
  std::optional<Points> points;
  std::optional<FindingKey> cause;
  std::vector<Place> places;  ///< where one finding speaks for many; empty: its own place only

  std::size_t count() const { return places.empty() ? 1 : places.size(); }
  /// Its place, or its places, the first three by name.
  std::string where() const;
  bool is_about(const Place& asked) const;
  /// `message`, with the office's answer behind it.
  std::string told() const;
};

using Findings = std::vector<Finding>;

void append(Findings& to, Findings more);

/// As it is read: what costs most points first, then by severity (errors, what is missing, warnings, notes), then by place. What is said in the same
/// words of many places becomes one finding with all of them.
void arrange_for_reader(Findings& findings);

/// True when no finding is an error or missing.
bool is_complete(const Findings& findings);
bool has_error(const Findings& findings);

/// What was found in 佐证材料 is said of another folder, wherever the findings name it.
void move_evidence(Findings& findings, const std::string& folder);

/// Where in the list the finding is that this one follows from.
std::optional<std::size_t> index_of_cause(const Findings& findings, const Finding& finding);

}  // namespace lvce
