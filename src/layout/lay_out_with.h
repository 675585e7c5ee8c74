// lay_out for any metrics: what tests call with made-up faces.
#pragma once

#include "layout/page.h"
#include "layout/text/measure.h"

namespace lvce {

/// As lay_out. `cost`, when given, receives the number of characters that were set.
LaidOut lay_out_with(const Document& document, const Measure& measure, const PageNumbers& numbers, const LayoutOptions& options, std::size_t* cost = nullptr);

}  // namespace lvce
