#include "pack/result_parts.h"
#include "support/number_format.h"

namespace lvce {
namespace {

Json number(const std::optional<Decimal>& value, const NumberFormat& format) {
  if (!value) return nullptr;
  const Decimal rounded = value->rounded(format.places);
  if (rounded.is_whole() && rounded.abs() < Decimal(1000000000000000)) return static_cast<std::int64_t>(rounded.to_double());
  return rounded.to_double();
}

Json carrier_to_json(Carrier carrier, const CarrierYear& figures) {
  return {{"qty", number(figures.quantity, kQuantityFormat)},
          {"unit", std::string(carrier_unit(carrier))},
          {"kgce", number(figures.kgce, kCoalFormat)},
          {"carbon_t", number(figures.carbon_t, kTonneFormat)}};
}

/// Carriers that are used; heat estimated by floor area stands beside them so that the rows add up.
Json carriers_to_json(const YearFigures& year) {
  Json out = Json::object();
  for (const Carrier carrier : all_carriers()) {
    const auto found = year.carriers.find(carrier);
    if (found != year.carriers.end() && found->second.used) out[std::string(carrier_name(carrier))] = carrier_to_json(carrier, found->second);
  }
  if (year.area_heat_kgce) {
    out["供热面积"] = {{"qty", number(year.heated_area_m2, kQuantityFormat)},
                       {"unit", "平方米"},
                       {"kgce", number(year.area_heat_kgce, kCoalFormat)},
                       {"carbon_t", number(year.area_heat_carbon_t, kTonneFormat)}};
  }
  return out;
}

Json year_to_json(const YearFigures& year) {
  return {{"total_kgce", number(year.total_kgce, kCoalFormat)},
          {"building_kgce", number(year.building_kgce, kCoalFormat)},
          {"carbon_t", number(year.carbon_t, kTonneFormat)},
          {"building_carbon_t", number(year.building_carbon_t, kTonneFormat)},
          {"water_m3", number(year.water_m3, kQuantityFormat)},
          {"area_m2", number(year.area_m2, kQuantityFormat)},
          {"people", number(year.energy_users, kQuantityFormat)},
          {"per_capita_kgce", number(year.per_capita_kgce, kIntensityFormat)},
          {"per_area_kgce", number(year.per_area_kgce, kIntensityFormat)},
          {"per_capita_water_m3", number(year.per_capita_water_m3, kIntensityFormat)},
          {"per_area_carbon_kg", number(year.per_area_carbon_kg, kIntensityFormat)},
          {"carriers", carriers_to_json(year)}};
}

Json target_to_json(const TargetResult& target) {
  return {{"metric", target.metric},
          {"required_pct", number(target.required_pct, kPercentFormat)},
          {"change_pct", number(target.change_pct, kPercentFormat)},
          {"quota", number(target.quota, kQuantityFormat)},
          {"actual", number(target.actual, kIntensityFormat)},
          {"gap", number(target.gap, kIntensityFormat)},
          {"met", met_to_json(target.met)},
          {"enough", number(target.enough, kIntensityFormat)},
          {"gap_total", number(target.gap_total, kTonneFormat)},
          {"gap_unit", target.gap_unit.empty() ? Json(nullptr) : Json(target.gap_unit)},
          {"gap_kwh", number(target.gap_kwh, kCoalFormat)}};
}

Json rest_to_json(const RestOfYear& rest) {
  return {{"metric", rest.metric},
          {"year", rest.year},
          {"base_year", rest.base},
          {"months_left", rest.months_left},
          {"required_pct", number(rest.required_pct, kPercentFormat)},
          {"unit", rest.unit},
          {"allowed", number(rest.allowed, kTonneFormat)},
          {"used", number(rest.used, kTonneFormat)},
          {"rest", number(rest.rest, kTonneFormat)},
          {"base_rest", number(rest.base_rest, kTonneFormat)}};
}

Json years_to_json(const std::map<int, YearFigures>& years) {
  Json out = Json::object();
  for (const auto& [year, figures] : years) out[std::to_string(year)] = year_to_json(figures);
  return out;
}

Json targets_to_json(const std::vector<TargetResult>& targets) {
  Json out = Json::array();
  for (const TargetResult& target : targets) out.push_back(target_to_json(target));
  return out;
}

}  // namespace

Json met_to_json(Met met) {
  if (met == Met::unknown) return nullptr;
  return met == Met::yes;
}

Json energy_to_json(const EnergyReport& energy) {
  Json out = {{"factor_set", energy.factors.id}, {"years", years_to_json(energy.years)}, {"targets", targets_to_json(energy.targets)}};
  if (!energy.rest.empty()) {
    out["rest_of_year"] = Json::array();
    for (const RestOfYear& rest : energy.rest) out["rest_of_year"].push_back(rest_to_json(rest));
  }
  if (energy.other) {
    out["other"] = {{"factor_set", energy.other->set_id}, {"years", years_to_json(energy.other->years)}, {"targets", targets_to_json(energy.other->targets)}};
  }
  return out;
}

}  // namespace lvce
