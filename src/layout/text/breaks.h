// Where a line of Chinese official text may end: a few rules over Unicode's line-break classes (UAX #14), 避头尾, and figures that stay
// with their units.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace lvce {

inline bool is_in(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

/// What a character is to a line.
enum class LineKind : std::uint8_t {
  space,
  newline,
  open,   ///< never ends a line: （《“ ¥ ≥
  close,  ///< never starts a line: ，。》”％ ） …
  han,    ///< may begin and end lines
  word,   ///< letters and digits: never parted from each other
  glue,   ///< never parted from what stands on either side (no-break space, combining marks)
};
LineKind line_kind(char32_t c);

/// May the line end after this character? `rather_not`: only where the line would else have to be torn apart or stay short.
enum class Break : std::uint8_t { no, rather_not, may, must };

/// One answer per character. Never parted: 避头尾, words and numbers, a figure and its unit (12,345.6 千瓦时, 2021年, 第57页), a standard's
/// code and number (GB/T 29149-2012), —— and ……. Rather not parted: long units inside (千克|标准煤|/平方米), addresses
/// and codes behind their marks. The last character's answer is
/// `may`.
std::vector<Break> find_breaks(std::u32string_view text);

}  // namespace lvce
