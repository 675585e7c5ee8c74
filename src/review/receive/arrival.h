// What is known of a package that has arrived: as data, from the worker that opened it to 登记.json and the sheets.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "support/points.h"

namespace lvce {

/// Something that is wrong with a package.
struct Fault {
  std::string code, where, message, hint;
};

/// A figure that the package states and that its data do not give.
struct Difference {
  std::string what;                 ///< "材料支持得分合计", "指标 2.1.1 自评得分", "2020年综合能耗（千克标准煤）"
  std::string claimed, recomputed;  ///< as they are printed; "—": none
};

struct IndicatorPoints {
  std::string id, status;
  std::optional<Points> points;  ///< nothing: the standard leaves it open
  Points claimed, supported;
};

/// Totals and verdict, of the package's own words or of ours.
struct Totals {
  std::optional<Points> claimed, supported;
  std::string verdict;  ///< as in result.json; empty: none
};

/// What a later round changed.
struct RoundChanges {
  int since = 0;                      ///< the round that it is compared with
  std::vector<std::string> files;     ///< with another digest, new or gone: "改：01 自评报告.pdf"
  std::vector<std::string> evidence;  ///< "2.1.1 增：制度汇编"
  std::vector<std::string> scores;    ///< "2.1.1 材料支持得分 0 → 2"
  bool nothing() const { return files.empty() && evidence.empty() && scores.empty(); }
};

struct Arrival {
  std::string source;  ///< path in the inbox
  std::string unit;    ///< 单位名称; where nothing could be read, what the file is called
  bool named = false;  ///< the package itself says so
  std::string rubric, level, category, credit_code;
  int year = 0;           ///< 评价年度
  std::string sha256;     ///< of its SHA256SUMS: the package's fingerprint; empty: it has none that holds
  std::string folder;     ///< where it lies: below the scratch folder first, then below the bureau's; empty: not kept
  int pages = 0;          ///< of 申报材料全本.pdf
  bool complete = false;  ///< says that nothing is missing
  int open_points = 0;    ///< findings that are errors or missing
  Totals stated, recomputed;
  std::vector<IndicatorPoints> indicators;  ///< recomputed
  std::vector<Difference> differences;
  std::vector<Fault> faults;
  std::vector<std::string> extra;  ///< files that do not belong to the package
  bool whole = false;              ///< opened, and everything against its sums
  bool readable = false;           ///< computed again

  // What the bureau makes of it.
  std::string state;   ///< ok, double, unknown, late, altered, broken
  std::string reason;  ///< why, Chinese; empty for ok
  std::string number, department, received;
  std::string due;  ///< the day by which it was to arrive; empty: none is known
  std::optional<int> named_year;
  int round = 1;
  std::optional<RoundChanges> changes;
};

nlohmann::ordered_json arrival_to_json(const Arrival& arrival);
/// Throws JsonFault where it is not as we write it.
Arrival arrival_from_json(const nlohmann::json& row);

}  // namespace lvce
