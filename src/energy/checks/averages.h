// Published averages of public institutions, and how far a year may be from them. Private to energy/.
#pragma once

#include "energy/energy.h"

namespace lvce {

struct Average {
  const char* metric;
  const char* national;  ///< of public institutions, 2018
};

inline constexpr Average kAverageArea = {kPerAreaEnergy, "19.29"};
inline constexpr Average kAveragePeople = {kPerCapitaEnergy, "341.57"};
inline constexpr Average kAverageWater = {kPerCapitaWater, "23.04"};

/// 1 above five times the average, −1 below a tenth of it (small offices without heating of their own use a fifth and less), 0 plausible or unknown.
int off_average(const YearFigures& year, const Average& average);

}  // namespace lvce
