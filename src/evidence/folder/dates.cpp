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

/// 20230305, and the same with a time behind it (12 or 14 digits).
std::optional<std::string> packed(const Digits& text, DigitRun run) {
  if (run.size() != 8 && run.size() != 12 && run.size() != 14) return std::nullopt;
  const int month = text.number(run.begin + 4, 2);
  const int day = text.number(run.begin + 6, 2);
  if (month == 0 || day == 0) return std::nullopt;
  return date_text(text.number(run.begin, 4), month, day);
}

/// 2023-03-05, 2023.3, 2023_3_5: month and day of one or two digits behind one sign.
std::optional<std::string> with_signs(const Digits& text, DigitRun year) {
  const char32_t sign = text.at(year.end);
  if (sign != '-' && sign != '.' && sign != '_' && sign != '/') return std::nullopt;
  const DigitRun month = text.run(year.end + 1);
  if (month.size() < 1 || month.size() > 2 || text.number(month.begin, month.size()) == 0) return std::nullopt;
  const int value = text.number(month.begin, month.size());
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

std::optional<std::string> date_at(const Digits& text, DigitRun run) {
  if (auto date = packed(text, run)) return date;
  if (run.size() != 4) return std::nullopt;
  if (auto date = with_signs(text, run)) return date;
  if (auto date = with_words(text, run)) return date;
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
  const Digits text(decode_utf8(fold_width(title)));
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

}  // namespace lvce
