#include "evidence/folder/name_marks.h"

#include <algorithm>

#include "support/text.h"

namespace lvce {
namespace {

constexpr std::size_t kMaxDigits = 3;  ///< more are a date, a camera's counter or a telephone, never a level
constexpr std::size_t kMaxLevels = 32;
constexpr int kMonthsOfYear = 12;
constexpr std::u32string_view kOpeners = U"([【「〔";

bool joins_levels(char32_t c) { return is_one_of(c, kNumberSigns) || is_one_of(c, kListSigns) || is_one_of(c, kRangeSigns); }

}  // namespace

NameReader::NameReader(std::string_view name) : original_(decode_utf8(name)), folded_(decode_utf8(fold_width(name))) {
  while (start_ < size() && (folded_[start_] == ' ' || is_one_of(folded_[start_], kOpeners))) ++start_;
}

std::string NameReader::original(std::size_t from, std::size_t to) const {
  from = std::min(from, size());
  return encode_utf8(std::u32string_view(original_).substr(from, std::max(from, to) - from));
}

std::optional<NameMark> NameReader::level_at(std::size_t at, char32_t joint) const {
  std::size_t digit = at;
  while (peek(digit) == '0') ++digit;
  std::size_t end = digit;
  int value = 0;
  while (is_ascii_digit(peek(end)) && end - digit <= kMaxDigits) value = value * 10 + static_cast<int>(folded_[end++] - '0');
  if (end == digit || end - digit > kMaxDigits) return std::nullopt;
  return NameMark{value, joint, at, end};
}

/// Blanks and at most one sign between (a dash may be doubled).
std::optional<NameMark> NameReader::level_behind(const NameMark& mark) const {
  std::size_t at = mark.end;
  char32_t joint = 0;
  for (; peek(at) == ' '; ++at) joint = U' ';
  if (joins_levels(peek(at))) joint = folded_[at++];
  if (joint == U'—' && peek(at) == U'—') ++at;
  while (joint != 0 && peek(at) == ' ') ++at;
  return joint == 0 ? std::nullopt : level_at(at, joint);
}

/// "3月" is never a level; "2号楼" and "5次" are none behind a blank ("2.2.4 2号楼") or a word ("2.1.1和3次会议").
bool NameReader::counts_something(const NameMark& mark) const {
  const char32_t next = peek(mark.end);
  const bool loose = mark.joint == U' ' || (mark.joint != U'、' && (is_one_of(mark.joint, kListSigns) || is_one_of(mark.joint, kRangeSigns)));
  return is_one_of(next, kDateWords) || (loose && is_one_of(next, kCountWords)) || begins_span(mark);
}

bool NameReader::begins_span(const NameMark& mark) const {
  if (mark.joint != 0 && mark.joint != U' ' && !is_one_of(mark.joint, kListSigns)) return false;
  std::size_t at = mark.end;
  while (peek(at) == ' ') ++at;
  if (!is_one_of(peek(at), kDashes) && !is_one_of(peek(at), kRangeSigns)) return false;
  const std::optional<NameMark> last = level_behind(mark);
  if (!last || last->value <= mark.value) return false;
  const char32_t counted = peek(last->end);
  return counted == U'年' ? mark.value > kMonthsOfYear : is_one_of(counted, kDateWords) || is_one_of(counted, kCountWords);
}

Marks NameReader::marks_from(std::size_t at) const {
  Marks marks;
  std::optional<NameMark> mark = level_at(at, 0);
  while (mark && marks.size() < kMaxLevels && !counts_something(*mark)) {
    marks.push_back(*mark);
    mark = level_behind(*mark);
  }
  const bool quantity = marks.size() == 2 && marks[1].joint == U'.' && is_one_of(peek(marks[1].end), kQuantityWords);
  if (quantity) marks.clear();  // "7.5万元"
  return marks;
}

Levels values_of(Marks::const_iterator begin, Marks::const_iterator end) {
  Levels out;
  for (; begin != end; ++begin) out.push_back(begin->value);
  return out;
}

Marks::const_iterator dotted_end(Marks::const_iterator begin, Marks::const_iterator end) {
  if (begin == end) return end;
  return std::find_if(begin + 1, end, [](const NameMark& mark) { return mark.joint != U'.' && mark.joint != U'。'; });
}

}  // namespace lvce
