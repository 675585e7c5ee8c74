// The calculation written out, figure by figure, with the cells that it starts from: for who checks it with a pocket calculator.
#include <memory>

#include "compose/carriers_shown.h"
#include "compose/vocabulary.h"
#include "document/cell_text.h"
#include "energy/places.h"
#include "office/carriers.h"
#include "support/text.h"

namespace lvce {
namespace {

using Maybe = std::optional<Decimal>;

/// One figure: where it starts, its formula with the numbers put in, the result.
struct Step {
  std::string name;
  std::string cells;
  std::string formula;
  std::string result;
};

std::string shown_step(const Maybe& number, NumberFormat format) { return number ? number_text(*number, format) : "—"; }

/// "能耗台账!C2:C13"; of what a mapping read from another file that file: "能耗登记表.xlsx 2020年!B4:B15".
std::string in_workbook(const Workbook& workbook, Place place) {
  if (place.file == workbook.file) place.file.clear();
  return place.text();
}

/// A line for each sheet that the year's figure comes from.
std::string cells_of_year(const Workbook& workbook, Carrier carrier, int year) {
  std::vector<std::string> lines;
  for (const Place& place : year_places(workbook, carrier, year)) lines.push_back(in_workbook(workbook, place));
  return join(lines, "\n");
}

class StepWriter {
 public:
  StepWriter(const Assessment& assessment, const YearFigures& year)
      : rubric_(*assessment.rubric), workbook_(assessment.dossier->workbook), set_(assessment.energy.factors), year_(year) {}

  std::vector<Step> write() {
    for (const auto& [carrier, figures] : year_.carriers) {
      if (!is_part_row(carrier) && carrier != Carrier::water && figures.used) add_carrier(carrier, figures);
    }
    add_area_heat();
    add_totals();
    add_buildings();
    add_intensities();
    return std::move(steps_);
  }

 private:
  using Factors = std::map<Carrier, Factor>;

  /// Where something is lacking the formula says so: half of a sum would be read as the whole.
  void add(std::string name, std::string cells, std::string formula, const Maybe& result, NumberFormat format, const std::string& unit) {
    if (!result) return steps_.push_back({std::move(name), std::move(cells), "数据不全，无法计算", "—"});
    steps_.push_back({std::move(name), std::move(cells), std::move(formula), number_text(*result, format) + " " + unit});
  }
  void add_coal(std::string name, std::string cells, std::string formula, const Maybe& result) {
    add(std::move(name), std::move(cells), std::move(formula), result, kCoalFormat, "千克标准煤");
  }
  void add_carbon(std::string name, std::string cells, std::string formula, const Maybe& result) {
    add(std::move(name), std::move(cells), std::move(formula), result, kTonneFormat, "吨二氧化碳");
  }

  static std::string times(const Decimal& factor) { return "×" + number_text(factor, kFactorFormat); }

  std::string coal_factors(Carrier carrier) const {
    const auto coal = set_.coal.find(carrier);
    const auto multiplier = set_.multiplier.find(carrier);
    std::string text = coal == set_.coal.end() ? "×系数缺" : times(coal->second.value);
    if (multiplier != set_.multiplier.end() && multiplier->second != Decimal(1)) text += times(multiplier->second);
    return text;
  }

  std::string carbon_factor(Carrier carrier) const {
    const auto carbon = set_.carbon.find(carrier);
    return carbon == set_.carbon.end() ? "×因子缺" : times(carbon->second.value);
  }

  void add_carrier(Carrier carrier, const CarrierYear& figures) {
    const std::string name(carrier_name(carrier)), cells = cells_of_year(workbook_, carrier, year_.year);
    const std::string sign = facts_of(carrier).sign < 0 ? "－" : "";
    const std::string quantity = sign + shown_step(figures.quantity, kQuantityFormat);
    add_coal(name + "标准煤", cells, quantity + coal_factors(carrier), figures.kgce);
    if (figures.carbon_t) add_carbon(name + "碳排放", cells, quantity + carbon_factor(carrier), figures.carbon_t);
  }

  void add_area_heat() {
    if (!year_.area_heat_kgce || !set_.area_heat) return;
    const std::string cells = base("供热面积", &YearBase::heated_area_m2);
    const std::string extra = set_.area_heat_extra ? times(set_.area_heat_extra->value) : "";
    add_coal("按面积计供热标准煤", cells, shown_step(year_.heated_area_m2, kQuantityFormat) + times(set_.area_heat->value) + extra, year_.area_heat_kgce);
    const auto heat = set_.coal.find(Carrier::heat);
    if (!year_.area_heat_carbon_t || heat == set_.coal.end()) return;
    add_carbon("按面积计供热碳排放", cells,
               shown_step(year_.area_heat_kgce, kCoalFormat) + "÷" + number_text(heat->second.value, kFactorFormat) + carbon_factor(Carrier::heat),
               year_.area_heat_carbon_t);
  }

  /// "81,701.46＋14,523.60": the figures of all carriers that count, as printed above.
  std::string sum(Maybe CarrierYear::*figure, const Maybe& area_heat, NumberFormat format) const {
    std::string text;
    const auto append = [&](const Decimal& number) {
      const bool first = text.empty();
      text += (first ? (number.is_negative() ? "－" : "") : (number.is_negative() ? "－" : "＋")) + number_text(number.abs(), format);
    };
    for (const auto& [carrier, figures] : year_.carriers) {
      const bool counts = !is_part_row(carrier) && carrier != Carrier::water && figures.used && figures.*figure;
      if (counts) append(*(figures.*figure));
    }
    if (area_heat) append(*area_heat);
    return text.empty() ? "—" : text;
  }

  void add_totals() {
    add_coal("能源消费总量（单能耗）", "以上各项标准煤", sum(&CarrierYear::kgce, year_.area_heat_kgce, kCoalFormat), year_.total_kgce);
    add_carbon("碳排放总量", "以上各项碳排放", sum(&CarrierYear::carbon_t, year_.area_heat_carbon_t, kTonneFormat), year_.carbon_t);
  }

  /// What official vehicles burnt is taken off.
  void add_buildings() {
    std::string coal = shown_step(year_.total_kgce, kCoalFormat), carbon = shown_step(year_.carbon_t, kTonneFormat);
    std::vector<std::string> cells;
    for (const auto& [fuel, part] : kVehicleFuels) {
      const auto figures = year_.carriers.find(part);
      if (figures == year_.carriers.end() || !figures->second.used) continue;
      const std::string quantity = "\n－" + shown_step(figures->second.quantity, kQuantityFormat);
      coal += quantity + coal_factors(fuel);
      carbon += quantity + carbon_factor(fuel);
      cells.push_back(cells_of_year(workbook_, part, year_.year));
    }
    const std::string from = cells.empty() ? "无公务用车用油" : join(cells, "\n");
    add_coal("建筑能耗", from, coal, year_.building_kgce);
    add_carbon("建筑碳排放", from, carbon, year_.building_carbon_t);
  }

  std::string base(const std::string& name, Given<Decimal> YearBase::*cell) const {
    return in_workbook(workbook_, base_place(workbook_, year_.year, name, cell));
  }

  void divide(const std::string& name, const std::string& dividend, const Maybe& divisor, const std::string& cells, const Maybe& result) {
    add(name, cells, dividend + "÷" + shown_step(divisor, kQuantityFormat), result, kIntensityFormat, std::string(metric_unit(name)));
  }

  void add_intensities() {
    const std::string people = base("用能人数", &YearBase::energy_users), area = base("建筑面积", &YearBase::area_m2);
    divide(kPerCapitaEnergy, shown_step(year_.total_kgce, kCoalFormat), year_.energy_users, people, year_.per_capita_kgce);
    divide(kPerAreaEnergy, shown_step(year_.building_kgce, kCoalFormat), year_.area_m2, area, year_.per_area_kgce);
    const bool own = rubric_.water == WaterDenominator::water_users;
    const std::string water = cells_of_year(workbook_, Carrier::water, year_.year);
    divide(kPerCapitaWater, shown_step(year_.water_m3, kQuantityFormat), own ? year_.water_users : year_.energy_users,
           water + "\n" + (own ? base("用水人数", &YearBase::water_users) : people), year_.per_capita_water_m3);
    const Maybe& carbon = set_.area_carbon_with_vehicles ? year_.carbon_t : year_.building_carbon_t;
    divide(kPerAreaCarbon, shown_step(carbon, kTonneFormat) + "×1000", year_.area_m2, area, year_.per_area_carbon_kg);
  }

  const Rubric& rubric_;
  const Workbook& workbook_;
  const FactorSet& set_;
  const YearFigures& year_;
  std::vector<Step> steps_;
};

}  // namespace

void add_step_words(Vocabulary& words, const Assessment& assessment) {
  words.collections["steps"] = [&assessment](const Scope& at) {
    std::vector<Scope> scopes;
    for (const auto& [number, year] : assessment.energy.years) {
      if (at.text("year.year") != std::to_string(number)) continue;
      for (const Step& step : StepWriter(assessment, year).write()) {
        scopes.emplace_back(&at);
        scopes.back().set("step.name", step.name);
        scopes.back().set("step.cells", step.cells);
        scopes.back().set("step.formula", step.formula);
        scopes.back().set("step.result", step.result);
      }
    }
    return scopes;
  };
}

}  // namespace lvce
