// What a month should be by another year's same month. Private to energy/.
#pragma once

#include <optional>
#include <vector>

#include "energy/energy.h"

namespace lvce {

/// A month's quantity in base units; nothing when it is not known, or `figures` is null.
std::optional<Decimal> month_quantity(const CarrierYear* figures, int month);

/// The known months around this one, the nearest first: at most four, at most three months away, none of another year.
std::vector<int> months_around(const CarrierYear& figures, int month);

/// The other year's same month, at the level that the months around it have between the two years (the middle of their ratios). Nothing where fewer
/// than three of these can be compared, where they differ more than 4 times among themselves, and where the other month is zero.
std::optional<Decimal> expected_month(const CarrierYear& figures, const CarrierYear& other, int month);

/// The middle one, of an even number the mean of the middle two. `values` must not be empty.
Decimal middle_of(std::vector<Decimal> values);

}  // namespace lvce
