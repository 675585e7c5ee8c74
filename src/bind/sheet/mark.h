// Stamps over sheets as plain data.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layout/page.h"

namespace lvce {

/// Text and grounds drawn over a sheet, in the coordinates in which the sheet is viewed.
struct Mark {
  std::vector<RectBox> grounds;
  std::vector<TextBox> texts;
  std::optional<PageLabel> number;  ///< this mark is the printed page number: wrapped as marked content /LvceNumber <</N 57 /S 2>>
  std::string check_code;           ///< of the document that the page belongs to: /LvceNumber <</N 57 /C (3f2a9c1b)>>; empty: none
};

}  // namespace lvce
