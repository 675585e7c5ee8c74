// What the titles and notes of a sheet say against its figures: a part of the year, a share of the house, a correction.
#pragma once

#include <string>
#include <vector>

#include "workbook/detect/block_shape.h"
#include "workbook/detect/candidates.h"

namespace lvce::formats {

/// Doubts a whole year's figure below a title that speaks of a part of it (上半年, 1-9月), and a month's below one that speaks of more (1-3月).
void doubt_parts_of_years(std::vector<Candidate>& all);

/// Sentences among and below the months that others use of it too, that it is shared, or was corrected: 本单位分摊40%, 更正：应为8888度.
std::vector<std::string> notes_against(const BlockShape& shape);
/// Doubts the figures that one of these notes is about.
void doubt_notes(Candidate& found, const std::vector<std::string>& notes);

}  // namespace lvce::formats
