// Charts as lines, rectangles and text, readable in black and white.
#pragma once

#include "compose/document.h"
#include "layout/flow/strip.h"
#include "layout/text/glyphs.h"

namespace lvce {

/// One strip of the chart's height (at most the page's), title and legend included.
Strip chart_strip(const Chart& chart, double width, double page_height, Typesetter& setter);

}  // namespace lvce
