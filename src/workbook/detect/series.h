// The years of each carrier, put together from the candidates that are used, and compared with what the sheets print as totals.
#pragma once

#include "workbook/detect/layout.h"

namespace lvce::formats {

/// Fills `series` from `used`, and asks where sums and printed totals differ.
void make_series(Layout& layout);

}  // namespace lvce::formats
