// Targets of the year: the fall that was asked for, or a quota, against what the figures say. Private to energy/.
#pragma once

#include "energy/metrics.h"

namespace lvce {

/// One result per target of the rubric. 目标任务 overrides the rubric's rates. Judged unrounded.
std::vector<TargetResult> judge_targets(const Rubric& rubric, const Workbook& workbook, const EnergyReport& report, Findings& findings);

/// What the months that are left of a running year may use at most. Needs `report.targets`. A note for each, a warning once it is exceeded.
std::vector<RestOfYear> look_ahead(const Rubric& rubric, const Workbook& workbook, const EnergyReport& report, const Years& years, Findings& findings);

}  // namespace lvce
