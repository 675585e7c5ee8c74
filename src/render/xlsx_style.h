// Looks of worksheet cells.
#pragma once

#include <map>
#include <string>
#include <tuple>

#include <xlsxwriter.h>

#include "document/document.h"

namespace lvce {

/// Font, size and alignment of a paragraph style in a worksheet.
struct CellStyle {
  std::string font = "仿宋";
  double size = 12;
  bool bold = false;
  Align align = Align::left;
  VerticalAlign vertical = VerticalAlign::middle;
  bool borders = false;
  bool open_above = false, open_below = false;  ///< no line there
  bool shaded = false;                          ///< heads
  bool flagged = false;                         ///< bad or open figures
  bool noted = false;                           ///< to be looked at
  bool locked = false;                          ///< formulas: not to be typed over while the sheet is protected
  std::string number_format;                    ///< empty: text

  auto key() const { return std::tie(font, size, bold, align, vertical, borders, open_above, open_below, shaded, flagged, noted, locked, number_format); }
  bool operator<(const CellStyle& other) const { return key() < other.key(); }
};

CellStyle cell_style_of(ParagraphStyle style);

/// What a conditional format adds: colour for the screen, bold, underline and the sign of paper (※, △) for black and white. `number_format` is
/// the cell's own; empty: text.
lxw_format* mark_format(lxw_workbook* book, MarkLook look, const std::string& number_format);

/// One libxlsxwriter format per distinct look.
class StyleBook {
 public:
  explicit StyleBook(lxw_workbook* book) : book_(book) {}
  lxw_format* format(const CellStyle& style);

 private:
  lxw_workbook* book_;
  std::map<CellStyle, lxw_format*> formats_;
};

}  // namespace lvce
