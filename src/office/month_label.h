// What offices write where a month stands: 1月, 一月, 2021年1月, Jan-16, 1-2月, 2021.1.5–2021.2.4. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace lvce {

/// A month, or a reading period of several.
struct MonthLabel {
  std::optional<int> year;          ///< nothing: the label does not say
  int first = 0;                    ///< 1…12
  int last = 0;                     ///< ≥ first
  std::optional<std::int64_t> day;  ///< the day (since 1970-01-01), where one single day is meant
  bool bare = false;                ///< a number alone, or a number and nothing that says month
  bool operator==(const MonthLabel&) const = default;
};

/// Of a period between two days of about a month it is the month with most of its days. Nothing for other texts, and for periods that begin in
/// one year and end in another with as much in each.
std::optional<MonthLabel> month_label(const std::string& text);

/// The one month that a title or a name speaks of: 2021年1月能源消费统计, 3月. Nothing for none, several, or 1-12月.
std::optional<int> month_in(const std::string& text);

}  // namespace lvce
