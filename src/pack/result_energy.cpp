#include "pack/result_parts.h"

namespace lvce {
namespace {

constexpr int kCoalPlaces = 2;
constexpr int kTonnePlaces = 3;
constexpr int kIntensityPlaces = 2;
constexpr int kPercentPlaces = 2;
constexpr int kQuantityPlaces = 6;  // quantities are the clerk's own; this only bounds what a unit conversion makes

Json number(const std::optional<Decimal>& value, int places) {
  if (!value) return nullptr;
  const Decimal rounded = value->rounded(places);
  if (rounded.is_whole() && rounded.abs() < Decimal(1000000000000000)) return static_cast<std::int64_t>(rounded.to_double());
  return rounded.to_double();
}

Json carrier_to_json(Carrier carrier, const CarrierYear& figures) {
  return {{"qty", number(figures.quantity, kQuantityPlaces)},
          {"unit", std::string(carrier_unit(carrier))},
          {"kgce", number(figures.kgce, kCoalPlaces)},
          {"carbon_t", number(figures.carbon_t, kTonnePlaces)}};
}

/// Carriers that are used; heat estimated by floor area stands beside them so that the rows add up.
Json carriers_to_json(const YearFigures& year) {
  Json out = Json::object();
  for (const Carrier carrier : all_carriers()) {
    const auto found = year.carriers.find(carrier);
    if (found != year.carriers.end() && found->second.used) out[std::string(carrier_name(carrier))] = carrier_to_json(carrier, found->second);
  }
  if (year.area_heat_kgce) {
    out["供热面积"] = {{"qty", number(year.heated_area_m2, kQuantityPlaces)},
                       {"unit", "平方米"},
                       {"kgce", number(year.area_heat_kgce, kCoalPlaces)},
                       {"carbon_t", number(year.area_heat_carbon_t, kTonnePlaces)}};
  }
  return out;
}

Json year_to_json(const YearFigures& year) {
  return {{"total_kgce", number(year.total_kgce, kCoalPlaces)},
          {"building_kgce", number(year.building_kgce, kCoalPlaces)},
          {"carbon_t", number(year.carbon_t, kTonnePlaces)},
          {"building_carbon_t", number(year.building_carbon_t, kTonnePlaces)},
          {"water_m3", number(year.water_m3, kQuantityPlaces)},
          {"area_m2", number(year.area_m2, kQuantityPlaces)},
          {"people", number(year.energy_users, kQuantityPlaces)},
          {"per_capita_kgce", number(year.per_capita_kgce, kIntensityPlaces)},
          {"per_area_kgce", number(year.per_area_kgce, kIntensityPlaces)},
          {"per_capita_water_m3", number(year.per_capita_water_m3, kIntensityPlaces)},
          {"per_area_carbon_kg", number(year.per_area_carbon_kg, kIntensityPlaces)},
          {"carriers", carriers_to_json(year)}};
}

Json target_to_json(const TargetResult& target) {
  return {{"metric", target.metric},
          {"required_pct", number(target.required_pct, kPercentPlaces)},
          {"change_pct", number(target.change_pct, kPercentPlaces)},
          {"quota", number(target.quota, kQuantityPlaces)},
          {"actual", number(target.actual, kIntensityPlaces)},
          {"gap", number(target.gap, kIntensityPlaces)},
          {"met", met_to_json(target.met)},
          {"enough", number(target.enough, kIntensityPlaces)},
          {"gap_total", number(target.gap_total, kTonnePlaces)},
          {"gap_unit", target.gap_unit.empty() ? Json(nullptr) : Json(target.gap_unit)},
          {"gap_kwh", number(target.gap_kwh, kCoalPlaces)}};
}

Json rest_to_json(const RestOfYear& rest) {
  return {{"metric", rest.metric},
          {"year", rest.year},
          {"base_year", rest.base},
          {"months_left", rest.months_left},
          {"required_pct", number(rest.required_pct, kPercentPlaces)},
          {"unit", rest.unit},
          {"allowed", number(rest.allowed, kTonnePlaces)},
          {"used", number(rest.used, kTonnePlaces)},
          {"rest", number(rest.rest, kTonnePlaces)},
          {"base_rest", number(rest.base_rest, kTonnePlaces)}};
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
