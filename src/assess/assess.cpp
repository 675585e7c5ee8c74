#include "assess/assess.h"

#include <algorithm>

#include "assess/branches.h"
#include "assess/checks.h"
#include "assess/gates.h"
#include "assess/late_dates.h"
#include "assess/lost_points.h"
#include "assess/scan_doubts.h"
#include "assess/score.h"
#include "support/unseen.h"

namespace lvce {
namespace {

std::vector<std::size_t> files_of(const EvidenceFolder& folder, const std::string& id) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < folder.files.size(); ++i) {
    const EvidenceFile& file = folder.files[i];
    const bool assigned = std::find(file.indicators.begin(), file.indicators.end(), id) != file.indicators.end();
    if (assigned && file.state != EvidenceState::unassigned && file.state != EvidenceState::auxiliary) out.push_back(i);
  }
  return out;
}

IndicatorResult start_result(const Indicator& indicator, const Dossier& dossier) {
  IndicatorResult result;
  result.indicator = &indicator;
  result.stated = find_score(dossier.workbook, indicator.id);
  if (result.stated != nullptr) result.owner = visible(result.stated->department);
  result.evidence = files_of(dossier.evidence, indicator.id);
  return result;
}

/// Cuts the supported points of an item's indicators, in printed order, so that they do not exceed the item's maximum.
void cap_item(const Item& item, std::vector<IndicatorResult*>& results) {
  Points left = item.points;
  for (IndicatorResult* result : results) {
    result->supported = std::min(result->supported, left);
    left = left - result->supported;
  }
}

void check_item_claim(const Item& item, const ItemTotal& total, const std::string& file, Findings& findings) {
  if (total.claimed <= item.points) return;
  findings.push_back(Finding::error("claim-over-item", in_sheet(file, "自评"),
                                    "评价项目 " + item.id + " " + item.name + " 自评得分合计 " + total.claimed.text() + "，超过满分 " + item.points.text(),
                                    "请核对该项目各指标的自评得分"));
}

void score_item(const Item& item, Assessment& out, Dossier& dossier, const std::map<std::string, Taken>& taken, const ScoreContext& context) {
  std::vector<IndicatorResult> results;
  for (const Indicator& indicator : item.indicators) {
    IndicatorResult result = start_result(indicator, dossier);
    const auto found = taken.find(indicator.id);
    score_indicator(result, found == taken.end() ? Taken::yes : found->second, item.points, dossier.evidence.files, context, out.findings);
    results.push_back(std::move(result));
  }
  std::vector<IndicatorResult*> counted;
  for (IndicatorResult& result : results) counted.push_back(&result);
  cap_item(item, counted);
  ItemTotal total{item.id, Points(), Points()};
  for (const IndicatorResult& result : results) {
    total.claimed += result.claimed;
    total.supported += result.supported;
  }
  check_item_claim(item, total, dossier.workbook.file, out.findings);
  out.items.push_back(total);
  std::move(results.begin(), results.end(), std::back_inserter(out.indicators));
}

void score_units(const Rubric& rubric, Assessment& out, Dossier& dossier, const std::map<std::string, Taken>& taken, const ScoreContext& context) {
  for (const Unit& unit : rubric.units) {
    ItemTotal total{unit.id, Points(), Points()};
    for (const Item& item : unit.items) {
      score_item(item, out, dossier, taken, context);
      total.claimed += out.items.back().claimed;
      total.supported += out.items.back().supported;
    }
    out.units.push_back(total);
    out.claimed += total.claimed;
    out.supported += total.supported;
  }
}

}  // namespace

std::string_view status_name(Status status) {
  switch (status) {
    case Status::not_applicable: return "not_applicable";
    case Status::assessor: return "assessor";
    case Status::computed: return "computed";
    case Status::missing: return "missing";
    case Status::defective: return "defective";
    case Status::complete: return "complete";
  }
  return "";
}

namespace {

std::string_view label_of_complete(const IndicatorResult& result) {
  if (result.claimed == Points()) return "未申报";
  if (result.supported == result.claimed) return "齐全";
  return result.evidence_points && *result.evidence_points < result.claimed ? "材料不足" : "自评偏高";
}

}  // namespace

Points lost_points(const IndicatorResult& result) {
  const Points most = result.indicator->points.value_or(result.claimed);
  return result.status == Status::not_applicable || most <= result.supported ? Points() : most - result.supported;
}

std::string_view status_label(const IndicatorResult& result) {
  switch (result.status) {
    case Status::not_applicable: return "不适用";
    case Status::assessor: return "由主管部门评价";
    case Status::computed: return "程序计算";
    case Status::missing: return "缺项";
    case Status::defective: return "有问题";
    case Status::complete: return label_of_complete(result);
  }
  return "";
}

Assessment assess(const Rubric& rubric, Dossier& dossier, EnergyReport energy, Years years, Findings so_far) {
  Assessment out;
  out.rubric = &rubric;
  out.dossier = &dossier;
  out.energy = std::move(energy);
  out.years = years;
  out.paper_date = dossier.workbook.unit.text("填报日期");
  out.findings = std::move(so_far);
  check_unit(rubric, dossier.workbook, out.findings);
  check_score_rows(rubric, dossier.workbook, out.findings);
  const auto taken = decide_branches(rubric, dossier.workbook, out.findings);
  const auto no_evidence = dossier.evidence.exists ? std::nullopt : std::optional(FindingKey{EvidenceFolder::kAbsent, in_evidence("")});
  const ScoreContext context{{rubric, dossier.workbook.unit, years, no_evidence}, dossier.workbook.file, out.energy.targets};
  score_units(rubric, out, dossier, taken, context);
  doubt_scans(dossier, out.findings);
  note_later_dates(dossier, out.paper_date, out.findings);
  judge_gates(out);
  out.verdict = verdict_of(rubric, out.gates);
  assign_owners(rubric, out.indicators, dossier, out.findings);
  arrange_for_reader(out.findings);
  return out;
}

void add_findings(Assessment& assessment, Findings later) {
  assign_owners(*assessment.rubric, assessment.indicators, *assessment.dossier, later);
  append(assessment.findings, std::move(later));
  arrange_for_reader(assessment.findings);
}

}  // namespace lvce
