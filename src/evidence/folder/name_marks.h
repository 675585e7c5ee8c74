// The whole numbers at the front of a name and the signs between them. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/folder/number_table.h"
#include "support/ascii.h"

namespace lvce {

inline constexpr std::u32string_view kDashes = U"-—–";
inline constexpr std::u32string_view kNumberSigns = U".-_、—–。";   ///< between levels; full-width twins are folded before
inline constexpr std::u32string_view kListSigns = U"、,;&+和及与";  ///< between whole ids
inline constexpr std::u32string_view kRangeSigns = U"~至到";
inline constexpr std::u32string_view kDateWords = U"年月日";
inline constexpr std::u32string_view kCountWords = U"号楼层次期季届批项个类份条种处台辆名人张套";
inline constexpr std::u32string_view kQuantityWords = U"万千百元吨升米度%";

inline bool is_one_of(char32_t c, std::u32string_view set) { return c != 0 && set.find(c) != std::u32string_view::npos; }
inline bool is_latin(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// A whole number of the name and the sign in front of it (U' ' for blanks alone, 0 for the first).
struct NameMark {
  int value = 0;
  char32_t joint = 0;
  std::size_t begin = 0;
  std::size_t end = 0;  ///< behind its digits
};
using Marks = std::vector<NameMark>;

/// A name, folded to half width; code points stand where they stand in the original.
class NameReader {
 public:
  explicit NameReader(std::string_view name);

  std::size_t size() const { return folded_.size(); }
  char32_t peek(std::size_t at) const { return at < size() ? folded_[at] : U'\0'; }
  /// Behind opening brackets and blanks.
  std::size_t start() const { return start_; }
  bool has(std::size_t at, std::u32string_view word) const { return std::u32string_view(folded_).substr(std::min(at, size())).substr(0, word.size()) == word; }
  std::string original(std::size_t from, std::size_t to) const;
  std::string original_from(std::size_t at) const { return original(at, size()); }

  /// The digits at `at` as a level; nothing when there are none, too many, or they are zero.
  std::optional<NameMark> level_at(std::size_t at, char32_t joint) const;
  /// All levels from `at` on, across separators and the signs of lists and ranges. What counts or dates ("3月", "2号楼") is none.
  Marks marks_from(std::size_t at) const;
  /// True where the mark, not joined to a level by a full stop or a dash, begins a span of what is counted: "1-6月", "1~3号楼", "21-22年".
  bool begins_span(const NameMark& mark) const;

 private:
  std::optional<NameMark> level_behind(const NameMark& mark) const;
  bool counts_something(const NameMark& mark) const;

  std::u32string original_;
  std::u32string folded_;
  std::size_t start_ = 0;
};

Levels values_of(Marks::const_iterator begin, Marks::const_iterator end);
inline Levels values_of(const Marks& marks) { return values_of(marks.begin(), marks.end()); }

/// Behind the last of the marks from `begin` that full stops join.
Marks::const_iterator dotted_end(Marks::const_iterator begin, Marks::const_iterator end);

}  // namespace lvce
