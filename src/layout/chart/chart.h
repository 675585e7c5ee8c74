// Charts as lines, rectangles and text, readable in black and white.
#pragma once

#include "document/document.h"
#include "layout/strip.h"
#include "layout/text/glyphs.h"

namespace lvce {

/// One strip of the chart's height (at most the page's), title and legend included.
Strip chart_strip(const Chart& chart, double width, double page_height, Typesetter& setter);

}  // namespace lvce
