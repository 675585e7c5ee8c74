#include <algorithm>
#include <array>
#include <memory>

#include "compose/carriers_shown.h"
#include "compose/vocabulary.h"
#include "compose/words_targets.h"
#include "office/carriers.h"

namespace lvce {
namespace {

using Maybe = std::optional<Decimal>;

/// A figure of a year under its template name. `key` is also the name of its cell: "y.2020.per_area_kgce".
struct Figure {
  const char* key;
  const char* name;
  const char* unit;
  Maybe YearFigures::*value;
  NumberFormat format;
};

const Figure kFigures[] = {
    {"total_kgce", "能源消费总量", "千克标准煤", &YearFigures::total_kgce, kCoalFormat},
    {"building_kgce", "建筑能耗", "千克标准煤", &YearFigures::building_kgce, kCoalFormat},
    {"carbon_t", "碳排放总量", "吨二氧化碳", &YearFigures::carbon_t, kTonneFormat},
    {"building_carbon_t", "建筑碳排放", "吨二氧化碳", &YearFigures::building_carbon_t, kTonneFormat},
    {"water_m3", "水消耗量", "立方米", &YearFigures::water_m3, kQuantityFormat},
    {"per_capita_kgce", "人均综合能耗", "千克标准煤/人", &YearFigures::per_capita_kgce, kIntensityFormat},
    {"per_area_kgce", "单位建筑面积能耗", "千克标准煤/平方米", &YearFigures::per_area_kgce, kIntensityFormat},
    {"per_capita_water", "人均用水量", "立方米/人", &YearFigures::per_capita_water_m3, kIntensityFormat},
    {"per_area_carbon", "单位建筑面积碳排放", "千克二氧化碳/平方米", &YearFigures::per_area_carbon_kg, kIntensityFormat},
    {"per_capita_kwh", "人均用电", "千瓦时/人", &YearFigures::per_capita_kwh, kIntensityFormat},
    {"per_area_kwh", "单位建筑面积用电", "千瓦时/平方米", &YearFigures::per_area_kwh, kIntensityFormat},
    {"litres_per_vehicle", "单车油耗", "升/车", &YearFigures::litres_per_vehicle, kIntensityFormat},
    {"litres_per_official", "公务车单车油耗", "升/车", &YearFigures::litres_per_official_vehicle, kIntensityFormat},
};

Maybe change_in_percent(const Maybe& base, const Maybe& actual) {
  if (!base || !actual) return std::nullopt;
  const Maybe share = (*actual - *base).divided_by(*base);
  return share ? Maybe(*share * Decimal(100)) : std::nullopt;
}

class EnergyWords {
 public:
  explicit EnergyWords(const Assessment& assessment)
      : assessment_(assessment), report_(assessment.energy), years_(assessment.years), rubric_(*assessment.rubric) {}

  const YearFigures& figures_of(int year) const {
    static const YearFigures kNone;
    const auto found = report_.years.find(year);
    return found == report_.years.end() ? kNone : found->second;
  }

  std::vector<int> compared_years() const { return years_to_compare(years_); }

  void describe_year(Scope& scope, const std::string& prefix, int year) const {
    const YearFigures& figures = figures_of(year);
    scope.set(prefix + ".year", year > 0 ? std::to_string(year) : "　　　　");
    scope.set(prefix + ".area", figures.area_m2, kQuantityFormat);
    scope.set(prefix + ".heated_area", figures.heated_area_m2, kQuantityFormat);
    scope.set(prefix + ".people", figures.energy_users, kQuantityFormat);
    scope.set(prefix + ".water_users", figures.water_users, kQuantityFormat);
    scope.set(prefix + ".vehicles", figures.vehicles, kQuantityFormat);
    scope.set(prefix + ".official_vehicles", figures.official_vehicles, kQuantityFormat);
    for (const Figure& figure : kFigures) scope.set(prefix + "." + figure.key, figures.*figure.value, figure.format);
    scope.set(prefix + ".total_tce", figures.total_kgce ? figures.total_kgce->divided_by(1000) : std::nullopt, kCoalFormat);
    scope.set(prefix + ".area_heat_kgce", figures.area_heat_kgce, kCoalFormat);
    scope.set(prefix + ".area_heat_carbon", figures.area_heat_carbon_t, kTonneFormat);
    scope.set_flag(prefix + ".has_area_heat", figures.area_heat_kgce.has_value());
    scope.set_flag(prefix + ".any_used", std::any_of(figures.carriers.begin(), figures.carriers.end(), [](const auto& each) { return each.second.used; }));
    scope.set_flag(prefix + ".no_official_vehicles", figures.official_vehicles && figures.official_vehicles->is_zero());
    const std::vector<Carrier> rows = form_carriers(figures);
    scope.set(prefix + ".own_electricity", own_electricity(figures, year));
    scope.set(prefix + ".minus_official_kgce", minus_official(figures, year, false));
    scope.set(prefix + ".minus_official_carbon", minus_official(figures, year, true));
    scope.set(prefix + ".last_carrier", std::string(carrier_name(rows.back())));
  }

  std::vector<Scope> years(const Scope& at) const {
    std::vector<Scope> scopes;
    for (const int year : compared_years()) {
      if (const FieldValue* inside = at.find("year.year"); inside != nullptr && inside->text() != std::to_string(year)) continue;
      scopes.emplace_back(&at);
      describe_year(scopes.back(), "year", year);
    }
    return scopes;
  }

  static std::vector<Carrier> form_carriers(const YearFigures& figures) {
    std::vector<Carrier> rows;
    for (const CarrierFacts& facts : kCarriers) {
      const auto found = figures.carriers.find(facts.carrier);
      if (facts.on_form || (found != figures.carriers.end() && found->second.used)) rows.push_back(facts.carrier);
    }
    return rows;
  }

  std::vector<Scope> carriers(const Scope& at) const {
    std::vector<Scope> scopes;
    for (const Carrier carrier : form_carriers(figures_at(at))) {
      scopes.emplace_back(&at);
      describe_carrier(scopes.back(), carrier, figures_at(at));
    }
    return scopes;
  }

  std::vector<Scope> used_carriers(const Scope& at) const {
    std::vector<Scope> scopes;
    for (Scope& scope : carriers(at)) {
      if (scope.find("carrier.used")->holds()) scopes.push_back(std::move(scope));
    }
    return scopes;
  }

  /// Carriers with standard coal in either compared year, heat by floor area among them: the energy mix.
  std::vector<Scope> mix(const Scope& at) const {
    std::vector<Scope> scopes;
    const Maybe base_heat = figures_of(years_.base).area_heat_kgce, actual_heat = figures_of(years_.energy).area_heat_kgce;
    if (base_heat || actual_heat) {
      scopes.emplace_back(&at);
      scopes.back().set("carrier.name", "供热面积");  // as the calculation form names its cells
      describe_share(scopes.back(), "供热（按面积）", base_heat, actual_heat);
    }
    for (const Carrier carrier : all_carriers()) {
      if (is_part_row(carrier) || carrier == Carrier::water || !is_used_in_any(report_, compared_years(), carrier)) continue;
      scopes.emplace_back(&at);
      Scope& scope = scopes.back();
      describe_carrier(scope, carrier, figures_at(at));
      describe_share(scope, std::string(carrier_name(carrier)), kgce_of(years_.base, carrier), kgce_of(years_.energy, carrier));
    }
    return scopes;
  }

  std::vector<Scope> months(const Scope& at) const {
    std::vector<Scope> scopes;
    const YearFigures& figures = figures_at(at);
    for (int month = 1; month <= 12; ++month) {
      scopes.emplace_back(&at);
      Scope& scope = scopes.back();
      scope.set_whole("month.number", month);
      for (const Carrier carrier : all_carriers()) {
        scope.set("month." + std::string(carrier_name(carrier)), month_quantity(figures, carrier, month), kQuantityFormat);
      }
      if (const FieldValue* carrier = at.find("carrier.name")) scope.set("month.quantity", number_of(*scope.find("month." + carrier->text())), kQuantityFormat);
      set_month_comparison(scope, month);
    }
    return scopes;
  }

  std::vector<Scope> metrics(const Scope& at) const {
    std::vector<Scope> scopes;
    for (const auto& [metric, key] : kMetrics) {
      scopes.emplace_back(&at);
      describe_metric(scopes.back(), metric, key);
    }
    return scopes;
  }

  /// Metrics that the standard or the superior sets a target for, whether or not it could be judged.
  std::vector<Scope> targets(const Scope& at) const {
    std::vector<Scope> scopes;
    for (Scope& scope : metrics(at)) {
      if (scope.find("metric.has_target")->holds()) scopes.push_back(std::move(scope));
    }
    return scopes;
  }

  std::vector<Scope> figures(const Scope& at) const {
    std::vector<Scope> scopes;
    for (const Figure& figure : kFigures) {
      const Maybe base = figures_of(years_.base).*figure.value, actual = figures_of(years_.energy).*figure.value;
      scopes.emplace_back(&at);
      Scope& scope = scopes.back();
      scope.set("figure.key", figure.key);
      scope.set("figure.name", figure.name);
      scope.set("figure.unit", figure.unit);
      scope.set("figure.base", base, figure.format);
      scope.set("figure.actual", actual, figure.format);
      scope.set("figure.change", change_in_percent(base, actual), kPercentFormat);
    }
    return scopes;
  }

  bool has_electricity_months() const {
    const auto years = compared_years();
    return std::any_of(years.begin(), years.end(), [&](int year) { return !months_of(figures_of(year), Carrier::electricity).empty(); });
  }

  void add_root(Scope& root) const {
    describe_year(root, "energy", years_.energy);
    describe_year(root, "base", years_.base);
    describe_year(root, "form", years_.form);
    root.set_flag("energy.has_electricity_months", has_electricity_months());
    const auto any_known = [](const std::vector<Scope>& scopes) {
      return std::any_of(scopes.begin(), scopes.end(), [](const Scope& scope) { return scope.find("metric.known")->holds(); });
    };
    root.set_flag("targets.any_known", any_known(targets(root)));
    root.set_flag("metrics.any_known", any_known(metrics(root)));
    root.set_flag("mix.any", !mix(root).empty());
    root.set_flag("energy.has_years", !compared_years().empty());
    root.set_flag("energy.water_by_water_users", rubric_.water == WaterDenominator::water_users);
    root.set_flag("energy.area_carbon_with_vehicles", report_.factors.area_carbon_with_vehicles);
  }

 private:
  /// Formula of 电 − 转供电 + 自发自用光伏, of the rows that the year's form has.
  static std::string own_electricity(const YearFigures& figures, int year) {
    std::string formula;
    for (const CarrierFacts& facts : kCarriers) {
      const auto found = figures.carriers.find(facts.carrier);
      const bool used = found != figures.carriers.end() && found->second.used;
      if (!is_own_electricity(facts) || (!used && facts.carrier != Carrier::electricity)) continue;
      if (!formula.empty() || facts.sign < 0) formula += facts.sign < 0 ? "-" : "+";
      formula += "N({q." + std::to_string(year) + "." + std::string(facts.name) + "})";
    }
    return formula;
  }

  /// Formula of what official vehicles burnt, to be taken off a total: "-N({q.2020.其中公务用车汽油})*…" for the fuels in use.
  static std::string minus_official(const YearFigures& figures, int year, bool carbon) {
    std::string formula;
    const std::string y = std::to_string(year) + ".";
    for (const auto& [fuel, part] : kVehicleFuels) {
      const auto found = figures.carriers.find(part);
      if (found == figures.carriers.end() || !found->second.used) continue;
      const std::string quantity = "{q." + y + std::string(carrier_name(part)) + "}", name(carrier_name(fuel));
      formula += carbon ? "-" + quantity + "*{f.carbon." + name + "}" : "-PRODUCT(" + quantity + ",{cf." + y + name + "},{cm." + y + name + "})";
    }
    return formula;
  }

  static Maybe number_of(const FieldValue& field) {
    const auto* number = std::get_if<Decimal>(&field.value);
    return number == nullptr ? std::nullopt : Maybe(*number);
  }

  /// The year of the scope, else the energy year.
  const YearFigures& figures_at(const Scope& at) const {
    for (const int year : compared_years()) {
      if (at.text("year.year") == std::to_string(year)) return figures_of(year);
    }
    return figures_of(years_.energy);
  }

  static const std::vector<std::pair<int, Maybe>>& months_of(const YearFigures& figures, Carrier carrier) {
    static const std::vector<std::pair<int, Maybe>> kNone;
    const auto found = figures.carriers.find(carrier);
    return found == figures.carriers.end() ? kNone : found->second.months;
  }

  static Maybe month_quantity(const YearFigures& figures, Carrier carrier, int month) {
    for (const auto& [number, quantity] : months_of(figures, carrier)) {
      if (number == month) return quantity;
    }
    return std::nullopt;
  }

  void set_month_comparison(Scope& scope, int month) const {
    const Maybe base = month_quantity(figures_of(years_.base), Carrier::electricity, month);
    const Maybe actual = month_quantity(figures_of(years_.energy), Carrier::electricity, month);
    scope.set("month.base_electricity", base, kQuantityFormat);
    scope.set("month.actual_electricity", actual, kQuantityFormat);
    scope.set("month.electricity_change", change_in_percent(base, actual), kPercentFormat);
  }

  Maybe kgce_of(int year, Carrier carrier) const {
    const auto& carriers = figures_of(year).carriers;
    const auto found = carriers.find(carrier);
    return found == carriers.end() ? std::nullopt : found->second.kgce;
  }

  void describe_share(Scope& scope, const std::string& name, const Maybe& base, const Maybe& actual) const {
    scope.set("mix.name", name);
    scope.set("mix.base", base, kCoalFormat);
    scope.set("mix.actual", actual, kCoalFormat);
    scope.set("mix.share", share_of_total(actual), kPercentFormat);
  }

  Maybe share_of_total(const Maybe& kgce) const {
    const Maybe& total = figures_of(years_.energy).total_kgce;
    const Maybe share = kgce && total ? kgce->divided_by(*total) : std::nullopt;
    return share ? Maybe(*share * Decimal(100)) : std::nullopt;
  }

  void describe_carrier(Scope& scope, Carrier carrier, const YearFigures& year) const {
    const std::string name(carrier_name(carrier));
    const auto found = year.carriers.find(carrier);
    const CarrierYear figures = found == year.carriers.end() ? CarrierYear() : found->second;
    const bool converts = carrier != Carrier::water && !is_part_row(carrier);
    scope.set("carrier.name", name);
    scope.set("carrier.label", std::string(facts_of(carrier).line));
    scope.set("carrier.unit", std::string(carrier_unit(carrier)));
    scope.set("carrier.quantity", figures.quantity, kQuantityFormat);
    scope.set("carrier.kgce", figures.kgce, kCoalFormat);
    scope.set("carrier.carbon", figures.carbon_t, kTonneFormat);
    scope.set_flag("carrier.used", figures.used);
    scope.set_flag("carrier.has_months", !figures.months.empty());
    scope.set_flag("carrier.incomplete", figures.incomplete);
    scope.set("carrier.sign", facts_of(carrier).sign < 0 ? "-" : "");
    if (!converts) scope.set("carrier.kgce", "");
    if (!converts) scope.set("carrier.carbon", "");
    set_factors_of(scope, carrier, converts);
  }

  void set_factors_of(Scope& scope, Carrier carrier, bool converts) const {
    const FactorSet& set = report_.factors;
    const auto coal = set.coal.find(carrier);
    scope.set("carrier.coal_factor", "");
    scope.set("carrier.multiplier", "");
    scope.set_flag("carrier.has_density", set.density.contains(carrier));
    const bool used = is_used_in_any(report_, compared_years(), carrier);
    if (!converts || !used || coal == set.coal.end()) return;
    scope.set("carrier.coal_factor", coal->second.value, kFactorFormat);
    const auto multiplier = set.multiplier.find(carrier);
    if (multiplier != set.multiplier.end() && multiplier->second != Decimal(1)) scope.set("carrier.multiplier", multiplier->second, kFactorFormat);
  }

  void describe_metric(Scope& scope, const std::string& metric, const std::string& key) const {
    const Maybe base = metric_value(figures_of(years_.base), metric), actual = metric_value(figures_of(years_.energy), metric);
    scope.set("metric.name", metric);
    scope.set("metric.key", key);
    scope.set("metric.unit", metric_unit(metric));
    scope.set("metric.base", base, kIntensityFormat);
    scope.set("metric.actual", actual, kIntensityFormat);
    const Maybe change = change_in_percent(base, actual);
    scope.set("metric.change", change, kPercentFormat);
    scope.set("metric.change_size", change ? Maybe(change->abs()) : std::nullopt, kPercentFormat);
    scope.set_flag("metric.falls", change && change->is_negative());
    scope.set_flag("metric.rises", change && !change->is_negative() && !change->is_zero());
    scope.set_flag("metric.stays", change && change->is_zero());
    scope.set_flag("metric.known", change.has_value());
    const auto found = std::find_if(report_.targets.begin(), report_.targets.end(), [&](const TargetResult& t) { return t.metric == metric; });
    describe_target(scope, found == report_.targets.end() ? nullptr : &*found, key, assessment_);
  }

  const Assessment& assessment_;
  const EnergyReport& report_;
  Years years_;
  const Rubric& rubric_;
};

}  // namespace

void add_energy_words(Vocabulary& words, const Assessment& assessment) {
  const auto energy = std::make_shared<EnergyWords>(assessment);
  energy->add_root(words.root);
  words.collections["years"] = [energy](const Scope& at) { return energy->years(at); };
  words.collections["carriers"] = [energy](const Scope& at) { return energy->carriers(at); };
  words.collections["used_carriers"] = [energy](const Scope& at) { return energy->used_carriers(at); };
  words.collections["mix"] = [energy](const Scope& at) { return energy->mix(at); };
  words.collections["months"] = [energy](const Scope& at) { return energy->months(at); };
  words.collections["metrics"] = [energy](const Scope& at) { return energy->metrics(at); };
  words.collections["targets"] = [energy](const Scope& at) { return energy->targets(at); };
  words.collections["figures"] = [energy](const Scope& at) { return energy->figures(at); };
}

}  // namespace lvce
