#include "assess/checks.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "assess/demands.h"
#include "support/text.h"

namespace lvce {
namespace {

std::size_t shared_prefix(const std::string& a, const std::string& b) {
  const auto mismatch = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return static_cast<std::size_t>(mismatch.first - a.begin());
}

/// The id that shares the longest beginning; of several the first printed.
std::string nearest_id(const Rubric& rubric, const std::string& id) {
  std::string best;
  std::size_t best_length = 0;
  for (const Indicator* indicator : all_indicators(rubric)) {
    const std::size_t length = shared_prefix(indicator->id, id);
    if (best.empty() || length > best_length) {
      best = indicator->id;
      best_length = length;
    }
  }
  return best;
}

/// For comparing a wording: no white space, full-width forms folded.
std::string comparable(const std::string& text) { return without_space(fold_width(text)); }

Place row_place(const std::string& file, const SelfScore& row) { return in_sheet(file, "自评", "第" + std::to_string(row.row) + "行"); }

void check_row(const Indicator& indicator, const SelfScore& row, const std::string& file, Findings& findings) {
  const Place place = row_place(file, row).of(indicator.id);
  if (!row.printed_text.empty() && comparable(row.printed_text) != comparable(indicator.text)) {
    findings.push_back(
        Finding::warning("wording-differs", place, "指标 " + indicator.id + " 的评价内容与评价标准原文不一致，以原文为准", "请勿改动评价内容一列")
            .by(row.department));
  }
  const auto points = Points::parse(trim(fold_width(row.printed_points)));
  if (!row.printed_points.empty() && indicator.points && points != indicator.points) {
    findings.push_back(
        Finding::warning("points-differ", place,
                         "指标 " + indicator.id + " 的分值写成 " + row.printed_points + "，评价标准为 " + indicator.points->text() + "，以评价标准为准",
                         "请勿改动分值一列")
            .by(row.department));
  }
}

int count_of(const TextLimit& limit, const UnitInfo& unit) {
  int characters = 0;
  for (const std::string& field : limit.fields) characters += count_characters(unit.text(field));
  return characters;
}

void check_limit(const TextLimit& limit, const Workbook& workbook, Findings& findings) {
  const int characters = count_of(limit, workbook.unit);
  const bool over = limit.max > 0 && characters > limit.max;
  const bool under = limit.min > 0 && characters > 0 && characters < limit.min;
  if (!over && !under) return;
  const std::string bound = over ? "最多 " + std::to_string(limit.max) : "至少 " + std::to_string(limit.min);
  findings.push_back(
      Finding::error(over ? "text-too-long" : "text-too-short", in_sheet(workbook.file, "单位信息", "（" + join(limit.fields, "、") + "）"),
                     limit.name + "现有 " + std::to_string(characters) + " 字，表格要求" + bound + " 字",
                     over ? "请删减到 " + std::to_string(limit.max) + " 字以内，程序不会截断" : "请补充到 " + std::to_string(limit.min) + " 字以上"));
}

/// The office section that answers for all indicators of a unit, item or group; empty where they have several.
std::string owner_of_group(const Rubric& rubric, const std::map<std::string, std::string>& owner_of_id, const std::string& group) {
  std::set<std::string> owners;
  for (const auto& [id, owner] : owner_of_id) {
    if (id.starts_with(group + ".") || id == group) owners.insert(owner);
  }
  if (owners.size() == 1) return *owners.begin();
  const auto nearest = owners.empty() ? owner_of_id.find(nearest_id(rubric, group)) : owner_of_id.end();  // a number that the rubric lacks
  return nearest == owner_of_id.end() ? "" : nearest->second;
}

/// Who answers for the consumption figures: the office section of the first `targets` indicator that counts.
std::string owner_of_targets(const std::vector<IndicatorResult>& indicators) {
  for (const IndicatorResult& result : indicators) {
    if (result.indicator->rule.kind == RuleKind::targets && result.status != Status::not_applicable) return result.owner;
  }
  return "";
}

/// The contract's sheets of figures, and cells of whatever sheets a mapping takes figures from.
bool speaks_of_consumption(const Place& place) {
  static const std::set<std::string> kSheets = {"能耗台账", "年度基数", "目标任务", "能耗明细台账", "公务用车台账", "计量器具台账", "垃圾清运台账", "折算系数"};
  static const std::set<std::string> kOthers = {"单位信息", "自评"};
  return kSheets.contains(place.sheet) || (!place.cell.empty() && !kOthers.contains(place.sheet));
}

/// What places concern: the indicator of a file, or of a cell of 自评.
class Concerns {
 public:
  explicit Concerns(const Dossier& dossier) {
    for (const EvidenceFile& file : dossier.evidence.files) {
      if (!file.indicators.empty()) of_path_.emplace(in_evidence(file.path).path, file.indicators.front());
    }
    for (const SelfScore& row : dossier.workbook.scores) {
      for (const CellPlace& cell : {row.done.place, row.claim.place, row.claim_raw.place}) {
        if (!cell.cell.empty()) of_cell_.emplace(std::pair(cell.sheet, cell.cell), row.indicator);
      }
    }
  }

  void settle(Place& place) const {
    if (!place.indicator.empty()) return;
    if (const auto file = of_path_.find(place.path); file != of_path_.end()) place.indicator = file->second;
    if (const auto cell = of_cell_.find({place.sheet, place.cell}); cell != of_cell_.end()) place.indicator = cell->second;
  }

 private:
  std::map<std::string, std::string> of_path_;
  std::map<std::pair<std::string, std::string>, std::string> of_cell_;
};

/// Who answers for what: an indicator, a file without one, the consumption figures.
class Owners {
 public:
  Owners(const Rubric& rubric, const std::vector<IndicatorResult>& indicators, const std::vector<EvidenceFile>& files)
      : of_figures_(owner_of_targets(indicators)) {
    for (const IndicatorResult& result : indicators) of_indicator_.emplace(result.indicator->id, result.owner);
    for (const EvidenceFile& file : files) {
      if (file.state != EvidenceState::unassigned || file.under.empty()) continue;
      of_path_.emplace(in_evidence(file.path).path, owner_of_group(rubric, of_indicator_, file.under));
    }
  }

  std::string owner_of(const Place& place) const {
    if (const auto found = of_indicator_.find(place.indicator); found != of_indicator_.end()) return found->second;
    if (const auto found = of_path_.find(place.path); found != of_path_.end()) return found->second;
    return speaks_of_consumption(place) ? of_figures_ : "";
  }

 private:
  std::map<std::string, std::string> of_indicator_;
  std::map<std::string, std::string> of_path_;
  std::string of_figures_;
};

/// An item that no paper needs, and that the office may have forgotten all the same.
void note_blank_item(const Workbook& workbook, const std::string& item, const std::string& code, const std::string& follows, Findings& findings) {
  if (!trim(workbook.unit.text(item)).empty()) return;
  findings.push_back(Finding::note(code, unit_item_place(workbook, item), "“" + item + "”" + follows, "请在台账“单位信息”表中填写"));
}

}  // namespace

void check_score_rows(const Rubric& rubric, const Workbook& workbook, Findings& findings) {
  for (const SelfScore& row : workbook.scores) {
    const Indicator* indicator = find_indicator(rubric, row.indicator);
    if (indicator != nullptr) {
      check_row(*indicator, row, workbook.file, findings);
      continue;
    }
    findings.push_back(Finding::error("score-row-unknown", row_place(workbook.file, row), "评价标准没有指标编号 " + row.indicator + "，这一行不计分",
                                      "最接近的编号是 " + nearest_id(rubric, row.indicator) + "，请改正编号")
                           .by(row.department));
  }
}

void check_unit(const Rubric& rubric, const Workbook& workbook, Findings& findings) {
  const std::string category = workbook.unit.text("单位类别");
  const auto& accepted = rubric.unit_categories;
  if (!accepted.empty() && !category.empty() && std::find(accepted.begin(), accepted.end(), category) == accepted.end()) {
    findings.push_back(Finding::error("unit-category-unknown", in_sheet(workbook.file, "单位信息", "（单位类别）"),
                                      "单位类别“" + category + "”不在表格规定的范围内", "请填写 " + join(accepted, " 或 ")));
  }
  if (workbook.unit.yes("合署办公") && workbook.unit.text("数据来源单位").empty()) {
    findings.push_back(Finding::warning("data-source-blank", in_sheet(workbook.file, "单位信息", "（数据来源单位）"),
                                        "合署办公的单位没有填写能耗数据由哪个单位提供", "请填写承担能源费用、提供数据的单位；由本单位自己承担的填本单位"));
  }
  for (const TextLimit& limit : rubric.limits) check_limit(limit, workbook, findings);
  note_blank_item(workbook, "填报日期", "paper-date-blank", "没有填写，各份材料的日期处留空，打印后手写", findings);
  note_blank_item(workbook, "统一社会信用代码", "credit-code-blank", "没有填写，主管部门收到材料后只能按单位名称识别", findings);
}

void assign_owners(const Rubric& rubric, const std::vector<IndicatorResult>& indicators, const Dossier& dossier, Findings& findings) {
  const Concerns concerns(dossier);
  const Owners owners(rubric, indicators, dossier.evidence.files);
  for (Finding& finding : findings) {
    concerns.settle(finding.place);
    for (Place& place : finding.places) concerns.settle(place);
    if (finding.cause) concerns.settle(finding.cause->place);
    if (finding.owner.empty()) finding.owner = owners.owner_of(finding.place);
  }
}

}  // namespace lvce
