#include "office/year_digits.h"

#include <optional>
#include <string_view>

#include "support/text.h"

namespace lvce {
namespace {

constexpr std::size_t kYearDigits = 4;

/// Nothing for what is no Chinese figure. Offices write the letter O for 〇.
std::optional<char> chinese_digit(char32_t c) {
  static constexpr std::u32string_view kZeros = U"零○OoＯ", kDigits = U"〇一二三四五六七八九";
  const std::size_t digit = kDigits.find(kZeros.find(c) == std::u32string_view::npos ? c : U'〇');
  return digit == std::u32string_view::npos ? std::nullopt : std::optional(static_cast<char>('0' + digit));
}

/// The four figures of a year with 年 behind them; empty for all else.
std::string year_at(std::u32string_view text, std::size_t at) {
  std::string year;
  if (at > 0 && chinese_digit(text[at - 1])) return {};
  while (year.size() < kYearDigits && at + year.size() < text.size() && chinese_digit(text[at + year.size()])) year += *chinese_digit(text[at + year.size()]);
  const bool closed = year.size() == kYearDigits && at + kYearDigits < text.size() && text[at + kYearDigits] == U'年';
  return closed && year >= "1990" && year <= "2099" ? year : std::string();
}

}  // namespace

std::string with_plain_digits(const std::string& text) {
  std::string out;
  for (const char32_t c : decode_utf8(text)) {
    if (const auto digit = chinese_digit(c)) out += *digit;
    else append_utf8(out, c);
  }
  return out;
}

std::string with_year_digits(const std::string& text) {
  if (text.find("年") == std::string::npos) return text;
  const std::u32string all = decode_utf8(text);
  std::string out;
  for (std::size_t at = 0; at < all.size(); ++at) {
    const std::string year = year_at(all, at);
    if (year.empty()) append_utf8(out, all[at]);
    else out += year;
    if (!year.empty()) at += kYearDigits - 1;
  }
  return out;
}

}  // namespace lvce
