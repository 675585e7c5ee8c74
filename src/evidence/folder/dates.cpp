#include <algorithm>
#include <array>
#include <cstdio>

#include "evidence/folder/names.h"
#include "support/ascii.h"
#include "support/text.h"

namespace lvce {
namespace {

bool is_year(int year) { return year >= 1990 && year <= 2099; }

int days_in(int year, int month) {
  constexpr std::array kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return kDays.at(static_cast<std::size_t>(month - 1)) + (month == 2 && leap ? 1 : 0);
}

/// A run of digits and what stands behind it.
struct DigitRun {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t size() const { return end - begin; }
};

class Digits {
 public:
  explicit Digits(std::u32string text) : text_(std::move(text)) {}

  std::size_t size() const { return text_.size(); }
  char32_t at(std::size_t place) const { return place < text_.size() ? text_[place] : U'\0'; }
  DigitRun run(std::size_t begin) const {
    std::size_t end = begin;
    while (is_ascii_digit(at(end))) ++end;
    return {begin, end};
  }
  int number(std::size_t begin, std::size_t length) const {
    int value = 0;
    for (std::size_t i = begin; i < begin + length; ++i) value = value * 10 + static_cast<int>(text_[i] - '0');
    return value;
  }

 private:
  std::u32string text_;
};

int numeral_digit(char32_t c) {
  constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
  if (c == U'零' || c == U'○' || c == U'Ｏ') return 0;
  const auto found = c == 0 ? std::u32string_view::npos : kDigits.find(c);
  return found == std::u32string_view::npos ? -1 : static_cast<int>(found);
}

/// 一 … 三十一 at `at`; 0: none. `end`: behind it.
int numeral_value(const std::u32string& text, std::size_t at, std::size_t& end) {
  const auto digit = [&](std::size_t place) { return place < text.size() ? numeral_digit(text[place]) : -1; };
  end = at;
  int value = 0;
  if (digit(end) > 0) value = digit(end++);
  if (end < text.size() && text[end] == U'十') {
    value = std::max(value, 1) * 10;
    ++end;
    if (digit(end) > 0) value += digit(end++);
  }
  return value;
}

void replace_value(std::u32string& text, std::size_t begin, std::size_t end, int value) {
  const std::string digits = std::to_string(value);
  text.replace(begin, end - begin, std::u32string(digits.begin(), digits.end()));
}

/// 二〇二一年三月五日 with figures; other numerals stay.
std::u32string with_figures(std::u32string text) {
  for (std::size_t at = 0; at + 4 < text.size(); ++at) {
    int year = 0;
    std::size_t length = 0;
    while (length < 4 && numeral_digit(text[at + length]) >= 0) year = year * 10 + numeral_digit(text[at + length++]);
    if (length < 4 || text[at + 4] != U'年' || !is_year(year)) continue;
    replace_value(text, at, at + 4, year);
    std::size_t next = at + 5;
    for (char32_t unit : {U'月', U'日'}) {
      std::size_t end = next;
      const int value = numeral_value(text, next, end);
      if (value == 0 || end >= text.size() || text[end] != unit) break;
      replace_value(text, next, end, value);
      next = text.find(unit, next) + 1;
    }
  }
  return text;
}

/// 20230305, and the same with a time behind it (12 or 14 digits).
std::optional<std::string> packed(const Digits& text, DigitRun run) {
  if (run.size() != 8 && run.size() != 12 && run.size() != 14) return std::nullopt;
  const int month = text.number(run.begin + 4, 2);
  const int day = text.number(run.begin + 6, 2);
  if (month == 0 || day == 0) return std::nullopt;
  return date_text(text.number(run.begin, 4), month, day);
}

/// 202303.
std::optional<std::string> packed_month(const Digits& text, DigitRun run) {
  if (run.size() != 6 || text.number(run.begin + 4, 2) == 0) return std::nullopt;
  return date_text(text.number(run.begin, 4), text.number(run.begin + 4, 2), 0);
}

/// 21年, 21年度; not 近20年, 20年来.
std::optional<std::string> short_year(const Digits& text, DigitRun run) {
  constexpr int kFirstShort = 15;
  constexpr int kLastShort = 39;
  const int value = run.size() == 2 ? text.number(run.begin, 2) : 0;
  if (value < kFirstShort || value > kLastShort || text.at(run.end) != U'年') return std::nullopt;
  const char32_t before = run.begin > 0 ? text.at(run.begin - 1) : U' ';
  const char32_t behind = text.at(run.end + 1);
  const auto is_in = [](char32_t c, std::u32string_view set) { return c != 0 && set.find(c) != std::u32string_view::npos; };
  if (is_in(before, U"近前去立满第达共这后用龄.-") || is_in(behind, U"来间内限以前后庆级份工龄期的")) return std::nullopt;
  return date_text(2000 + value, 0, 0);
}

/// 2021上半年, 2021第一季度, 2021一季度, 2021Q1.
std::optional<std::string> with_part(const Digits& text, DigitRun year) {
  std::size_t at = year.end;
  if (text.at(at) == U'第') ++at;
  const bool half = (text.at(at) == U'上' || text.at(at) == U'下') && text.at(at + 1) == U'半';
  const bool quarter = numeral_digit(text.at(at)) > 0 && text.at(at + 1) == U'季';
  const bool latin = (text.at(at) == 'Q' || text.at(at) == 'q') && text.at(at + 1) >= '1' && text.at(at + 1) <= '4';
  return half || quarter || latin ? date_text(text.number(year.begin, 4), 0, 0) : std::nullopt;
}

/// 2023-03-05, 2023.3, 2023_3_5: month and day of one or two digits behind one sign.
std::optional<std::string> with_signs(const Digits& text, DigitRun year) {
  const char32_t sign = text.at(year.end);
  if (sign != '-' && sign != '.' && sign != '_' && sign != '/') return std::nullopt;
  const DigitRun month = text.run(year.end + 1);
  if (month.size() < 1 || month.size() > 2 || text.number(month.begin, month.size()) == 0) return std::nullopt;
  const int value = text.number(month.begin, month.size());
  if (text.at(month.end) == U'季') return date_text(text.number(year.begin, 4), 0, 0);
  const DigitRun day = text.at(month.end) == sign ? text.run(month.end + 1) : DigitRun{};
  if (day.size() >= 1 && day.size() <= 2 && text.number(day.begin, day.size()) > 0) {
    return date_text(text.number(year.begin, 4), value, text.number(day.begin, day.size()));
  }
  return date_text(text.number(year.begin, 4), value, 0);
}

/// 2023年3月5日, 2023年3月, 2023年.
std::optional<std::string> with_words(const Digits& text, DigitRun year) {
  if (text.at(year.end) != U'年') return std::nullopt;
  const int value = text.number(year.begin, 4);
  const DigitRun month = text.run(year.end + 1);
  if (month.size() < 1 || month.size() > 2 || text.at(month.end) != U'月') return date_text(value, 0, 0);
  const int month_value = text.number(month.begin, month.size());
  const DigitRun day = text.run(month.end + 1);
  const bool has_day = day.size() >= 1 && day.size() <= 2 && (text.at(day.end) == U'日' || text.at(day.end) == U'号');
  const auto full = date_text(value, month_value, has_day ? text.number(day.begin, day.size()) : 0);
  return month_value > 0 && full ? full : date_text(value, 0, 0);
}

/// 〔2023〕 of a document number.
std::optional<std::string> in_brackets(const Digits& text, DigitRun year) {
  const char32_t before = year.begin > 0 ? text.at(year.begin - 1) : U'\0';
  const char32_t behind = text.at(year.end);
  const bool pair = (before == U'〔' && behind == U'〕') || (before == '[' && behind == ']') || (before == U'【' && behind == U'】');
  return pair ? date_text(text.number(year.begin, 4), 0, 0) : std::nullopt;
}

/// 2021、2022年, 2021-2022年度, 2021年至2022年: years in a row, joined by one sign, the last with 年.
std::optional<YearSpan> span_at(const Digits& text, DigitRun run) {
  constexpr std::u32string_view kJoints = U"、,-—–~至到和及与";
  YearSpan span;
  int years = 0;
  bool named = false;
  while (run.size() == 4 && is_year(text.number(run.begin, 4))) {
    const int year = text.number(run.begin, 4);
    span = years == 0 ? YearSpan{year, year} : YearSpan{std::min(span.first, year), std::max(span.last, year)};
    ++years;
    std::size_t at = run.end;
    named = text.at(at) == U'年';
    if (named) ++at;
    if (named && text.at(at) == U'度') ++at;
    if (text.at(at) == 0 || kJoints.find(text.at(at)) == std::u32string_view::npos) break;
    const DigitRun next = text.run(at + 1);
    if (next.size() != 4 || !is_year(text.number(next.begin, 4))) break;
    run = next;
  }
  return years > 1 && named ? std::optional<YearSpan>(span) : std::nullopt;
}

std::optional<std::string> date_at(const Digits& text, DigitRun run) {
  if (auto date = packed(text, run)) return date;
  if (auto date = packed_month(text, run)) return date;
  if (auto date = short_year(text, run)) return date;
  if (run.size() != 4) return std::nullopt;
  if (auto date = with_signs(text, run)) return date;
  if (auto date = with_words(text, run)) return date;
  if (auto date = with_part(text, run)) return date;
  return in_brackets(text, run);
}

}  // namespace

std::optional<std::string> date_text(int year, int month, int day) {
  if (!is_year(year) || month < 0 || month > 12 || day < 0 || (month == 0 && day > 0)) return std::nullopt;
  if (month > 0 && day > days_in(year, month)) return std::nullopt;
  char buffer[40];
  if (month == 0) std::snprintf(buffer, sizeof buffer, "%04d", year);
  else if (day == 0) std::snprintf(buffer, sizeof buffer, "%04d-%02d", year, month);
  else std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", year, month, day);
  return buffer;
}

std::optional<std::string> date_in(std::string_view title) {
  const Digits text(with_figures(decode_utf8(fold_width(title))));
  for (std::size_t at = 0; at < text.size();) {
    const DigitRun run = text.run(at);
    if (run.size() == 0) {
      ++at;
      continue;
    }
    if (auto date = date_at(text, run)) return date;
    at = run.end;
  }
  return std::nullopt;
}

std::optional<YearSpan> years_in(std::string_view title) {
  const Digits text(with_figures(decode_utf8(fold_width(title))));
  for (std::size_t at = 0; at < text.size();) {
    const DigitRun run = text.run(at);
    if (run.size() == 0) {
      ++at;
      continue;
    }
    if (auto span = span_at(text, run)) return span;
    at = run.end;
  }
  return std::nullopt;
}

}  // namespace lvce
