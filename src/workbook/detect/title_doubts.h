// What the titles and notes of a sheet say against its figures: a part of the year, a share of the house, a correction.
#pragma once

#include <vector>

#include "workbook/detect/block_shape.h"
#include "workbook/detect/candidates.h"

namespace lvce::formats {

/// Doubts a whole year's figure below a title that speaks of a part of it (上半年, 1-9月), and a month's below one that speaks of more (1-3月).
void doubt_parts_of_years(std::vector<Candidate>& all);

/// Doubts the figures of a block whose notes say that others use of it too, that they are shared, or were corrected: 本单位分摊40%, 更正：应为8888度.
void doubt_notes(Candidate& found, const BlockShape& shape);

/// Two whole years' figures of one carrier that are not the same are asked; so are those that its twelve months do not add up to.
std::string compare_with_months(const Candidate& yearly, const std::vector<Candidate>& all);

}  // namespace lvce::formats
