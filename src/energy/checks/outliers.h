// Months that stand out in their own year or against the same month of another year. Private to energy/.
#pragma once

#include <vector>

#include "energy/energy.h"

namespace lvce {

struct Outlier {
  int month = 0;
  Decimal quantity;
  Decimal usual;         ///< what it is compared with
  bool of_year = false;  ///< `usual` is the median of the year's months, else the same month of the other year
  bool high = false;
};

/// What runs all year (electricity, water, and whatever has no month above 4 times another): 5 times the median of the year's other months,
/// or a fifth of it, unless another year's same month is alike (within 3 times); or too much by the rule that follows. What comes and goes with the seasons: 5
/// times the neighbouring year's same month and above all other months of the year; or a fifth of it, where it is no marginal month and the two years are alike
/// otherwise.
std::vector<Outlier> outliers_of(const EnergyReport& report, Carrier carrier, int year);

/// The year's quantity with what is usual in the outliers' place; nothing when the year has none or no quantity.
std::optional<Decimal> without_outliers(const EnergyReport& report, Carrier carrier, int year);

}  // namespace lvce
