// Inside of rubric/: what is wrong in a rubric that reads well. Each rule of lint has its own function.
#pragma once

#include <filesystem>

#include "rubric/model.h"
#include "support/yaml/fields.h"

namespace lvce {

/// What every lint rule sees: the rubric, the places of its parts, and where to report.
class Lint {
 public:
  Lint(const Rubric& rubric, const ReadContext& context) : rubric_(rubric), context_(context) {}

  const Rubric& rubric() const { return rubric_; }
  void error(const std::string& path, std::string code, std::string message, std::string hint = {}) {
    add(Severity::error, path, std::move(code), std::move(message), std::move(hint));
  }
  void warn(const std::string& path, std::string code, std::string message, std::string hint = {}) {
    add(Severity::warning, path, std::move(code), std::move(message), std::move(hint));
  }
  void note(const std::string& path, std::string code, std::string message, std::string hint = {}) {
    add(Severity::note, path, std::move(code), std::move(message), std::move(hint));
  }

  /// Calls visit(indicator, item, path) for every indicator in printed order.
  template <typename Visit>
  void each_indicator(Visit visit) const {
    for (std::size_t u = 0; u < rubric_.units.size(); ++u) {
      for (std::size_t i = 0; i < rubric_.units[u].items.size(); ++i) {
        const Item& item = rubric_.units[u].items[i];
        for (std::size_t k = 0; k < item.indicators.size(); ++k) visit(item.indicators[k], item, indicator_path(u, i, k));
      }
    }
  }
  static std::string unit_path(std::size_t unit) { return "units/" + std::to_string(unit); }
  static std::string item_path(std::size_t unit, std::size_t item) { return unit_path(unit) + "/items/" + std::to_string(item); }
  static std::string indicator_path(std::size_t unit, std::size_t item, std::size_t indicator) {
    return item_path(unit, item) + "/indicators/" + std::to_string(indicator);
  }

 private:
  void add(Severity severity, const std::string& path, std::string code, std::string message, std::string hint);

  const Rubric& rubric_;
  const ReadContext& context_;
};

void lint_sums(Lint& lint);      ///< indicators → item → unit → total
void lint_ids(Lint& lint);       ///< form, order, doubles, groups, alternatives
void lint_rules(Lint& lint);     ///< each rule against its indicator's points
void lint_targets(Lint& lint);   ///< targets and gates against the rules
void lint_evidence(Lint& lint);  ///< kinds and demands
void lint_review(Lint& lint);    ///< weights, what is looked at on site, shares
void lint_open(Lint& lint);      ///< what the standard leaves open, as notes

/// The forms and the factor set that the rubric names lie below `data`.
void lint_files(Lint& lint, const std::filesystem::path& data);

/// All but lint_files.
void lint_rubric(Lint& lint);

}  // namespace lvce
