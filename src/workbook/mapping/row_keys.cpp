#include "workbook/mapping/row_keys.h"

#include <algorithm>

#include "office/month_label.h"
#include "office/values.h"
#include "support/text.h"

namespace lvce::formats {

bool RowKeys::months_say_years() const {
  const auto& rows = source_.sheet->rows;
  return months.column > 0 && std::any_of(rows.upper_bound(header_row), rows.end(),
                                          [&](const auto& row) { return year_and_month(source_.text(row.first, months.column)).has_value(); });
}

std::optional<Dated> RowKeys::said_year(int row) const {
  const KeyColumn& key = years.column > 0 ? years : months;
  if (key.column == 0) return std::nullopt;
  const int at = key_row(key, row);
  const std::string text = source_.text(at, key.column);
  const xlsx::Origin where = source_.origin(at, key.column);
  if (const auto year = parse_typed_year(text); year && years.column > 0) return Dated{*year, where};
  if (const auto both = year_and_month(text)) return Dated{both->first, where};
  if (const auto label = month_label(text); label && label->year && years.column == 0) return Dated{*label->year, where};
  return std::nullopt;
}

std::optional<Dated> RowKeys::year_of(int row) {
  if (const auto said = said_year(row)) return said;
  if (years.column > 0) {
    const int at = key_row(years, row);
    const std::string text = source_.text(at, years.column);
    if (!text.empty())
      return complain("year-unreadable", source_.origin(at, years.column), "「" + text + "」不是年份，这一行没有采用", "请填四位数年份，例如 2021");
  }
  if (table_year) return table_year;
  return complain("row-without-year", source_.origin(row, years.column > 0 ? years.column : months.column), "这一行没有年度，没有采用", "请填写年度");
}

std::optional<PeriodOfRow> RowKeys::said_months(int row) const {
  if (months.column == 0) return std::nullopt;
  const int at = key_row(months, row);
  const std::string text = source_.text(at, months.column);
  const xlsx::Origin where = source_.origin(at, months.column);
  if (const auto month = parse_typed_month(text)) return PeriodOfRow{{*month, where}, *month};
  if (const auto both = year_and_month(text)) return PeriodOfRow{{both->second, where}, both->second};
  if (const auto label = month_label(text)) return PeriodOfRow{{label->first, where}, label->last};
  return std::nullopt;
}

std::optional<PeriodOfRow> RowKeys::months_of(int row) {
  if (const auto said = said_months(row)) return said;
  if (months.column > 0) {
    const int at = key_row(months, row);
    const std::string text = source_.text(at, months.column);
    if (!text.empty())
      return complain("month-unreadable", source_.origin(at, months.column), "「" + text + "」不是月份，这一行没有采用", "请填 1 至 12，或“全年”");
  }
  if (rule_.month) return PeriodOfRow{{*rule_.month, source_.origin(row, 1)}, *rule_.month};
  return complain("row-without-month", source_.origin(row, std::max(months.column, 1)), "这一行没有月份，没有采用", "请填 1 至 12，或“全年”");
}

std::optional<std::pair<int, PeriodOfRow>> RowKeys::peek(int row) const {
  const auto said = said_year(row);
  const auto year = said ? said : table_year;
  const auto period = said_months(row);
  if (!year || !period) return std::nullopt;
  return std::pair(year->value, *period);
}

std::optional<MergedMonths> RowKeys::months_beside(int row, int column) const {
  const auto& merges = source_.sheet->merges;
  const auto merge = std::find_if(merges.begin(), merges.end(), [&](const xlsx::Range& one) {
    return one.first_row < one.last_row && one.first_row <= row && row <= one.last_row && one.first_column <= column && column <= one.last_column &&
           one.first_row > header_row;
  });
  if (merge == merges.end()) return std::nullopt;
  std::optional<std::pair<int, PeriodOfRow>> all;
  for (int at = merge->first_row; at <= merge->last_row; ++at) {
    const auto here = peek(at);
    const bool month = here && here->second.last > 0;
    const bool follows = month && (!all || (all->first == here->first && all->second.last + 1 == here->second.first.value));
    if (!follows) return std::nullopt;
    if (all) all->second.last = here->second.last;
    else all = here;
  }
  return MergedMonths{merge->first_row, all->second};
}

std::nullopt_t RowKeys::complain(const char* code, const xlsx::Origin& at, std::string message, std::string hint) {
  reporter_.at_cell(code, Severity::error, place_of(at), std::move(message), std::move(hint));
  return std::nullopt;
}

void RowKeys::note_second(const std::string& what, const xlsx::Origin& at, int first_row) { seconds_.push_back({what, at, first_row}); }

void RowKeys::report_seconds(const char* code) {
  constexpr std::size_t kMostNamed = 3;
  if (seconds_.empty()) return;
  std::vector<std::string> names;
  for (const Second& second : seconds_)
    if (names.size() < kMostNamed) names.push_back(second.what);
  const std::string what = seconds_.size() == 1
                               ? names.front() + "填写了两行（另见第 " + std::to_string(seconds_.front().first_row) + " 行）"
                               : join(names, "、") + (seconds_.size() > kMostNamed ? "等" : "") + " " + std::to_string(seconds_.size()) + " 处填写了两行";
  Finding& told = reporter_.at_cell(code, Severity::error, place_of(seconds_.front().at), what + "，都不采用",
                                    "请只保留一行；分楼、分表登记、要相加的，在映射文件这张表下写 sum: true");
  for (const Second& second : seconds_)
    if (seconds_.size() > 1) told.places.push_back(place_of(second.at).in(reporter_.file()));
}

void RowKeys::remember(int row) {
  for (const KeyColumn& key : {years, months}) {
    if (key.down && !source_.text(row, key.column).empty()) last_given_[key.column] = row;
  }
}

int RowKeys::key_row(const KeyColumn& key, int row) const {
  for (const xlsx::Range& merge : source_.sheet->merges) {
    const bool covers = merge.first_column == key.column && merge.first_row <= row && row <= merge.last_row && merge.first_row > header_row;
    if (covers) return merge.first_row;
  }
  const auto last = last_given_.find(key.column);
  return key.down && last != last_given_.end() ? last->second : row;
}

}  // namespace lvce::formats
