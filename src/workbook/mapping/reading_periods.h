// Months that one figure stands for: a merged cell beside them, or blanks up to the month in which a meter was read.
#pragma once

#include <vector>

#include "workbook/mapping/mapped_series.h"

namespace lvce::formats {

/// Months beside one merged figure become one period. A merge that goes over from one year to the next, or leaves a month out, is told to `odd`.
void join_merged_months(const SourceSheet& source, bool down, std::vector<SeriesMonth>& months, std::vector<xlsx::Origin>& odd);
/// Blank months of a year become part of the next one that has a figure; those behind the last figure stay.
void join_blank_months(const SourceSheet& source, std::vector<SeriesMonth>& months);

}  // namespace lvce::formats
