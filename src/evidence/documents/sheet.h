// SpreadsheetML: results instead of formulas, and sheets that end where their content ends.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/documents/freeze.h"

namespace lvce {

struct Extent {
  int rows = 0;  ///< the last row and column with content, from 1; 0: none
  int columns = 0;
};

/// "XFD1048576" to row and column from 1; 0 and 0 when it is none.
Extent cell_of(std::string_view reference);

/// Which shared strings show nothing.
std::vector<bool> blank_strings(std::string_view shared_strings_xml);

/// One worksheet. `drawn` is how far its drawings reach; `extent` becomes how far the sheet does.
std::string freeze_sheet(std::string_view xml, const std::vector<bool>& blanks, Extent drawn, Extent& extent, Frozen& found);

/// How far the anchors of a drawing reach.
Extent extent_of_drawing(std::string_view xml);

/// workbook.xml with print areas cut to the sheets' extents; these stand in the order of its sheets.
std::string cut_print_areas(std::string_view xml, const std::vector<Extent>& extents, Frozen& found);

}  // namespace lvce
