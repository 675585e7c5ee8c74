// What is odd about the months of a block: whose year they are, their order, rows among them that nobody named.
#pragma once

#include "workbook/detect/block_shape.h"
#include "workbook/detect/candidates.h"

namespace lvce::formats {

/// Doubts the figures of this column where their months cannot be taken as they stand.
void doubt_months(Candidate& found, const BlockShape& shape, int column);

/// Figures that only grow, and much, are readings or running totals.
bool only_grows(const Candidate& found);

}  // namespace lvce::formats
