// The years of each carrier, put together from the candidates that are used, and compared with what the sheets print as totals.
#pragma once

#include <set>
#include <utility>
#include <vector>

#include "workbook/detect/layout.h"

namespace lvce::formats {

using CarrierYears = std::set<std::pair<Carrier, int>>;

/// Fills `series` from `used`, and asks where sums and printed totals differ. `years`: of which anything was found, used or not.
void make_series(Layout& layout, CarrierYears years);
/// Asks where a whole year's figure that was left out is not what its twelve months add up to.
void compare_years(Layout& layout, const std::vector<Candidate>& yearly);

}  // namespace lvce::formats
