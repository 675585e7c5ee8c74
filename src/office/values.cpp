#include "office/values.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <vector>

#include "support/text.h"

namespace lvce {
namespace {

bool all_digits(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos; }

std::string folded(std::string_view text) { return trim(fold_width(text)); }

std::optional<int> small_number(std::string_view text) {
  int value = 0;
  if (text.size() > 6 || !all_digits(text)) return std::nullopt;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// Without its commas; nothing when they do not stand in groups of three before the point.
std::optional<std::string> without_group_commas(const std::string& text) {
  if (text.find(',') == std::string::npos) return text;
  const std::size_t whole_end = std::min(text.find('.'), text.size());
  if (text.find(',', whole_end) != std::string::npos) return std::nullopt;
  const std::size_t sign = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
  const std::vector<std::string> groups = split(std::string_view(text).substr(sign, whole_end - sign), ',');
  if (groups.front().empty() || groups.front().size() > 3) return std::nullopt;
  for (std::size_t i = 1; i < groups.size(); ++i) {
    if (groups[i].size() != 3) return std::nullopt;
  }
  return text.substr(0, sign) + join(groups, "") + text.substr(whole_end);
}

std::optional<std::string> checked_date(std::string_view year, std::string_view month, std::string_view day) {
  const auto y = small_number(year);
  const auto m = small_number(month);
  const auto d = small_number(day);
  if (!y || !m || !d || *y < 1990 || *y > 2099) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*y), std::chrono::month(static_cast<unsigned>(*m)), std::chrono::day(static_cast<unsigned>(*d))};
  if (!date.ok()) return std::nullopt;
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", *y, *m, *d);
  return std::string(buffer);
}

}  // namespace

std::optional<Decimal> parse_typed_number(std::string_view text) {
  std::string clean = replace_all(folded(text), "−", "-");
  if (clean.starts_with('\'')) clean.erase(0, 1);
  const auto plain = without_group_commas(clean);
  return plain ? Decimal::parse(*plain) : std::nullopt;
}

std::optional<Decimal> parse_typed_percent(std::string_view text) {
  std::string clean = folded(text);
  if (!clean.ends_with('%')) return std::nullopt;
  clean.pop_back();
  return parse_typed_number(clean);
}

std::optional<int> parse_typed_year(std::string_view text) {
  std::string clean = without_space(fold_width(text));
  if (clean.starts_with('\'')) clean.erase(0, 1);
  for (const std::string ending : {"年度", "年"}) {
    if (clean.ends_with(ending)) clean.resize(clean.size() - ending.size());
  }
  if (clean.size() != 4) return std::nullopt;
  const auto year = small_number(clean);
  return year && *year >= 1990 && *year <= 2099 ? year : std::nullopt;
}

std::optional<int> parse_typed_month(std::string_view text) {
  std::string clean = without_space(fold_width(text));
  if (clean.starts_with('\'')) clean.erase(0, 1);
  if (clean == "全年") return 0;
  for (const std::string ending : {"月份", "月"}) {
    if (clean.ends_with(ending)) clean.resize(clean.size() - ending.size());
  }
  static constexpr std::array<std::string_view, 12> kChinese = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"};
  for (std::size_t i = 0; i < kChinese.size(); ++i) {
    if (clean == kChinese[i]) return static_cast<int>(i) + 1;
  }
  const auto month = clean.size() <= 2 ? small_number(clean) : std::nullopt;
  return month && *month >= 1 && *month <= 12 ? month : std::nullopt;
}

std::optional<std::string> parse_typed_date(std::string_view text) {
  std::string clean = folded(text);
  if (clean.starts_with('\'')) clean.erase(0, 1);
  const std::size_t time = clean.find_first_of("T ");
  if (time != std::string::npos && clean.find(':', time) != std::string::npos) clean.resize(time);
  clean = without_space(clean);
  if (clean.size() == 8 && all_digits(clean)) return checked_date(clean.substr(0, 4), clean.substr(4, 2), clean.substr(6));
  if (clean.ends_with("日") || clean.ends_with("号")) clean.resize(clean.size() - 3);
  for (const char* separator : {"年", "月", "/", "."}) clean = replace_all(clean, separator, "-");
  const std::vector<std::string> parts = split(clean, '-');
  return parts.size() == 3 ? checked_date(parts[0], parts[1], parts[2]) : std::nullopt;
}

std::optional<std::string> normalise_indicator_id(std::string_view text) {
  std::string clean = folded(text);
  if (clean.starts_with('\'')) clean.erase(0, 1);
  for (const char* separator : {"、", "—", "–", "。", "-", "_", " "}) clean = replace_all(clean, separator, ".");
  while (clean.ends_with('.')) clean.pop_back();
  std::vector<std::string> numbers;
  for (const std::string& piece : split(clean, '.')) {
    if (piece.empty() && !numbers.empty()) continue;  // "2. 1": a separator with a space beside it
    const auto number = piece.size() <= 3 ? small_number(piece) : std::nullopt;
    if (!number) return std::nullopt;
    numbers.push_back(std::to_string(*number));
  }
  if (numbers.empty() || numbers.size() > 6) return std::nullopt;
  return join(numbers, ".");
}

bool is_total_label(std::string_view text) {
  constexpr int kLongestLabel = 8;  // "2020年度合计"; a criterion that says 累计最高得4分 is no total
  const std::string clean = without_space(text);
  if (count_characters(clean) > kLongestLabel) return false;
  for (const char* label : {"合计", "小计", "总计", "共计", "累计"}) {
    if (clean.find(label) != std::string::npos) return true;
  }
  return false;
}

bool is_dash(std::string_view text) {
  const std::u32string plain = decode_utf8(without_space(fold_width(text)));
  return !plain.empty() && plain.find_first_not_of(U"-/—–―") == std::u32string::npos;
}

std::string name_key(std::string_view text) {
  std::string clean = without_space(fold_width(text));
  clean = clean.substr(0, clean.find_first_of("(["));
  clean = clean.substr(0, clean.find("【"));
  for (const char* dropped : {":", "*"}) clean = replace_all(clean, dropped, "");
  return clean;
}

std::string header_unit(std::string_view header) {
  const std::string clean = without_space(fold_width(header));
  const std::size_t open = clean.find_first_of("([");
  if (open == std::string::npos) return {};
  const std::size_t close = std::min(clean.find_first_of(")]", open), clean.size());
  std::string unit = clean.substr(open + 1, close - open - 1);
  for (char& c : unit) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  for (const auto& [from, to] : {std::pair("³", "3"), std::pair("²", "2"), std::pair("㎡", "m2"), std::pair("㎥", "m3"), std::pair("·", ""),
                                 std::pair("：", ""), std::pair(":", ""), std::pair("单位", "")}) {
    unit = replace_all(unit, from, to);
  }
  return unit;
}

}  // namespace lvce
