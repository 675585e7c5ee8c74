// Which carriers and years the calculation papers show.
#pragma once

#include <algorithm>
#include <array>
#include <vector>

#include "energy/energy.h"

namespace lvce {

/// Rows of the usual calculation form, in its order; the further carriers follow when they are used.
inline constexpr std::array kFormCarriers = {Carrier::electricity, Carrier::water,  Carrier::raw_coal,        Carrier::heating_coal, Carrier::natural_gas,
                                             Carrier::lpg,         Carrier::petrol, Carrier::official_petrol, Carrier::diesel,       Carrier::official_diesel,
                                             Carrier::heat};

/// 其中 rows: part of another row, never added.
inline bool is_part_row(Carrier c) {
  return c == Carrier::heating_coal || c == Carrier::official_petrol || c == Carrier::official_diesel || c == Carrier::green_electricity;
}

/// Base year, then energy year; each once.
inline std::vector<int> years_to_compare(const Years& years) {
  std::vector<int> out;
  if (years.base > 0) out.push_back(years.base);
  if (years.energy > 0 && years.energy != years.base) out.push_back(years.energy);
  return out;
}

inline bool is_used_in_any(const EnergyReport& report, const std::vector<int>& years, Carrier carrier) {
  return std::any_of(years.begin(), years.end(), [&](int year) {
    const auto figures = report.years.find(year);
    if (figures == report.years.end()) return false;
    const auto found = figures->second.carriers.find(carrier);
    return found != figures->second.carriers.end() && found->second.used;
  });
}

inline bool has_area_heat_in_any(const EnergyReport& report, const std::vector<int>& years) {
  return std::any_of(years.begin(), years.end(), [&](int year) {
    const auto figures = report.years.find(year);
    return figures != report.years.end() && figures->second.area_heat_kgce;
  });
}

}  // namespace lvce
