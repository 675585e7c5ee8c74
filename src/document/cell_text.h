// How a cell's value reads on paper.
#pragma once

#include <string>

#include "document/document.h"

namespace lvce {

/// Digits of a number in its format, without the percent sign: "12,345.60", "2.5" (trimmed).
std::string number_digits(const Decimal& number, const NumberFormat& format);

/// "12,345.60", "-3.06%", "2.5".
std::string number_text(const Decimal& number, const NumberFormat& format);

/// Text of a cell's value; empty for an empty cell.
std::string cell_text(const CellValue& cell);

}  // namespace lvce
