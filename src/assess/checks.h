// Checks of the workbook against the rubric that move no points: unknown rows, changed wording, required items, lengths of texts.
#pragma once

#include "assess/assess.h"

namespace lvce {

/// Rows of 自评 whose number the rubric does not have (error, with the nearest that it has), and wording or points that differ from the
/// rubric's (warning; the rubric's are used).
void check_score_rows(const Rubric& rubric, const Workbook& workbook, Findings& findings);

/// 单位类别 must be one that the rubric names; texts over or under a form's limit are errors with both counts.
void check_unit(const Rubric& rubric, const Workbook& workbook, Findings& findings);

/// Says of each place which indicator it concerns: a file's, or that of a cell of 自评. Gives findings without an owner one: the indicator's;
/// about an unassigned file, that of the nearest number; about consumption figures, that of the targets' indicator.
void assign_owners(const Rubric& rubric, const std::vector<IndicatorResult>& indicators, const Dossier& dossier, Findings& findings);

}  // namespace lvce
