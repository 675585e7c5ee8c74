#include "energy/checks/exchanged_columns.h"

#include <vector>

#include "energy/carriers.h"
#include "energy/checks/averages.h"

namespace lvce {
namespace {

constexpr Average kAll[] = {kAverageArea, kAveragePeople, kAverageWater};

/// Every metric that the year has is within its average with the columns exchanged.
bool is_plausible(const YearFigures& exchanged, const YearFigures& year) {
  for (const Average& average : kAll)
    if (metric_value(year, average.metric) && (!metric_value(exchanged, average.metric) || off_average(exchanged, average) != 0)) return false;
  return true;
}

bool is_off(const YearFigures& year) {
  for (const Average& average : kAll)
    if (off_average(year, average) != 0) return true;
  return false;
}

/// Carriers with a quantity of the whole year.
std::vector<Carrier> tried(const YearFigures& year) {
  std::vector<Carrier> out;
  for (const auto& [carrier, figures] : year.carriers)
    if (!parent_of(carrier) && figures.quantity && !figures.quantity->is_zero() && (figures.kgce || carrier == Carrier::water)) out.push_back(carrier);
  return out;
}

/// kgce of one unit; 0 of water.
Decimal kgce_a_unit(const CarrierYear& figures) { return figures.kgce ? *figures.kgce->divided_by(*figures.quantity) : Decimal(); }

/// The year's metrics with the two quantities in each other's place.
YearFigures exchanged(const YearFigures& year, Carrier a, Carrier b) {
  const CarrierYear& one = year.carriers.at(a);
  const CarrierYear& two = year.carriers.at(b);
  const Decimal more = (*two.quantity - *one.quantity) * (kgce_a_unit(one) - kgce_a_unit(two));
  YearFigures out = year;
  const auto shifted = [&](const std::optional<Decimal>& total, const std::optional<Decimal>& by) {
    return total && by ? (*total + more).divided_by(*by) : std::nullopt;
  };
  out.per_area_kgce = shifted(year.building_kgce, year.area_m2);
  out.per_capita_kgce = shifted(year.total_kgce, year.energy_users);
  if (a != Carrier::water && b != Carrier::water) return out;
  const CarrierYear& water = a == Carrier::water ? one : two;
  const auto times = (a == Carrier::water ? two : one).quantity->divided_by(*water.quantity);
  if (year.per_capita_water_m3 && times) out.per_capita_water_m3 = *year.per_capita_water_m3 * *times;
  return out;
}

}  // namespace

std::optional<std::pair<Carrier, Carrier>> exchanged_columns(const YearFigures& year) {
  if (!is_off(year)) return std::nullopt;
  std::optional<std::pair<Carrier, Carrier>> found;
  const std::vector<Carrier> all = tried(year);
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t k = i + 1; k < all.size(); ++k) {
      if (!is_plausible(exchanged(year, all[i], all[k]), year)) continue;
      if (found) return std::nullopt;
      found = std::pair(all[i], all[k]);
    }
  }
  return found;
}

}  // namespace lvce
