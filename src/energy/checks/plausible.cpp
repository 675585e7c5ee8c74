// The compared years against published averages. Several figures that are off for one reason are one finding, at that reason's cells.
#include <algorithm>
#include <string>
#include <vector>

#include "energy/carriers.h"
#include "energy/checks/averages.h"
#include "energy/checks/checks.h"
#include "energy/checks/exchanged_columns.h"
#include "energy/checks/outliers.h"
#include "energy/places.h"

namespace lvce {
namespace {

std::string plausible_words(const YearFigures& year, const Average& average) {
  return std::string(average.metric) + " " + metric_value(year, average.metric)->text(2) + " " + metric_unit(average.metric) + "（全国公共机构 2018 年平均 " +
         average.national + "）";
}

/// What is off in one year, and where its reason would stand.
struct Implausible {
  std::string what;  ///< the same in both years: one finding
  std::vector<Place> places;
  std::string words;
  std::string guess;  ///< what may be the reason; empty: nothing is known
};
using AllImplausible = std::vector<Implausible>;

void say(const YearFigures& year, const Place& place, const std::vector<Average>& averages, AllImplausible& found) {
  Implausible out{place.sheet, {place}, std::to_string(year.year) + "年", {}};
  for (const Average& average : averages) {
    out.words += (out.what.empty() ? "" : "，") + plausible_words(year, average);
    out.what += average.metric;
  }
  found.push_back(std::move(out));
}

void tell(const AllImplausible& found, Findings& findings) {
  for (std::size_t i = 0; i < found.size(); ++i) {
    const auto same = [&](const Implausible& other) { return other.what == found[i].what; };
    if (std::any_of(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(i), same)) continue;
    std::string words;
    std::vector<Place> places;
    for (const Implausible& each : found) {
      if (!same(each)) continue;
      words += (words.empty() ? "" : "；") + each.words;
      places.insert(places.end(), each.places.begin(), each.places.end());
    }
    warn(findings, "intensity-implausible", places.front(), words + "，高出五倍以上或不到十分之一" + found[i].guess,
         "核对单位（千瓦时与万千瓦时、立方米与万立方米等）、建筑面积和人数；属实的，在“核对说明”中写明原因");
    if (places.size() > 1) findings.back().places = std::move(places);
  }
}

/// The carrier with the most standard coal: where a slipped unit would stand.
Carrier largest_carrier(const YearFigures& year) {
  Carrier largest = Carrier::electricity;
  Decimal most;
  for (const auto& [carrier, figures] : year.carriers) {
    if (!figures.kgce || *figures.kgce <= most) continue;
    most = *figures.kgce;
    largest = carrier;
  }
  return largest;
}

/// Two columns filled in for each other: said at both.
bool say_exchanged(const CheckInput& input, const YearFigures& year, AllImplausible& found) {
  const auto pair = exchanged_columns(year);
  if (!pair || !outliers_of(input.report, pair->first, year.year).empty() || !outliers_of(input.report, pair->second, year.year).empty()) return false;
  const std::string names = std::string(carrier_name(pair->first)) + "与" + std::string(carrier_name(pair->second));
  const Place first = year_place(input.workbook, pair->first, year.year);
  std::vector<Average> off;
  for (const Average& average : {kAverageArea, kAveragePeople, kAverageWater})
    if (off_average(year, average) != 0) off.push_back(average);
  say(year, first, off, found);
  found.back().what += names;
  found.back().places.push_back(year_place(input.workbook, pair->second, year.year));
  found.back().guess = "；" + names + "两列互换后都在平均范围内，可能填反";
  return true;
}

void check_year(const CheckInput& input, const YearFigures& year, AllImplausible& found) {
  if (say_exchanged(input, year, found)) return;
  const Workbook& workbook = input.workbook;
  const int area = off_average(year, kAverageArea), people = off_average(year, kAveragePeople), water = off_average(year, kAverageWater);
  const Place people_place = base_place(workbook, year.year, "用能人数", &YearBase::energy_users);
  const bool by_water_users = input.rubric.water == WaterDenominator::water_users;
  const Carrier largest = largest_carrier(year);
  if (area != 0 && area == people) {
    if (outliers_of(input.report, largest, year.year).empty())  // else the month has been said
      say(year, year_place(workbook, largest, year.year), {kAverageArea, kAveragePeople}, found);
  } else {
    if (area != 0) say(year, base_place(workbook, year.year, "建筑面积", &YearBase::area_m2), {kAverageArea}, found);
    if (people != 0 && people == water && !by_water_users) return say(year, people_place, {kAveragePeople, kAverageWater}, found);
    if (people != 0) say(year, people_place, {kAveragePeople}, found);
  }
  if (water != 0 && outliers_of(input.report, Carrier::water, year.year).empty())
    say(year, year_place(workbook, Carrier::water, year.year), {kAverageWater}, found);
}

}  // namespace

void check_plausible(const CheckInput& input, Findings& findings) {
  AllImplausible found;
  for (const int number : {input.report.base_year, input.report.energy_year}) {
    const auto year = input.report.years.find(number);
    if (year == input.report.years.end()) continue;
    check_year(input, year->second, found);
    if (year->second.total_kgce && !year->second.carriers.at(Carrier::electricity).used) {
      const Place place = year_place(input.workbook, Carrier::electricity, number);
      warn(findings, "electricity-not-used", place, "全年没有填用电量", hint_at(input.workbook, place, ledger_target(Carrier::electricity), "补填用电量"));
    }
  }
  tell(found, findings);
}

}  // namespace lvce
