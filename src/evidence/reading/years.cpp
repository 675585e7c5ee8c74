#include "evidence/reading/years.h"

#include <algorithm>
#include <optional>

#include "support/text.h"

namespace lvce {
namespace {

constexpr std::u32string_view kOpening = U"〔[（(【［{";
constexpr std::u32string_view kBehind = U"年〕])）】］}-./—－";
constexpr std::u32string_view kChineseDigits = U"〇一二三四五六七八九";

bool stands_in(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }
bool is_figure(char32_t c) { return c >= U'0' && c <= U'9'; }

std::optional<int> digit_of(char32_t c) {
  if (is_figure(c)) return static_cast<int>(c - U'0');
  if (c == U'O' || c == U'o' || c == U'○' || c == U'零') return 0;
  const std::size_t at = kChineseDigits.find(c);
  return at == std::u32string_view::npos ? std::nullopt : std::optional<int>(static_cast<int>(at));
}

/// The four characters at `at` as a year; all Arabic or all Chinese.
std::optional<int> year_at(std::u32string_view text, std::size_t at) {
  int year = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    const std::optional<int> digit = digit_of(text[i]);
    if (!digit || is_figure(text[i]) != is_figure(text[at])) return std::nullopt;
    year = 10 * year + *digit;
  }
  return year >= 1990 && year <= 2099 ? std::optional<int>(year) : std::nullopt;
}

/// What follows makes four digits a year: 年, a closing bracket behind an opening one, or the rest of a date.
bool reads_as_year(std::u32string_view text, std::size_t at) {
  if (at > 0 && digit_of(text[at - 1])) return false;
  const char32_t behind = at + 4 < text.size() ? text[at + 4] : U' ';
  if (behind == U'年') return true;
  if (!is_figure(text[at]) || !stands_in(kBehind, behind)) return false;
  if (stands_in(U"-./—－", behind)) return at + 5 < text.size() && is_figure(text[at + 5]);
  return at > 0 && stands_in(kOpening, text[at - 1]);
}

}  // namespace

std::vector<int> years_named_in(std::string_view utf8) {
  const std::u32string text = decode_utf8(without_space(fold_width(utf8)));
  std::vector<int> years;
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    const std::optional<int> year = year_at(text, at);
    if (year && reads_as_year(text, at) && std::find(years.begin(), years.end(), *year) == years.end()) years.push_back(*year);
  }
  return years;
}

}  // namespace lvce
