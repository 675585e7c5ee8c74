// 折算系数: the office's own figures in place of the factor set's. Private to energy/.
#pragma once

#include "energy/energy.h"

namespace lvce {

/// Puts each usable row of 折算系数 into the set. Unknown names are warnings; a wrong unit, no source, a value that is not positive or the
/// same item twice (for two years: factor-set-changed) are errors, and the set's own figure stays.
void apply_overrides(const Workbook& workbook, FactorSet& factors, Findings& findings);

}  // namespace lvce
