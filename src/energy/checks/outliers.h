// Months that stand out in their own year or against the same month of another year. Private to energy/.
#pragma once

#include <vector>

#include "energy/energy.h"

namespace lvce {

/// What a month is compared with.
enum class UsualBy {
  year,       ///< the median of the year's other months
  season,     ///< the neighbouring year's same month
  neighbours  ///< the neighbouring year's same month at the level of the months around it
};

struct Outlier {
  int month = 0;
  Decimal quantity;
  Decimal usual;
  UsualBy by = UsualBy::year;
  bool high = false;
};

/// Four questions, each of 5 times or a fifth, the first that says something:
/// - what runs all year (electricity, water, and whatever has no month above 4 times another) against the median of the year's other months, unless another
///   year's same month is alike (within 3 times) and the third question does not speak against it;
/// - what comes and goes with the seasons against the neighbouring year's same month: too much, where it is above all other months of the year as well; too
///   little, where it is neither a marginal month nor at the edge of the season, and the two years are alike otherwise;
/// - any month against the neighbouring years' same month at the level of the months around it (expected_month), where the own year's months around it say so
/// too;
/// - any month against both months beside it and the same month of all neighbouring years.
std::vector<Outlier> outliers_of(const EnergyReport& report, Carrier carrier, int year);

/// The year's quantity with what is usual in the outliers' place; nothing when the year has none or no quantity.
std::optional<Decimal> without_outliers(const EnergyReport& report, Carrier carrier, int year);

}  // namespace lvce
