// lvce review status: who has not been reviewed.
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/options.h"
#include "cli/print.h"
#include "cli/review_commands.h"
#include "review/score/reviewed.h"
#include "support/files.h"
#include "support/text.h"

namespace lvce {
namespace {

/// complete, part, none; unusable where it cannot be reviewed.
const char* state_of(const ReviewedUnit& unit) {
  if (unit.rubric == nullptr || unit.levels.empty()) return "unusable";
  bool complete = true, any = false;
  for (const LevelReview& level : unit.levels) {
    complete &= level.total.has_value();
    any |= level.returned;
  }
  return complete ? "complete" : any ? "part" : "none";
}

std::string missing_words(const ReviewedUnit& unit) {
  if (unit.rubric == nullptr) return "材料或评价标准不能用";
  if (unit.levels.empty()) return "单位层级没有填，或评价标准没有规定这一层级由谁评";
  std::vector<std::string> words;
  for (const LevelReview& level : unit.levels) {
    const std::string name = level.level.empty() ? "" : level.level + "级";
    if (!level.returned) words.push_back(name + "还没有核查");
    else if (level.missing() > 0) words.push_back(name + "还差 " + std::to_string(level.missing()) + " 项");
    else if (!level.total) words.push_back(name + "有项目超过满分");
  }
  return join(words, "；");
}

std::string status_to_json(const std::vector<ReviewedUnit>& units, const Register& received) {
  using Json = nlohmann::ordered_json;
  Json list = Json::array();
  for (const ReviewedUnit& unit : units) {
    Json levels = Json::array();
    for (const LevelReview& level : unit.levels)
      levels.push_back({{"level", level.level}, {"returned", level.returned}, {"missing", level.missing()}, {"complete", level.total.has_value()}});
    list.push_back({{"unit", unit.package->about.name}, {"state", state_of(unit)}, {"levels", std::move(levels)}});
  }
  return Json{{"units", std::move(list)}, {"missing", received.missing}}.dump(2) + "\n";
}

}  // namespace

int run_review_status(const ReviewStatusOptions& options) {
  Findings findings;
  const auto received = read_register(options.folder, findings);
  if (!received) return refuse(findings, kUnusable);
  BureauStandards rubrics(data_folder(), own_standards(options.folder));
  const std::vector<ReviewedUnit> units = reviewed_units(options.folder, *received, rubrics, findings);
  std::ostream& words = options.json ? std::cerr : std::cout;
  print_findings(std::cerr, findings);
  std::size_t complete = 0;
  for (const ReviewedUnit& unit : units) {
    const std::string missing = missing_words(unit);
    complete += missing.empty() ? 1 : 0;
    if (!missing.empty()) words << unit.package->about.name << "：" << missing << "\n";
  }
  for (const std::string& unit : received->missing) words << unit << "：没有收到材料\n";
  words << "收到可核查的材料 " << units.size() << " 家，核查完成 " << complete << " 家，没有完成 " << units.size() - complete << " 家\n";
  if (options.json) std::cout << status_to_json(units, *received);
  return complete == units.size() && received->missing.empty() && !has_error(findings) ? kDone : kFindings;
}

}  // namespace lvce
