#include "evidence/folder/number.h"

#include <algorithm>
#include <optional>

#include "support/ascii.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr std::size_t kMaxDigits = 3;  ///< more are a date, a camera's counter or a telephone, never a level
constexpr std::size_t kMaxLevels = 32;

constexpr std::u32string_view kSeparators = U".-_、—–。";  // full-width twins are folded before
constexpr std::u32string_view kClosers = U")]】」〕";
constexpr std::u32string_view kOpeners = U"([【「";
constexpr std::u32string_view kDateWords = U"年月日";
constexpr std::u32string_view kCountWords = U"号楼层次期季届批";
constexpr std::u32string_view kQuantityWords = U"万千百元吨升米度%";

bool is_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

/// A whole number of the name and the sign in front of it (U' ' for blanks alone, 0 for the first).
struct Mark {
  int value = 0;
  char32_t joint = 0;
  std::size_t end = 0;  ///< behind its digits
};

/// The name, folded to half width; code points stand where they stand in the original.
class NameReader {
 public:
  explicit NameReader(std::string_view name) : original_(decode_utf8(name)), folded_(decode_utf8(fold_width(name))) {
    while (at_ < size() && (folded_[at_] == ' ' || is_one_of(folded_[at_], kOpeners))) ++at_;
  }

  std::size_t size() const { return folded_.size(); }
  char32_t peek(std::size_t at) const { return at < size() ? folded_[at] : U'\0'; }
  std::size_t start() const { return at_; }
  std::string original_from(std::size_t at) const { return encode_utf8(std::u32string_view(original_).substr(std::min(at, size()))); }

  /// The digits at `at` as a level; nothing when there are none, too many, or they are zero.
  std::optional<Mark> level_at(std::size_t at, char32_t joint) const {
    std::size_t digit = at;
    while (peek(digit) == '0') ++digit;
    std::size_t end = digit;
    int value = 0;
    while (is_ascii_digit(peek(end)) && end - digit <= kMaxDigits) value = value * 10 + static_cast<int>(folded_[end++] - '0');
    if (end == digit || end - digit > kMaxDigits) return std::nullopt;
    return Mark{value, joint, end};
  }

  /// The level that follows `mark`: blanks and at most one sign between. '+' joins only.
  std::optional<Mark> level_behind(const Mark& mark) const {
    std::size_t at = mark.end;
    char32_t joint = 0;
    for (; peek(at) == ' '; ++at) joint = U' ';
    if (is_one_of(peek(at), kSeparators) || peek(at) == '+') joint = folded_[at++];
    while (joint != 0 && peek(at) == ' ') ++at;
    return joint == 0 ? std::nullopt : level_at(at, joint);
  }

 private:
  std::u32string original_;
  std::u32string folded_;
  std::size_t at_ = 0;
};

/// "3月" is never a level, "2号楼" and "5次" are none behind a blank ("2.2.4 2号楼").
bool counts_something(const NameReader& name, const Mark& mark) {
  const char32_t next = name.peek(mark.end);
  return is_one_of(next, kDateWords) || (mark.joint == U' ' && is_one_of(next, kCountWords));
}

std::vector<Mark> read_marks(const NameReader& name) {
  std::vector<Mark> marks;
  std::optional<Mark> mark = name.level_at(name.start(), 0);
  while (mark && marks.size() < kMaxLevels && !counts_something(name, *mark)) {
    marks.push_back(*mark);
    mark = name.level_behind(*mark);
  }
  const bool quantity = marks.size() == 2 && marks[1].joint == U'.' && is_one_of(name.peek(marks[1].end), kQuantityWords);
  if (quantity) marks.clear();  // "7.5万元"
  return marks;
}

using Marks = std::vector<Mark>;

Levels values_of(Marks::const_iterator begin, Marks::const_iterator end) {
  Levels out;
  for (; begin != end; ++begin) out.push_back(begin->value);
  return out;
}

/// How many of the marks make the longest indicator id; 0: none.
std::size_t longest_indicator(Marks::const_iterator begin, Marks::const_iterator end, const NumberTable& table) {
  for (auto stop = end; stop != begin; --stop) {
    if (table.is_indicator(values_of(begin, stop))) return static_cast<std::size_t>(stop - begin);
  }
  return 0;
}

bool joins(const Mark& mark) { return mark.joint == U'、' || mark.joint == U'+'; }

Marks::const_iterator segment_end(Marks::const_iterator begin, Marks::const_iterator end) { return std::find_if(begin == end ? end : begin + 1, end, joins); }

/// What was taken and where it ends; `end` is 0 when nothing was.
struct Taken {
  std::vector<std::string> ids;
  Levels unknown;
  std::size_t end = 0;
};

/// "2.1.1、2.1.2+2.2.1": ids that are whole between the joints. Fewer than two: no join ("2、1、1" is one number).
Taken take_joined(const Marks& marks, const NumberTable& table) {
  Taken taken;
  auto begin = marks.cbegin();
  while (begin != marks.cend()) {
    const auto end = segment_end(begin, marks.cend());
    const std::size_t length = longest_indicator(begin, end, table);
    const bool whole = begin + static_cast<std::ptrdiff_t>(length) == end;
    if (length == 0 || (taken.ids.empty() && !whole)) {
      if (!taken.ids.empty() && end - begin >= 3) {
        taken.unknown = values_of(begin, end);
        taken.end = (end - 1)->end;
      }
      break;
    }
    taken.ids.push_back(levels_text(values_of(begin, begin + static_cast<std::ptrdiff_t>(length))));
    taken.end = (begin + static_cast<std::ptrdiff_t>(length) - 1)->end;
    if (!whole) break;
    begin = end;
  }
  return taken.ids.size() + (taken.unknown.empty() ? 0U : 1U) > 1 ? taken : Taken{};
}

/// A whole indicator id behind a dash: the name probably means all from the first to this one.
Levels range_end(const Marks& marks, std::size_t first, const NumberTable& table) {
  if (first >= marks.size() || !is_one_of(marks[first].joint, U"-—–")) return {};
  const Levels rest = values_of(marks.begin() + static_cast<std::ptrdiff_t>(first), marks.end());
  return rest.size() >= 3 && table.is_indicator(rest) ? rest : Levels{};
}

bool ends_order(const NameReader& name, std::size_t at, bool tight) {
  const char32_t next = name.peek(at);
  if (at >= name.size() || next == ' ' || is_one_of(next, kSeparators) || is_one_of(next, kClosers)) return true;
  const bool counted = is_one_of(next, kDateWords) || is_one_of(next, kCountWords) || is_one_of(next, kQuantityWords);
  return tight && !counted && !is_ascii_digit(next) && !is_letter(next) && next != '(';
}

std::size_t skip_signs(const NameReader& name, std::size_t at, bool& tight) {
  for (; at < name.size(); ++at) {
    const char32_t c = name.peek(at);
    if (is_one_of(c, kSeparators) || is_one_of(c, kClosers)) tight = true;
    else if (c != ' ') break;
  }
  return at;
}

/// Splits what follows the number into the order ("1", "1-2") and the title. `tight`: a number right here is an order too.
void split_rest(const NameReader& name, std::size_t at, bool tight, ReadNumber& into) {
  at = skip_signs(name, at, tight);
  while (true) {
    const bool opened = name.peek(at) == '(';  // "（1）照片"
    const std::optional<Mark> mark = name.level_at(opened ? at + 1 : at, U' ');
    if (!mark || !(opened ? name.peek(mark->end) == ')' : ends_order(name, mark->end, tight))) break;
    into.order += (into.order.empty() ? "" : "-") + std::to_string(mark->value);
    tight = false;
    at = skip_signs(name, mark->end, tight);
  }
  into.rest = trim(name.original_from(at));
}

}  // namespace

ReadNumber read_number(std::string_view text, const NumberTable& table) {
  const NameReader name(text);
  Marks marks = read_marks(name);
  ReadNumber out;
  if (marks.empty()) {
    out.rest = trim(text);
    return out;
  }
  if (Taken joined = take_joined(marks, table); joined.end > 0) {
    out.kind = NumberKind::indicator;
    out.indicators = std::move(joined.ids);
    out.unknown_joined = std::move(joined.unknown);
    split_rest(name, joined.end, false, out);
    return out;
  }
  marks.erase(std::find_if(marks.begin(), marks.end(), [](const Mark& mark) { return mark.joint == U'+'; }), marks.end());
  if (const std::size_t length = longest_indicator(marks.begin(), marks.end(), table); length > 0) {
    out.kind = NumberKind::indicator;
    out.indicators = {levels_text(values_of(marks.begin(), marks.begin() + static_cast<std::ptrdiff_t>(length)))};
    out.range_end = range_end(marks, length, table);
    split_rest(name, marks[length - 1].end, false, out);
    return out;
  }
  out.levels = values_of(marks.begin(), marks.end());
  if (marks.size() == 1) {
    out.kind = NumberKind::plain;
    split_rest(name, name.start(), true, out);
    return out;
  }
  out.kind = table.is_group(out.levels) ? NumberKind::group : NumberKind::unknown;
  split_rest(name, marks.back().end, false, out);
  return out;
}

}  // namespace lvce
