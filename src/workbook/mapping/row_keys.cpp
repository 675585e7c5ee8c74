#include "workbook/mapping/row_keys.h"

#include <algorithm>

#include "office/values.h"
#include "support/text.h"
#include "workbook/mapping/month_label.h"

namespace lvce::formats {

bool RowKeys::months_say_years() const {
  const auto& rows = source_.sheet->rows;
  return months.column > 0 && std::any_of(rows.upper_bound(header_row), rows.end(),
                                          [&](const auto& row) { return year_and_month(source_.text(row.first, months.column)).has_value(); });
}

std::optional<Dated> RowKeys::year_of(int row) {
  if (years.column > 0) {
    const int at = key_row(years, row);
    const std::string text = source_.text(at, years.column);
    auto year = parse_typed_year(text);
    if (const auto both = year_and_month(text); !year && both) year = both->first;
    if (year) return Dated{*year, source_.origin(at, years.column)};
    if (!text.empty())
      return complain("year-unreadable", source_.origin(at, years.column), "「" + text + "」不是年份，这一行没有采用", "请填四位数年份，例如 2021");
  } else if (months.column > 0) {
    const int at = key_row(months, row);
    const std::string text = source_.text(at, months.column);
    if (const auto both = year_and_month(text)) return Dated{both->first, source_.origin(at, months.column)};
    if (const auto label = month_label(text); label && label->year) return Dated{*label->year, source_.origin(at, months.column)};
  }
  if (table_year) return table_year;
  return complain("row-without-year", source_.origin(row, years.column > 0 ? years.column : months.column), "这一行没有年度，没有采用", "请填写年度");
}

std::optional<Dated> RowKeys::month_of(int row) {
  if (months.column > 0) {
    const int at = key_row(months, row);
    const std::string text = source_.text(at, months.column);
    auto month = parse_typed_month(text);
    if (const auto both = year_and_month(text); !month && both) month = both->second;
    if (const auto label = month_label(text); !month && label && label->first == label->last) month = label->first;
    if (month) return Dated{*month, source_.origin(at, months.column)};
    if (!text.empty())
      return complain("month-unreadable", source_.origin(at, months.column), "「" + text + "」不是月份，这一行没有采用", "请填 1 至 12，或“全年”");
  }
  if (rule_.month) return Dated{*rule_.month, source_.origin(row, 1)};
  return complain("row-without-month", source_.origin(row, std::max(months.column, 1)), "这一行没有月份，没有采用", "请填 1 至 12，或“全年”");
}

std::nullopt_t RowKeys::complain(const char* code, const xlsx::Origin& at, std::string message, std::string hint) {
  reporter_.at_cell(code, Severity::error, place_of(at), std::move(message), std::move(hint));
  return std::nullopt;
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
