#include "layout/text/breaks.h"

#include <unicode/uchar.h>

#include "layout/text/units.h"

namespace lvce {

namespace {

constexpr std::u32string_view kOpen = U"“‘¥￥$＄£€№±≥≤＞＜≈＝＋";
constexpr std::u32string_view kClose = U"”’·・—–～~‰℃℉°′″";

LineKind kind_of_class(int line_class) {
  switch (line_class) {
    case U_LB_SPACE:
    case U_LB_ZWSPACE: return LineKind::space;
    case U_LB_MANDATORY_BREAK:
    case U_LB_LINE_FEED:
    case U_LB_NEXT_LINE: return LineKind::newline;
    case U_LB_OPEN_PUNCTUATION:
    case U_LB_PREFIX_NUMERIC: return LineKind::open;
    case U_LB_CLOSE_PUNCTUATION:
    case U_LB_CLOSE_PARENTHESIS:
    case U_LB_EXCLAMATION:
    case U_LB_INFIX_NUMERIC:
    case U_LB_BREAK_SYMBOLS:
    case U_LB_NONSTARTER:
    case U_LB_INSEPARABLE:
    case U_LB_POSTFIX_NUMERIC:
    case U_LB_HYPHEN:
    case U_LB_BREAK_AFTER: return LineKind::close;
    case U_LB_ALPHABETIC:
    case U_LB_NUMERIC:
    case U_LB_HEBREW_LETTER:
    case U_LB_QUOTATION: return LineKind::word;
    case U_LB_GLUE:
    case U_LB_WORD_JOINER:
    case U_LB_COMBINING_MARK:
    case U_LB_ZWJ: return LineKind::glue;
    default: return LineKind::han;
  }
}

bool is_ascii(char32_t c) { return c < 0x80; }

/// - / . , : ) and the like between letters and digits belong to the word; — and … keep to their twin.
bool closes_inside_word(char32_t closing, LineKind next_kind, char32_t next) {
  if (closing == next && (closing == U'—' || closing == U'…')) return true;
  if (next_kind == LineKind::open && is_ascii(closing) && is_ascii(next)) return true;
  return next_kind == LineKind::word && (is_ascii(closing) || is_in(U"–~°′", closing));
}

bool may_part(char32_t left, LineKind left_kind, char32_t right, LineKind right_kind) {
  using enum LineKind;
  if (right_kind == space || right_kind == newline || right_kind == close || right_kind == glue) return false;
  if (left_kind == open || left_kind == glue) return false;
  if (left_kind == space) return true;
  if (left_kind == close) return !closes_inside_word(left, right_kind, right);
  if (left_kind == word) return right_kind == han || (right_kind == open && !is_ascii(right));
  return true;
}

/// A sign before a figure opens it: 下降-3.06%.
bool is_sign(std::u32string_view text, std::size_t at, const std::vector<LineKind>& kinds) {
  if (text[at] != U'-' && text[at] != U'+' && text[at] != U'−') return false;
  const bool figure = at + 1 < text.size() && text[at + 1] >= U'0' && text[at + 1] <= U'9';
  return figure && (at == 0 || kinds[at - 1] == LineKind::han || kinds[at - 1] == LineKind::space || kinds[at - 1] == LineKind::open);
}

}  // namespace

LineKind line_kind(char32_t c) {
  if (c == U'\n') return LineKind::newline;
  if (c >= 0x4E00 && c <= 0x9FFF) return LineKind::han;
  if ((c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z')) return LineKind::word;
  if (is_in(kOpen, c)) return LineKind::open;
  if (is_in(kClose, c)) return LineKind::close;
  return kind_of_class(u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_LINE_BREAK));
}

std::vector<Break> find_breaks(std::u32string_view text) {
  std::vector<LineKind> kinds(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) kinds[i] = is_sign(text, i, kinds) ? LineKind::open : line_kind(text[i]);
  std::vector<Break> breaks(text.size(), Break::may);
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (kinds[i] == LineKind::newline) continue;
    breaks[i] = may_part(text[i], kinds[i], text[i + 1], kinds[i + 1]) ? Break::may : Break::no;
  }
  part_long_codes(text, breaks);
  keep_figures_together(text, breaks);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (kinds[i] == LineKind::newline) breaks[i] = Break::must;
  }
  return breaks;
}

}  // namespace lvce
