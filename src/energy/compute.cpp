// From ledger and factor set to the report: every year of the ledger, then the targets.
#include <algorithm>

#include "energy/carriers.h"
#include "energy/factor_file.h"
#include "energy/places.h"
#include "energy/targets.h"
#include "energy/year_figures.h"
#include "energy/year_quantities.h"
#include "office/own_ledgers.h"
#include "support/text.h"

namespace lvce {
namespace {

const YearBase* base_of(const Workbook& workbook, int year) {
  const auto found = std::find_if(workbook.bases.begin(), workbook.bases.end(), [&](const YearBase& base) { return base.year == year; });
  return found == workbook.bases.end() ? nullptr : &*found;
}

using Quantities = std::map<int, std::map<Carrier, CarrierYear>>;

const CarrierYear* heat_in(const Quantities& quantities, int year) {
  const auto found = quantities.find(year);
  if (found == quantities.end()) return nullptr;
  const auto heat = found->second.find(Carrier::heat);
  return heat == found->second.end() ? nullptr : &heat->second;
}

bool is_zero(const CarrierYear& figures) { return figures.quantity && figures.quantity->is_zero(); }

bool has_metered_heat(const Quantities& quantities, int year) {
  const CarrierYear* heat = heat_in(quantities, year);
  return heat != nullptr && heat->used && !is_zero(*heat);
}

bool says_no_heat(const Quantities& quantities, int year) {
  const CarrierYear* heat = heat_in(quantities, year);
  return heat != nullptr && heat->used && is_zero(*heat);
}

/// Which figure stands for the heat of a year. Metered heat and an estimate by floor area never stand together, in a year or in a comparison.
class HeatBases {
 public:
  HeatBases(const Workbook& workbook, const Quantities& quantities, const Years& years, Findings& findings)
      : workbook_(workbook), quantities_(quantities), years_(years) {
    by_area_ = workbook.unit.text("供热计量") == "按面积";
    const bool compared = has_metered_heat(quantities, years.energy) || has_metered_heat(quantities, years.base);
    if (by_area_) tell_estimate(compared, findings);
    by_area_ = by_area_ && !compared;
    ask_other_year(findings);
  }

  HeatBasis of(int year) const {
    if (year == unknown_) return HeatBasis::unknown;
    return by_area_ && !has_metered_heat(quantities_, year) ? HeatBasis::by_area : HeatBasis::metered;
  }

 private:
  void tell_estimate(bool compared, Findings& findings) const {
    const Place place = unit_item_place(workbook_, "供热计量");
    if (compared)
      findings.push_back(Finding::warning("area-heat-ignored", place, "供热计量填“按面积”，但台账有热力计量数据，只按计量数据计算，不再按面积估算",
                                          "供热计量改为“按热量”，或核对热力一列"));
    else
      findings.push_back(
          Finding::warning("area-heat-estimated", place, "按面积供热的能耗和碳排放是估算值，折算系数的含义未经确认", "有热力计量数据的，填入台账“热力”列"));
  }

  /// Metered heat in one of the two compared years only: the other's was billed otherwise, or left out. 0 says that there was none.
  void ask_other_year(Findings& findings) {
    if (years_.energy == years_.base || years_.energy == 0) return;
    const bool now = has_metered_heat(quantities_, years_.energy), before = has_metered_heat(quantities_, years_.base);
    const int other = now ? years_.base : years_.energy;
    if (now == before || says_no_heat(quantities_, other) || !quantities_.contains(other)) return;
    unknown_ = other;
    findings.push_back(Finding::missing(
        "heat-one-year-only", year_place(workbook_, Carrier::heat, other),
        "热力只有" + std::to_string(now ? years_.energy : years_.base) + "年有数据，" + std::to_string(other) + "年没有填，该年度的合计和下降率无法计算",
        "补填" + std::to_string(other) + "年的热力；该年度确实没有用热的，各月填0" +
            (workbook_.by_mapping.contains(kLedgerSheet) ? "，并列入 " + workbook_.mapping : "")));
  }

  const Workbook& workbook_;
  const Quantities& quantities_;
  const Years& years_;
  bool by_area_ = false;
  int unknown_ = -1;
};

void report_absent_years(const Workbook& workbook, const Quantities& quantities, const Years& years, Findings& findings) {
  if (!workbook.has_ledger_sheet) return;  // the reader has said so
  for (const int year : {years.energy, years.base}) {
    const auto found = quantities.find(year);
    const bool any = found != quantities.end() && std::any_of(found->second.begin(), found->second.end(), [](const auto& entry) { return entry.second.used; });
    if (any || year == 0) continue;
    findings.push_back(
        Finding::missing("ledger-year-missing", ledger_year_place(workbook, year), std::to_string(year) + "年没有能耗数据，该年度无法计算",
                         workbook.by_mapping.contains(kLedgerSheet)
                             ? "在 " + workbook.mapping + " 里照已有的行加上该年度的；或把该年度的台账放进“能耗”文件夹，再运行 lvce map，核对后换用新的映射"
                             : "补填该年度 12 个月或全年的用量；" + own_ledgers_hint(workbook.waiting_mapping)));
    if (years.energy == years.base) break;
  }
  const auto form = quantities.find(years.form);
  const bool known = years.form == years.energy || years.form == years.base || (form != quantities.end() && !form->second.empty());
  if (!known && !workbook.unit.text("备案表年度").empty())
    findings.push_back(Finding::missing("ledger-year-missing", ledger_year_place(workbook, years.form),
                                        "备案表年度 " + std::to_string(years.form) + " 年没有能耗数据，备案表里的数字是空的",
                                        "核对“单位信息”的备案表年度，或补填该年度的用量"));
}

void fill_all_carriers(std::map<Carrier, CarrierYear>& carriers) {
  for (const Carrier carrier : all_carriers()) carriers.try_emplace(carrier);
}

}  // namespace

EnergyReport compute_energy(const Rubric& rubric, const Workbook& workbook, const FactorSet& factors, const Years& years, Findings& findings) {
  EnergyReport report;
  report.factors = factors;
  report.energy_year = years.energy;
  report.base_year = years.base;
  Quantities quantities = collect_quantities(workbook, factors, years, findings);
  report_absent_years(workbook, quantities, years, findings);
  const HeatBases heat(workbook, quantities, years, findings);
  std::map<int, HeatBasis> basis;  // before the quantities go into the report
  for (const auto& [number, carriers] : quantities) basis[number] = heat.of(number);
  for (auto& [number, carriers] : quantities) {
    YearFigures& year = report.years[number];
    year.year = number;
    year.carriers = std::move(carriers);
    fill_all_carriers(year.carriers);
    const bool needed = number == years.energy || number == years.base;
    compute_year(rubric, workbook, factors, base_of(workbook, number), needed, basis[number], year, findings);
  }
  report.targets = judge_targets(rubric, workbook, report, findings);
  report.rest = look_ahead(rubric, workbook, report, years, findings);
  return report;
}

void compare_with_other_set(const std::filesystem::path& data, const Rubric& rubric, const Workbook& workbook, const Years& years, EnergyReport& report,
                            Findings& findings) {
  const std::string asked = trim(fold_width(workbook.unit.text("对照系数集")));
  if (asked.empty() || asked == report.factors.id) return;
  Rubric other_rubric = rubric;
  other_rubric.factor_set = asked;
  Findings silent;  // the other set's own doubts stand in its remarks; the ledger's have been said
  const FactorSet factors = load_factors(data, other_rubric, workbook, years, silent);
  if (factors.id.empty()) {
    findings.push_back(Finding::error("factor-set-unknown", unit_item_place(workbook, "对照系数集"), "没有名为“" + asked + "”的系数集，未作对照",
                                      "可用 " + join(factor_sets(data), " 或 ")));
    return;
  }
  const EnergyReport other = compute_energy(rubric, workbook, factors, years, silent);
  report.other = OtherResult{factors.id, factors.title, factors.remarks, other.targets, other.years};
}

}  // namespace lvce
