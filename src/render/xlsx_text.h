// Text of spreadsheet cells: what XLSX can hold, how wide it is, how many lines it takes.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"

namespace lvce {

/// Valid UTF-8 as printable() makes it (line breaks stay), and with literal "_x000D_" kept from being read as an escape.
std::string clean_cell_text(const std::string& text);

/// Pieces of at most 32,767 UTF-16 units, the most that a cell can hold; one piece nearly always.
std::vector<std::string> split_for_cells(const std::string& text);

/// At most 31 units, unseen characters shown, without []:*?/\ and outer apostrophes; "表" when nothing is left.
std::string clean_sheet_name(const std::string& name);

/// Column width in Excel's units (widths of a digit at 11 pt) for so many millimetres, and back.
double column_units(double mm);
double column_mm(double units);

/// Lines that the text takes in a cell `mm` wide at `font_size` pt, wide characters counting one em.
int wrapped_lines(const std::string& text, double mm, double font_size);

/// "#,##0.00", "0.00%": the spreadsheet's name of a number format; a trimmed one is chosen by the number shown.
std::string number_format_code(const NumberFormat& format, const Decimal& number);

/// A1 of 0-based row and column.
std::string cell_reference(int row, int column);

}  // namespace lvce
