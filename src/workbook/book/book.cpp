#include "workbook/book/book.h"

#include <cmath>
#include <cstdio>

namespace lvce::xlsx {
namespace {

constexpr int kLastRow = 1048576;
constexpr int kLastColumn = 16384;
constexpr double kLastSerial = 2958465;  // 9999-12-31

}  // namespace

const Cell& Sheet::at(int row, int column) const {
  static const Cell blank;
  const auto found_row = rows.find(row);
  if (found_row == rows.end()) return blank;
  const auto found = found_row->second.find(column);
  return found == found_row->second.end() ? blank : found->second;
}

std::string cell_name(int row, int column) {
  std::string letters;
  for (int rest = column; rest > 0; rest = (rest - 1) / 26) letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters + std::to_string(row);
}

std::optional<std::pair<int, int>> parse_cell_name(std::string_view name) {
  int column = 0;
  int row = 0;
  std::size_t at = 0;
  const auto skip_dollar = [&] {
    if (at < name.size() && name[at] == '$') ++at;
  };
  skip_dollar();
  for (; at < name.size() && ((name[at] | 0x20) >= 'a' && (name[at] | 0x20) <= 'z'); ++at) {
    column = column * 26 + ((name[at] | 0x20) - 'a' + 1);
    if (column > kLastColumn) return std::nullopt;
  }
  skip_dollar();
  for (; at < name.size() && name[at] >= '0' && name[at] <= '9'; ++at) {
    row = row * 10 + (name[at] - '0');
    if (row > kLastRow) return std::nullopt;
  }
  if (at != name.size() || row == 0 || column == 0) return std::nullopt;
  return std::pair(row, column);
}

std::optional<Range> parse_range(std::string_view text) {
  const std::size_t colon = text.find(':');
  const auto first = parse_cell_name(text.substr(0, colon));
  const auto last = colon == std::string_view::npos ? first : parse_cell_name(text.substr(colon + 1));
  if (!first || !last || first->first > last->first || first->second > last->second) return std::nullopt;
  return Range{first->first, first->second, last->first, last->second};
}

std::optional<std::int64_t> day_of_serial(double serial, bool system_1904) {
  if (!(serial >= 0 && serial <= kLastSerial)) return std::nullopt;
  const auto whole = static_cast<std::int64_t>(std::floor(serial));
  if (system_1904) return whole - 24107;
  return whole < 60 ? whole - 25568 : whole - 25569;
}

std::chrono::year_month_day civil_date(std::int64_t day) { return std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(day))); }

std::string date_text(std::int64_t day) {
  const auto date = civil_date(day);
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return buffer;
}

}  // namespace lvce::xlsx
