#include "energy/targets.h"

#include <algorithm>
#include <set>

namespace lvce {
namespace {

using Maybe = std::optional<Decimal>;

using Sheets = std::set<std::string>;

/// 能耗台账 as the office calls it: a mapping reads other sheets.
Sheets sheets_of_ledger(const Workbook& workbook) {
  Sheets sheets = {"能耗台账"};
  for (const LedgerRow& row : workbook.ledger.rows) {
    sheets.insert(row.month_place.sheet);
    for (const auto& [carrier, quantity] : row.quantities) sheets.insert(quantity.place.sheet);
  }
  sheets.erase("");
  return sheets;
}

Sheets sheets_of_bases(const Workbook& workbook) {
  Sheets sheets = {"年度基数"};
  for (const YearBase& base : workbook.bases) sheets.insert({base.year_place.sheet, base.area_m2.place.sheet, base.energy_users.place.sheet});
  sheets.erase("");
  return sheets;
}

const AssignedTarget* assigned(const Workbook& workbook, const std::string& metric) {
  const auto found = std::find_if(workbook.targets.begin(), workbook.targets.end(), [&](const AssignedTarget& row) { return row.metric == metric; });
  return found == workbook.targets.end() ? nullptr : &*found;
}

Maybe value_in(const EnergyReport& report, int year, const std::string& metric) {
  const auto figures = report.years.find(year);
  return figures == report.years.end() ? std::nullopt : metric_value(figures->second, metric);
}

class Judge {
 public:
  Judge(const Rubric& rubric, const Workbook& workbook, const EnergyReport& report, Findings& findings)
      : rubric_(rubric), workbook_(workbook), report_(report), quota_allowed_(rubric_allows_quota(rubric)), findings_(findings) {}

  TargetResult judge(const Target& target) {
    TargetResult out;
    out.metric = target.metric;
    out.required_pct = target.required_pct;
    const AssignedTarget* row = assigned(workbook_, target.metric);
    const bool broken = row != nullptr && take_assigned(*row, out);
    out.base = value_in(report_, report_.base_year, target.metric);
    out.actual = value_in(report_, report_.energy_year, target.metric);
    if (out.base && out.actual) {
      if (const auto ratio = (*out.actual - *out.base).divided_by(*out.base)) out.change_pct = *ratio * Decimal(100);
    }
    decide(out);
    if (out.met == Met::unknown) explain(out, broken);
    return out;
  }

 private:
  /// True when a cell of the row is broken.
  bool take_assigned(const AssignedTarget& row, TargetResult& out) {
    if (row.required_pct.value && row.required_pct.value->is_negative()) {
      say("target-negative", Severity::error, place_of(row.required_pct, row.metric), row.metric + "的下降率要求是负数",
          "下降率要求填正数，例如 1.4 表示下降 1.4%");
      out.required_pct.reset();
      return true;
    }
    if (row.required_pct.value || row.required_pct.broken) out.required_pct = row.required_pct.value;
    out.quota = row.quota.value;
    const bool broken = row.required_pct.broken || row.quota.broken;
    if (broken) out.required_pct = out.quota = std::nullopt;  // whatever the other cell says
    return broken;
  }

  void decide(TargetResult& out) const {
    const bool by_quota = quota_allowed_ && is_energy_metric(out.metric) && out.quota;
    const bool by_fall = out.required_pct && out.change_pct;
    Maybe enough;
    if (out.required_pct && out.base) enough = *out.base * (Decimal(1) - *out.required_pct * *Decimal::parse("0.01"));
    out.enough_by_quota = by_quota && (!enough || *out.quota > *enough);
    out.enough = out.enough_by_quota ? out.quota : enough;
    measure_gap(out);
    if (by_fall && *out.change_pct <= -*out.required_pct) {
      out.met = Met::yes;
    } else if (by_quota && out.actual && *out.actual <= *out.quota) {
      out.met = Met::yes;
      out.met_by_quota = true;
      out.why = "不高于定额值 " + out.quota->shortest() + " " + metric_unit(out.metric);
    } else if (by_fall || (by_quota && out.actual && !out.required_pct)) {
      out.met = Met::no;
    }
  }

  /// The gap per head or per m², and of the whole office.
  void measure_gap(TargetResult& out) const {
    if (!out.actual || !out.enough || (out.base && out.base->is_zero())) return;
    out.gap = *out.actual - *out.enough;
    const auto year = report_.years.find(report_.energy_year);
    const Maybe divisor = year == report_.years.end() ? std::nullopt : metric_divisor(rubric_, year->second, out.metric);
    if (!divisor) return;
    static const Decimal kThousandth = *Decimal::parse("0.001");
    const Decimal total = *out.gap * *divisor;
    out.gap_unit = is_energy_metric(out.metric) ? "吨标准煤" : out.metric == kPerCapitaWater ? "立方米" : "吨二氧化碳";
    out.gap_total = out.metric == kPerCapitaWater ? total : total * kThousandth;
    const auto electricity = report_.factors.coal.find(Carrier::electricity);
    if (is_energy_metric(out.metric) && electricity != report_.factors.coal.end()) out.gap_kwh = total.divided_by(electricity->second.value);
  }

  void explain(TargetResult& out, bool broken) {
    const std::string energy = std::to_string(report_.energy_year) + "年";
    const std::string base = std::to_string(report_.base_year) + "年";
    std::string hint = "补齐该年度的台账和年度基数";
    const char* code = "target-not-computable";
    if (report_.energy_year == 0) {
      out.why = "评价年度未定，能耗年度无从确定";
      hint = "先填写“评价年度”";
    } else if (broken) {
      out.why = "目标任务中该指标的单元格有误";
      hint = "更正“目标任务”中的数值";
    } else if (!out.actual) {
      out.why = energy + out.metric + "无法计算";
    } else if (!out.required_pct) {
      code = "target-not-assigned";
      out.why = "未填上级下达的下降率要求";
      hint = "在“目标任务”中填写“" + out.metric + "”的下降率要求" + (quota_allowed_ && is_energy_metric(out.metric) ? "或定额值" : "");
    } else if (!out.base) {
      out.why = base + out.metric + "无法计算";
    } else {
      out.why = base + out.metric + "为 0，无法计算下降率";
      hint = "核对" + base + "的台账";
    }
    const bool of_figures = report_.energy_year != 0 && !broken && (!out.actual || (out.required_pct && !out.base));
    const auto cause = of_figures ? told_of_figures(out.metric, out.actual ? report_.base_year : report_.energy_year)
                       : broken   ? told_of_row(out.metric)
                                  : std::nullopt;
    findings_.push_back(Finding::of(of_figures && cause ? Severity::note : Severity::missing, code, in_sheet(workbook_.file, "目标任务", out.metric),
                                    out.metric + "是否完成无法判断：" + out.why, hint)
                            .following(cause));
    out.told = findings_.back().key();
  }

  /// A fault of the ledger or of the base figures has a finding of its own; what follows from it is no second fault.
  std::optional<FindingKey> told_of_figures(const std::string& metric, int year) const {
    const auto of_ledger = told_in(sheets_of_ledger(workbook_)), of_bases = told_in(sheets_of_bases(workbook_));
    const bool by_divisor = total_is_known(metric, year) ? of_bases.has_value() : !of_ledger;
    return by_divisor ? of_bases : of_ledger;
  }

  /// What is divided is there: then the divisor is not.
  bool total_is_known(const std::string& metric, int number) const {
    const auto found = report_.years.find(number);
    if (found == report_.years.end()) return false;
    const YearFigures& year = found->second;
    if (metric == kPerCapitaWater) return year.water_m3.has_value();
    return (is_energy_metric(metric) ? year.building_kgce : year.building_carbon_t).has_value();
  }

  std::optional<FindingKey> told_in(const Sheets& sheets) const {
    return first_told([&](const Place& place) { return sheets.contains(place.sheet); });
  }

  /// The broken cell of 目标任务.
  std::optional<FindingKey> told_of_row(const std::string& metric) const {
    const AssignedTarget* row = assigned(workbook_, metric);
    if (row == nullptr) return std::nullopt;
    const auto is = [&](const Given<Decimal>& cell, const Place& place) { return !cell.place.cell.empty() && place == cell.place.in(workbook_.file); };
    return first_told([&](const Place& place) { return is(row->required_pct, place) || is(row->quota, place); });
  }

  template <typename Where>
  std::optional<FindingKey> first_told(Where where) const {
    const auto found = std::find_if(findings_.begin(), findings_.end(),
                                    [&](const Finding& finding) { return is_blocking(finding.severity) && where(finding.place); });
    return found == findings_.end() ? std::nullopt : std::optional(found->key());
  }

  Place place_of(const Given<Decimal>& cell, const std::string& metric) const {
    return cell.place.cell.empty() ? in_sheet(workbook_.file, "目标任务", metric) : cell.place.in(workbook_.file);
  }

  void say(const char* code, Severity severity, Place place, std::string message, std::string hint) {
    findings_.push_back(Finding::of(severity, code, std::move(place), std::move(message), std::move(hint)));
  }

  const Rubric& rubric_;
  const Workbook& workbook_;
  const EnergyReport& report_;
  bool quota_allowed_;
  Findings& findings_;
};

}  // namespace

std::optional<Decimal> metric_value(const YearFigures& year, const std::string& metric) {
  if (metric == kPerCapitaEnergy) return year.per_capita_kgce;
  if (metric == kPerAreaEnergy) return year.per_area_kgce;
  if (metric == kPerAreaCarbon) return year.per_area_carbon_kg;
  if (metric == kPerCapitaWater) return year.per_capita_water_m3;
  return std::nullopt;
}

std::string metric_unit(const std::string& metric) {
  if (metric == kPerCapitaEnergy) return "千克标准煤/人";
  if (metric == kPerAreaEnergy) return "千克标准煤/平方米";
  if (metric == kPerAreaCarbon) return "千克二氧化碳/平方米";
  if (metric == kPerCapitaWater) return "立方米/人";
  return "";
}

bool is_energy_metric(const std::string& metric) { return metric == kPerCapitaEnergy || metric == kPerAreaEnergy; }

bool rubric_allows_quota(const Rubric& rubric) {
  const auto indicators = all_indicators(rubric);
  return std::any_of(indicators.begin(), indicators.end(),
                     [](const Indicator* indicator) { return indicator->rule.kind == RuleKind::targets && indicator->rule.quota_alternative; });
}

std::optional<Decimal> metric_divisor(const Rubric& rubric, const YearFigures& year, const std::string& metric) {
  if (metric == kPerCapitaEnergy) return year.energy_users;
  if (metric == kPerCapitaWater) return rubric.water == WaterDenominator::water_users ? year.water_users : year.energy_users;
  return year.area_m2;
}

namespace {

/// Every energy metric is within its quota, and the rubric takes that for the whole.
bool quota_is_enough(const Rubric& rubric, const std::vector<TargetResult>& results) {
  if (!rubric_allows_quota(rubric)) return false;
  bool any = false;
  for (const TargetResult& result : results) {
    if (!is_energy_metric(result.metric)) continue;
    if (!result.quota || !result.actual || *result.actual > *result.quota) return false;
    any = true;
  }
  return any;
}

}  // namespace

std::vector<TargetResult> judge_targets(const Rubric& rubric, const Workbook& workbook, const EnergyReport& report, Findings& findings) {
  Judge judge(rubric, workbook, report, findings);
  std::vector<TargetResult> out;
  const std::size_t before = findings.size();
  for (const Target& target : rubric.targets) out.push_back(judge.judge(target));
  if (quota_is_enough(rubric, out)) {  // what is not assigned is not missing then
    findings.erase(std::remove_if(findings.begin() + static_cast<std::ptrdiff_t>(before), findings.end(),
                                  [](const Finding& finding) { return finding.code == "target-not-assigned"; }),
                   findings.end());
    for (TargetResult& result : out)
      if (result.told && result.told->code == "target-not-assigned") result.told.reset();
  }
  return out;
}

}  // namespace lvce
