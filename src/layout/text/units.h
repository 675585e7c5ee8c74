// Figures and what they count are never parted at a line's end.
#pragma once

#include <string_view>
#include <vector>

#include "layout/text/breaks.h"

namespace lvce {

/// Takes back the breaks between a figure and its unit, inside compound units (千克/人), between 第 and its figure, and between a
/// standard's code and its number.
void keep_figures_together(std::u32string_view text, std::vector<Break>& breaks);

/// Gives long addresses and codes of letters places where they may be parted, if need be.
void part_long_codes(std::u32string_view text, std::vector<Break>& breaks);

}  // namespace lvce
