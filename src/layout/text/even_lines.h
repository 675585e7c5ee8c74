// Justified text → lines without wide gaps.
#pragma once

#include <vector>

#include "layout/text/lines.h"

namespace lvce {

/// As break_lines; but where one of those lines would be stretched beyond what its gaps bear (is_too_loose), all breaks of the text are chosen together, so
/// that the lines before it give some of their room. Linear in the text.
std::vector<LineRange> even_lines(const GlyphText& text, LineWidths widths);

}  // namespace lvce
