// How a cell's value reads on paper. Inline, so that layout/ shows the same text without linking compose/.
#pragma once

#include <string>
#include <variant>

#include "compose/document.h"

namespace lvce {

/// Digits of a number in its format, without the percent sign: "12,345.60", "2.5" (trimmed).
inline std::string number_digits(const Decimal& number, const NumberFormat& format) {
  std::string digits = format.grouped ? number.grouped(format.places) : number.text(format.places);
  if (format.trim && digits.find('.') != std::string::npos) {
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
  }
  return digits;
}

/// "12,345.60", "-3.06%", "2.5".
inline std::string number_text(const Decimal& number, const NumberFormat& format) { return number_digits(number, format) + (format.percent ? "%" : ""); }

/// Text of a cell's value; empty for an empty cell.
inline std::string cell_text(const CellValue& cell) {
  if (const auto* text = std::get_if<std::string>(&cell.value)) return *text;
  if (const auto* number = std::get_if<Decimal>(&cell.value)) return number_text(*number, cell.format);
  return {};
}

}  // namespace lvce
