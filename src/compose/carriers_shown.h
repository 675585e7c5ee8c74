// Which carriers and years the calculation papers show.
#pragma once

#include <algorithm>
#include <vector>

#include "energy/energy.h"
#include "office/carriers.h"

namespace lvce {

/// 其中 rows: part of another row, never added.
inline bool is_part_row(Carrier carrier) { return facts_of(carrier).parent.has_value(); }

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
