// How a cell's value reads on paper.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"

namespace lvce {

/// Digits of a number in its format, without the percent sign: "12,345.60", "2.5" (trimmed).
std::string number_digits(const Decimal& number, const NumberFormat& format);

/// "12,345.60", "-3.06%", "2.5".
std::string number_text(const Decimal& number, const NumberFormat& format);

/// Text of a cell's value; empty for an empty cell.
std::string cell_text(const CellValue& cell);

/// What a cell says on paper: its runs, or its value in its format; ※ before a flagged one, △ before one to be looked at.
std::vector<Run> words_of(const TableCell& cell);

}  // namespace lvce
