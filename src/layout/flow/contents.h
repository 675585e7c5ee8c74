// Contents lists: text, dots, page number.
#pragma once

#include "layout/flow/flow.h"
#include "layout/text/glyphs.h"

namespace lvce {

/// One linked entry after the other; the column of numbers has a fixed width, so lines never depend on the numbers.
void add_contents(const Contents& contents, Flow& flow, Typesetter& setter);

}  // namespace lvce
