#include "workbook/mapping/named_month.h"

#include <algorithm>
#include <string_view>

#include "office/month_label.h"
#include "support/ascii.h"
#include "support/text.h"
#include "workbook/mapping/mapped_values.h"

namespace lvce::formats {
namespace {

constexpr int kFirstShortYear = 2010;
constexpr int kLastShortYear = 2049;

std::string leading_digits(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_ascii_digit);
  return {text.begin(), end};
}

/// What stands behind the two digits of a short year, its mark taken off; empty where there is no such year.
std::string behind_short_year(const std::string& name) {
  if (leading_digits(name).size() != 2) return {};
  for (const std::string_view mark : {"年", ".", "-", "_"}) {
    if (name.compare(2, mark.size(), mark) == 0) return name.substr(2 + mark.size());
  }
  return {};
}

std::optional<int> short_year(const std::string& digits) {
  const int year = 2000 + std::stoi(digits);
  return year >= kFirstShortYear && year <= kLastShortYear ? std::optional(year) : std::nullopt;
}

std::optional<int> month_of_digits(const std::string& digits) {
  if (digits.empty() || digits.size() > 2) return std::nullopt;
  const int month = std::stoi(digits);
  return month >= 1 && month <= 12 ? std::optional(month) : std::nullopt;
}

/// 21.1 电费, 21年3月, 2101.
NamedMonth short_name(const std::string& name) {
  if (name.size() == 4 && leading_digits(name).size() == 4) {
    const auto month = month_of_digits(name.substr(2));
    const auto year = short_year(name.substr(0, 2));
    return month && year ? NamedMonth{year, month} : NamedMonth{};
  }
  const std::string rest = behind_short_year(name);
  if (rest.empty()) return name.size() > 2 && name.compare(2, std::string::npos, "年") == 0 ? NamedMonth{short_year(name.substr(0, 2)), {}} : NamedMonth{};
  const auto month = month_of_digits(leading_digits(rest));
  const bool said = name.compare(2, std::string_view("年").size(), "年") == 0;
  return month || said ? NamedMonth{short_year(name.substr(0, 2)), month} : NamedMonth{};
}

/// 能耗202103, 电费_2021-03: digits of year and month together, or a year, a mark and a month, at the end of the name or before a mark. Once only.
NamedMonth glued_name(const std::string& name) {
  NamedMonth found;
  int mentions = 0;
  for (std::size_t at = 0; at < name.size();) {
    const std::string digits = leading_digits(name.substr(at));
    if (digits.empty()) {
      ++at;
      continue;
    }
    std::size_t end = at + digits.size();
    std::string year = digits.substr(0, 4), month = digits.size() == 6 ? digits.substr(4) : "";
    if (digits.size() == 4 && end < name.size() && std::string_view("-._").find(name[end]) != std::string_view::npos) {
      month = leading_digits(name.substr(end + 1));
      end += 1 + month.size();
    }
    const bool closed = end >= name.size() || std::string_view("-._(").find(name[end]) != std::string_view::npos;
    const bool said = digits.size() == 6 || digits.size() == 4;
    at = end;
    if (!said || !year_in(year) || !month_of_digits(month)) continue;
    if (++mentions > 1) return {};
    if (closed) found = {year_in(year), month_of_digits(month)};
  }
  return found;
}

}  // namespace

NamedMonth month_of_name(const std::string& name) {
  const std::string clean = without_space(fold_width(name));
  const auto label = month_label(clean);
  NamedMonth found{label && label->year ? label->year : year_in(clean), month_in(clean)};
  const NamedMonth glued = found.year && found.month ? NamedMonth{} : glued_name(clean);
  if (glued.month && (!found.year || found.year == glued.year) && !found.month) return glued;
  if (found.year) return found;
  const NamedMonth brief = short_name(clean);
  if (brief.year) return {brief.year, brief.month ? brief.month : found.month};
  return found;
}

}  // namespace lvce::formats
