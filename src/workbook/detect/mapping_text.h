// A layout as a mapping file, with comments for the clerk who confirms it.
#pragma once

#include "workbook/detect/layout.h"

namespace lvce::formats {

/// YAML; reading it gives exactly the figures of the layout. `own` is the unit's own workbook, which a mapping does not name (empty: there is none).
std::string mapping_text(const Layout& layout, const std::string& own);

/// "电 ← 能耗.xlsx 用电!B4:B15「用电量（万千瓦时）」2022 12个月 595,800千瓦时 = 原表合计B16 ✓"
std::string series_line(const Layout& layout, const FoundSeries& series);
struct SeriesPlace {
  std::string file, sheet, range, header;
};
SeriesPlace place_of_series(const Layout& layout, const FoundSeries& series);

}  // namespace lvce::formats
