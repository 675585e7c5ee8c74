// Two columns filled in for each other. Private to energy/.
#pragma once

#include <optional>
#include <utility>

#include "energy/energy.h"

namespace lvce {

/// The one pair of carriers whose quantities, exchanged, bring a year that is off the published averages within all of them. Nothing where none does,
/// or several do; parts of another carrier are not tried.
std::optional<std::pair<Carrier, Carrier>> exchanged_columns(const YearFigures& year);

}  // namespace lvce
