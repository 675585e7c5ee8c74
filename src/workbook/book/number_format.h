// What a number format shows: percent, date, and the unit or the shifted digits that it adds to the figure (5.1 as “5.10万千瓦时”,
// 51000 as “5.1万”).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "workbook/book/book.h"

namespace lvce::xlsx {

struct NumberLook {
  enum class Kind : std::uint8_t { plain, percent, date };
  Kind kind = Kind::plain;
  Shown shown;
  bool operator==(const NumberLook&) const = default;
};

NumberLook look_of_format(std::string_view code);
NumberLook look_of_builtin(int id);

/// A number as a cell: a date where its format shows one.
Cell number_cell(double value, const NumberLook& look, bool system_1904);

/// A word for a unit: "万千瓦时" is 10^4 of "千瓦时", "度" is 10^0 of it, "万" 10^4 of whatever stands in the header.
struct UnitWord {
  std::string_view base;  ///< empty for 万 alone
  int tens = 0;
};
/// Nothing (an empty base, 0) for other words.
UnitWord unit_word(std::string_view text);
/// The word that a format shows; index 0 is none.
UnitWord unit_word_at(std::uint8_t index);
/// As it is written: "万千瓦时".
std::string format_word(std::uint8_t index);

/// The shown words of a figure whose text is known ("5.10万千瓦时" of 5.1): for formats that are not at hand.
Shown shown_in_text(double value, std::string_view text);

}  // namespace lvce::xlsx
