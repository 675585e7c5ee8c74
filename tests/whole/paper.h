// Where things stand on a produced page, as poppler draws it. Millimetres from the upper left corner of the page.
#pragma once

#include <filesystem>
#include <vector>

namespace lvce::testing {

/// A line of glyphs: their common baseline and where each begins, from left to right.
struct GlyphLine {
  double baseline = 0;
  std::vector<double> starts;
};

/// Of page `page` (1-based), from top to bottom; spaces count as little as they are seen.
std::vector<GlyphLine> glyph_lines(const std::filesystem::path& pdf, int page);

struct Area {
  double left = 0, top = 0, right = 0, bottom = 0;
};

/// What is dark inside `area` of a page, to a tenth of a millimetre; all zero when nothing is.
Area ink_in(const std::filesystem::path& pdf, int page, const Area& area);

}  // namespace lvce::testing
