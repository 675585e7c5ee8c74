#include "rubric/deadlines.h"

#include <charconv>
#include <chrono>
#include <cstdio>

namespace lvce {
namespace {

using std::chrono::sys_days;

std::optional<int> number_in(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::optional<sys_days> day_of(std::string_view date) {
  if (date.size() != 10 || date[4] != '-' || date[7] != '-') return std::nullopt;
  const auto year = number_in(date.substr(0, 4)), month = number_in(date.substr(5, 2)), day = number_in(date.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const auto made = std::chrono::year(*year) / *month / *day;
  if (!made.ok()) return std::nullopt;
  return sys_days(made);
}

sys_days last_day_of(const Deadline& deadline, int year) {
  const auto month = std::chrono::year(year + deadline.year_offset) / deadline.month;
  return deadline.day == 0 ? sys_days(month / std::chrono::last) : sys_days(month / deadline.day);
}

}  // namespace

std::string deadline_day(const Deadline& deadline, int year) {
  const std::chrono::year_month_day day{last_day_of(deadline, year)};
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()), static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return text;
}

std::optional<DaysLeft> days_left(const Rubric& rubric, int year, std::string_view date) {
  const auto today = day_of(date);
  if (!today) return std::nullopt;
  std::optional<DaysLeft> best;
  for (const Deadline& deadline : rubric.deadlines) {
    const int days = static_cast<int>((last_day_of(deadline, year) - *today).count());
    const bool better = !best || (days >= 0 ? best->days < 0 || days < best->days : best->days < 0 && days > best->days);
    if (better) best = DaysLeft{&deadline, days};
  }
  return best;
}

}  // namespace lvce
