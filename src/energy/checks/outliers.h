// Months that stand out in their own year or against the same month of another year. Private to energy/.
#pragma once

#include <vector>

#include "energy/energy.h"

namespace lvce {

struct Outlier {
  int month = 0;
  Decimal quantity;
  Decimal usual;          ///< what it is compared with
  bool of_year = false;   ///< `usual` is the median of the year's months, else the same month of the other year
  bool high = false;
};

/// Electricity and water run all year: 5 times the median, or a fifth of it, unless the other year's same month is alike (within 3 times).
/// What comes and goes with the seasons and with trips: 5 times the same month of the other year and above all of that year's months.
std::vector<Outlier> outliers_of(const EnergyReport& report, Carrier carrier, int year);

/// The year's quantity with what is usual in the outliers' place; nothing when the year has none or no quantity.
std::optional<Decimal> without_outliers(const EnergyReport& report, Carrier carrier, int year);

}  // namespace lvce
