#include "layout/text/units.h"

#include <algorithm>
#include <array>

namespace lvce {

namespace {

/// Longest first where one begins with another. What official texts of this field count in.
constexpr std::array<std::u32string_view, 73> kUnits = {
    U"万千瓦时", U"千瓦时", U"千瓦",   U"千克标准煤", U"千克", U"公斤", U"吨标准煤", U"吨二氧化碳", U"吨",   U"万立方米", U"立方米", U"万平方米", U"平方米",
    U"百万千焦", U"万大卡", U"吉焦",   U"公里",       U"千米", U"毫米", U"厘米",     U"米",         U"升",   U"万元",     U"亿元",   U"元",       U"万人次",
    U"人次",     U"人",     U"百分点", U"个百分点",   U"个月", U"个",   U"小时",     U"分钟",       U"年度", U"年",       U"月",     U"日",       U"时",
    U"天",       U"次",     U"项",     U"分",         U"页",   U"册",   U"条",       U"款",         U"号",   U"份",       U"张",     U"台",       U"套",
    U"辆",       U"车",     U"盏",     U"块",         U"只",   U"家",   U"处",       U"层",         U"间",   U"批",       U"期",     U"级",       U"倍",
    U"度",       U"户",     U"名",     U"件",         U"章",   U"节",   U"幅",       U"座"};

/// Units in letters, behind a space: "12.5 kWh".
constexpr std::array<std::u32string_view, 24> kLetterUnits = {U"kWh", U"MWh", U"kW", U"MW", U"W",  U"V",  U"A",  U"kgce", U"tce", U"kg", U"g", U"t",
                                                              U"GJ",  U"MJ",  U"kJ", U"m²", U"m³", U"㎡", U"km", U"mm",   U"cm",  U"m",  U"L", U"tCO2"};

bool is_digit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }
bool is_capital(char32_t c) { return c >= U'A' && c <= U'Z'; }
bool ends_figure(char32_t c) { return is_digit(c) || c == U'%' || c == U'％' || c == U'‰'; }

bool is_stroke(char32_t c) { return c == U'/' || c == U'／'; }

template <std::size_t N>
std::size_t unit_length(const std::array<std::u32string_view, N>& units, std::u32string_view text) {
  std::size_t longest = 0;
  for (const std::u32string_view unit : units) {
    if (unit.size() > longest && text.starts_with(unit)) longest = unit.size();
  }
  return longest;
}

void forbid(std::vector<Break>& breaks, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < std::min(to, breaks.size()); ++i) breaks[i] = Break::no;
}

/// A compound goes on behind a stroke: 千克标准煤/平方米.
std::size_t end_of_unit(std::u32string_view text, std::size_t at) {
  std::size_t end = at + std::max(unit_length(kUnits, text.substr(at)), unit_length(kLetterUnits, text.substr(at)));
  if (end > at && end < text.size() && is_stroke(text[end])) {
    const std::size_t more = unit_length(kUnits, text.substr(end + 1));
    if (more > 0) end += 1 + more;
  }
  return end;
}

/// A long unit may be parted before its stroke, 标准煤 and 二氧化碳, if need be.
bool is_seam(std::u32string_view text, std::size_t at) {
  const std::u32string_view rest = text.substr(at + 1);
  return (!rest.empty() && is_stroke(rest.front())) || rest.starts_with(U"标准煤") || rest.starts_with(U"二氧化碳");
}

/// The figure ends at `last`; keeps it with the unit that follows, one space between them allowed.
void keep_unit(std::u32string_view text, std::size_t last, std::vector<Break>& breaks) {
  std::size_t at = last + 1;
  if (at < text.size() && text[at] == U' ') ++at;
  const std::size_t end = at < text.size() ? end_of_unit(text, at) : at;
  if (end <= at) return;
  forbid(breaks, last, end - 1);
  for (std::size_t i = at; i + 1 < end; ++i) {
    if (is_seam(text, i)) breaks[i] = Break::rather_not;
  }
}

std::size_t length_of_unit_before(std::u32string_view text, std::size_t end) {
  std::size_t longest = 0;
  for (const std::u32string_view unit : kUnits) {
    if (unit.size() > longest && text.substr(0, end).ends_with(unit)) longest = unit.size();
  }
  return longest;
}

/// With or without a figure: a compound is parted at its seams only.
void keep_compound(std::u32string_view text, std::size_t stroke, std::vector<Break>& breaks) {
  const std::size_t head = length_of_unit_before(text, stroke), tail = unit_length(kUnits, text.substr(stroke + 1));
  if (head == 0 || tail == 0) return;
  forbid(breaks, stroke - head, stroke + tail);
  for (std::size_t i = stroke - head; i < stroke + tail; ++i) {
    if (is_seam(text, i)) breaks[i] = Break::rather_not;
  }
}

/// "GB/T 29149": the space between code and number holds them together.
void keep_code(std::u32string_view text, std::size_t space, std::vector<Break>& breaks) {
  std::size_t begin = space;
  while (begin > 0 && space - begin < 9 && (is_capital(text[begin - 1]) || is_digit(text[begin - 1]) || text[begin - 1] == U'/')) --begin;
  if (begin < space && is_capital(text[begin]) && is_capital(text[space - 1])) forbid(breaks, space - 1, space + 1);
}

bool is_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
bool is_printed_ascii(char32_t c) { return c > U' ' && c < 0x7F; }

/// A long address or code (https://…, SBGLJ-2021-…) may be parted behind its marks, if need be; figures never are.
void part_long_code(std::u32string_view text, std::size_t begin, std::size_t end, std::vector<Break>& breaks) {
  constexpr std::size_t kLongCode = 18;
  constexpr std::u32string_view kMarks = U"/-_?&=.";
  const std::u32string_view code = text.substr(begin, end - begin);
  if (code.size() < kLongCode || std::none_of(code.begin(), code.end(), is_letter)) return;
  for (std::size_t i = begin + 3; i + 3 < end; ++i) {
    const bool in_figure = is_digit(text[i - 1]) && is_digit(text[i + 1]) && text[i] == U'.';
    if (is_in(kMarks, text[i]) && !is_in(kMarks, text[i + 1]) && !in_figure && breaks[i] == Break::no) breaks[i] = Break::rather_not;
  }
}

}  // namespace

void part_long_codes(std::u32string_view text, std::vector<Break>& breaks) {
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_printed_ascii(text[end])) ++end;
    part_long_code(text, i, end, breaks);
    i = end + 1;
  }
}

void keep_figures_together(std::u32string_view text, std::vector<Break>& breaks) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool more = i + 1 < text.size();
    if (ends_figure(text[i]) && (!more || !is_digit(text[i + 1]))) keep_unit(text, i, breaks);
    if (is_stroke(text[i])) keep_compound(text, i, breaks);
    if (more && text[i] == U'第' && is_digit(text[i + 1])) forbid(breaks, i, i + 1);
    if (more && text[i] == U' ' && is_digit(text[i + 1])) keep_code(text, i, breaks);
  }
}

}  // namespace lvce
