// One year's standard coal, carbon and intensities from its quantities and bases. Private to energy/.
#pragma once

#include "energy/energy.h"

namespace lvce {

/// Fills everything behind `carriers` in `year`. `base` may be null (no row in 年度基数). `area_heat` says whether heat by floor area is
/// estimated.
void compute_year(const Rubric& rubric, const Workbook& workbook, const FactorSet& factors, const YearBase* base, bool needed, bool area_heat,
                  YearFigures& year, Findings& findings);

}  // namespace lvce
