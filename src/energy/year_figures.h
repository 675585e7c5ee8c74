// One year's standard coal, carbon and intensities from its quantities and bases. Private to energy/.
#pragma once

#include "energy/energy.h"

namespace lvce {

/// Where a year's heat comes from: the ledger (or there is none), the floor area, or it was billed and has no figure: then no total is known.
enum class HeatBasis { metered, by_area, unknown };

/// Fills everything behind `carriers` in `year`. `base` may be null (no row in 年度基数).
void compute_year(const Rubric& rubric, const Workbook& workbook, const FactorSet& factors, const YearBase* base, bool needed, HeatBasis heat,
                  YearFigures& year, Findings& findings);

}  // namespace lvce
