// Early warning: what the months that are left of the running year may be at most.
#include <algorithm>

#include "energy/carriers.h"
#include "energy/month_list.h"
#include "energy/places.h"
#include "energy/targets.h"
#include "office/carriers.h"
#include "support/text.h"

namespace lvce {
namespace {

using Maybe = std::optional<Decimal>;
using Share = Maybe (*)(const EnergyReport&, Carrier, const Decimal&);

Maybe water_of(const EnergyReport&, Carrier carrier, const Decimal& quantity) { return carrier == Carrier::water ? Maybe(quantity) : Maybe(Decimal()); }

Maybe signed_product(Carrier carrier, const Decimal& quantity, const std::map<Carrier, Factor>& factors) {
  const auto factor = factors.find(carrier);
  if (factor == factors.end()) return std::nullopt;
  return quantity * factor->second.value * Decimal(facts_of(carrier).sign);
}

Maybe coal_of(const EnergyReport& report, Carrier carrier, const Decimal& quantity) {
  const Maybe kgce = signed_product(carrier, quantity, report.factors.coal);
  const auto multiplier = report.factors.multiplier.find(carrier);
  return kgce && multiplier != report.factors.multiplier.end() ? Maybe(*kgce * multiplier->second) : kgce;
}

Maybe carbon_of(const EnergyReport& report, Carrier carrier, const Decimal& quantity) { return signed_product(carrier, quantity, report.factors.carbon); }

struct Metric {
  Share share;
  bool water = false;
  bool without_vehicles = false;
  Decimal per = 1;  ///< metric units in one of `unit`: kg in a tonne of CO2
  const char* unit = "";
};

Metric metric_of(const FactorSet& factors, const std::string& name) {
  if (name == kPerCapitaWater) return {water_of, true, false, 1, "立方米"};
  if (name == kPerAreaCarbon) return {carbon_of, false, !factors.area_carbon_with_vehicles, 1000, "吨二氧化碳"};
  return {coal_of, false, name == kPerAreaEnergy, 1, "千克标准煤"};
}

/// Carriers that the metric adds, with the sign of each: official vehicles' part is taken off where the metric leaves it out.
std::vector<std::pair<Carrier, int>> parts_of(const Metric& metric) {
  std::vector<std::pair<Carrier, int>> out;
  if (metric.water) return {{Carrier::water, 1}};
  for (const Carrier carrier : all_carriers()) {
    if (counts_in_total(carrier)) out.emplace_back(carrier, 1);
  }
  if (!metric.without_vehicles) return out;
  for (const VehicleFuel& vehicles : kVehicleFuels) out.emplace_back(vehicles.official, -1);
  return out;
}

Maybe month_of(const CarrierYear& figures, int month) {
  for (const auto& [number, quantity] : figures.months) {
    if (number == month) return quantity;
  }
  return std::nullopt;
}

/// The metric's consumption in a month; nothing where a carrier that the year uses has no figure.
Maybe consumption(const EnergyReport& report, const Metric& metric, const YearFigures& year, int month) {
  Decimal sum;
  bool any = false;
  for (const auto& [carrier, sign] : parts_of(metric)) {
    const CarrierYear& figures = year.carriers.at(carrier);
    if (!figures.used) continue;
    const Maybe quantity = month_of(figures, month);
    const Maybe share = quantity ? (quantity->is_zero() ? quantity : metric.share(report, carrier, *quantity)) : std::nullopt;
    if (!share) return std::nullopt;
    sum += *share * Decimal(sign);
    any = true;
  }
  return any ? Maybe(sum) : std::nullopt;
}

class LookAhead {
 public:
  LookAhead(const Rubric& rubric, const EnergyReport& report) : rubric_(rubric), report_(report) {}

  /// Nothing when the year is whole, empty, or has nothing to be compared with.
  std::optional<RestOfYear> look(const TargetResult& target, const YearFigures& year, const YearFigures& base) const {
    const Metric metric = metric_of(report_.factors, target.metric);
    const Maybe before = metric_value(base, target.metric);
    if (!target.required_pct || !before || (metric.without_vehicles && !vehicles_known(year, base))) return std::nullopt;
    RestOfYear out;
    out.metric = target.metric;
    out.year = year.year;
    out.base = base.year;
    out.required_pct = *target.required_pct;
    out.unit = metric.unit;
    if (!add_months(metric, year, base, out)) return std::nullopt;
    if (const Maybe heat = area_heat_of(metric, year, base)) out.used += *heat;
    const Maybe own = metric_divisor(rubric_, year, target.metric);
    const Maybe divisor = own && !own->is_zero() ? own : metric_divisor(rubric_, base, target.metric);
    out.bases_of_base_year = !own || own->is_zero();
    Decimal limit = *before * (Decimal(1) - *target.required_pct * *Decimal::parse("0.01"));
    if (rubric_allows_quota(rubric_) && is_energy_metric(target.metric) && target.quota && *target.quota > limit) limit = *(out.quota = target.quota);
    out.allowed = *(limit * *divisor).divided_by(metric.per);
    out.rest = out.allowed - out.used;
    return out;
  }

 private:
  /// Heat billed by floor area is an estimate of the whole year: all of it counts as used. Where the running year's area is not given, the base year's.
  static Maybe area_heat_of(const Metric& metric, const YearFigures& year, const YearFigures& base) {
    if (metric.water) return std::nullopt;
    const auto figure = metric.share == carbon_of ? &YearFigures::area_heat_carbon_t : &YearFigures::area_heat_kgce;
    return year.*figure ? year.*figure : base.*figure;
  }

  /// Official vehicles' fuel is given wherever fuel is, or there are none.
  static bool vehicles_known(const YearFigures& year, const YearFigures& base) {
    const Maybe& vehicles = year.official_vehicles ? year.official_vehicles : base.official_vehicles;
    if (vehicles && vehicles->is_zero()) return true;
    const auto used = [&](Carrier carrier) { return year.carriers.at(carrier).used; };
    return std::all_of(kVehicleFuels.begin(), kVehicleFuels.end(), [&](const VehicleFuel& one) { return !used(one.fuel) || used(one.official); });
  }

  /// False when there is nothing to warn of.
  bool add_months(const Metric& metric, const YearFigures& year, const YearFigures& base, RestOfYear& out) const {
    Decimal base_rest;
    bool base_known = true;
    for (int month = 1; month <= 12; ++month) {
      if (const Maybe used = consumption(report_, metric, year, month)) {
        out.used += *used;
        continue;
      }
      out.months_left.push_back(month);
      const Maybe before = consumption(report_, metric, base, month);
      base_known = base_known && before;
      if (before) base_rest += *before;
    }
    if (base_known) out.base_rest = base_rest;
    return !out.months_left.empty() && out.months_left.size() < 12;
  }

  const Rubric& rubric_;
  const EnergyReport& report_;
};

Finding finding_of(const Workbook& workbook, const RestOfYear& rest, bool area_heat) {
  const std::string months = month_list(rest.months_left);
  std::string message = std::to_string(rest.year) + "年" + rest.metric +
                        (rest.quota ? "不超过定额值" : "比" + std::to_string(rest.base) + "年下降 " + rest.required_pct.shortest() + "%") + "，全年最多 " +
                        rest.allowed.grouped(2) + " " + rest.unit + "，已用 " + rest.used.grouped(2) +
                        (area_heat && rest.metric != kPerCapitaWater ? "（含按面积计供热全年数）" : "") + "，" + months;
  const bool exceeded = rest.rest.is_negative();
  message += exceeded ? "未用已超出 " + rest.rest.abs().grouped(2) : "最多还可用 " + rest.rest.grouped(2);
  if (rest.base_rest) message += "（上年同期 " + rest.base_rest->grouped(2) + "）";
  if (rest.bases_of_base_year) message += "；该年人数或面积未填，暂按" + std::to_string(rest.base) + "年";
  return Finding::of(exceeded ? Severity::warning : Severity::note, exceeded ? "target-out-of-reach" : "target-rest-of-year",
                     ledger_place(workbook, std::to_string(rest.year) + "年"), std::move(message), exceeded ? "核对已填月份；属实的，尽快采取节约措施" : "");
}

}  // namespace

std::vector<RestOfYear> look_ahead(const Rubric& rubric, const Workbook& workbook, const EnergyReport& report, const Years& years, Findings& findings) {
  std::vector<RestOfYear> out;
  const LookAhead ahead(rubric, report);
  for (const auto& [number, year] : report.years) {
    const auto base = report.years.find(number == years.energy ? years.base : number - 1);
    if (years.work == 0 || number < years.work || base == report.years.end() || base->first >= number) continue;
    for (const TargetResult& target : report.targets) {
      const auto rest = ahead.look(target, year, base->second);
      if (!rest) continue;
      findings.push_back(finding_of(workbook, *rest, base->second.area_heat_kgce.has_value()));
      out.push_back(*rest);
    }
  }
  return out;
}

}  // namespace lvce
