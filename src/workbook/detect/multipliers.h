// Whether a column of quantities is the difference of two readings that still has to be multiplied.
#pragma once

#include "workbook/detect/block_shape.h"
#include "workbook/detect/candidates.h"

namespace lvce::formats {

/// Doubts a column that is in most rows the one reading less the other, where a column (倍率) or a title (倍率60) says a multiplier other than 1.
void doubt_unmultiplied(Candidate& found, const BlockShape& shape, int column);

}  // namespace lvce::formats
