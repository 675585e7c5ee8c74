#include "office/period_label.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "office/values.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr std::string_view kYearWord = "年";

/// Takes a word off the end, or off the beginning.
bool drop_end(std::string& text, std::string_view word) {
  if (!text.ends_with(word)) return false;
  text.resize(text.size() - word.size());
  return true;
}

bool drop_start(std::string& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.erase(0, word.size());
  return true;
}

/// 一季度, 第1季, Q3, 下半年: first and last month.
std::optional<std::pair<int, int>> part_of_year(std::string text) {
  if (text == "上半年") return std::pair(1, 6);
  if (text == "下半年") return std::pair(7, 12);
  const bool said = drop_end(text, "季度") || drop_end(text, "季") || drop_start(text, "Q") || drop_start(text, "q");
  if (!said) return std::nullopt;
  drop_start(text, "第");
  static constexpr std::array<std::string_view, 4> kWords = {"一", "二", "三", "四"};
  for (int quarter = 0; quarter < 4; ++quarter) {
    if (text == kWords[static_cast<std::size_t>(quarter)] || text == std::to_string(quarter + 1)) return std::pair(3 * quarter + 1, 3 * quarter + 3);
  }
  return std::nullopt;
}

/// The year before a quarter (2021年一季度, 2021Q1, 2021-Q1), taken off.
std::optional<int> take_year(std::string& text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::size_t named = text.find(kYearWord);
  const std::size_t end = named == digits ? digits + kYearWord.size() : digits;
  const auto year = digits == 4 || (digits == 2 && named == digits) ? parse_typed_year(text.substr(0, end)) : std::nullopt;
  if (!year) return std::nullopt;
  text.erase(0, end);
  drop_start(text, "度");
  if (!text.empty() && std::string_view("-./").find(text.front()) != std::string_view::npos) text.erase(0, 1);
  return year;
}

std::optional<MonthLabel> quarter_label(const std::string& text) {
  std::string clean = without_space(fold_width(text));
  const std::optional<int> year = take_year(clean);
  const auto months = part_of_year(clean);
  if (!months) return std::nullopt;
  return MonthLabel{year, months->first, months->second, std::nullopt, false};
}

}  // namespace

std::optional<MonthLabel> period_label(const std::string& text, PeriodKind kind) {
  if (kind == PeriodKind::months) return month_label(text);
  if (kind == PeriodKind::quarters) return text.size() > 40 ? std::nullopt : quarter_label(text);
  const auto year = parse_typed_year(text);
  if (!year) return std::nullopt;
  return MonthLabel{year, 0, 0, std::nullopt, false};
}

PeriodKind kind_of_periods(const std::vector<std::string>& texts) {
  for (const PeriodKind kind : {PeriodKind::months, PeriodKind::quarters}) {
    if (std::any_of(texts.begin(), texts.end(), [&](const std::string& text) { return period_label(text, kind).has_value(); })) return kind;
  }
  return PeriodKind::years;
}

}  // namespace lvce
