#include "workbook/detect/month_doubts.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "office/month_label.h"
#include "office/period_label.h"
#include "office/values.h"
#include "support/ascii.h"
#include "support/text.h"
#include "workbook/mapping/mapped_series.h"

namespace lvce::formats {
namespace {

constexpr int kEndRows = 6;
constexpr std::size_t kYear = 12;

/// Months that all say one year, below a title that says another: dates typed in the year of typing.
void doubt_year(Candidate& found, const BlockShape& shape, int column) {
  std::set<int> years;
  for (const auto& [row, label] : shape.axis.labels) years.insert(label.year.value_or(0));
  if (years.size() != 1 || *years.begin() == 0 || shape.grid.across()) return;
  const auto titled = year_of_columns(shape.grid.source(), shape.real_top(), shape.axis.first, {column, shape.axis.column, shape.right});
  if (!titled || titled->year == *years.begin()) return;
  found.doubts.push_back("标题写 " + std::to_string(titled->year) + " 年，月份写的是 " + std::to_string(*years.begin()) + " 年");
}

/// 9, 1, 11: the number 2021.10 is stored as 2021.1. 12, 1, 2 …: the first month is another year's.
void doubt_order(Candidate& found, const BlockShape& shape) {
  const auto& labels = shape.axis.labels;
  for (std::size_t i = 1; i + 1 < labels.size(); ++i) {
    if (labels[i].second.first == 1 && labels[i - 1].second.first == 9 && labels[i + 1].second.first == 11)
      return found.doubts.push_back("9月和11月之间写的是1月，像是10月");
  }
  const bool from_december = labels.size() >= kYear && labels[0].second.first == kYear && labels[1].second.first == 1;
  if (from_december && !labels[0].second.year && shape.year_column == 0) found.doubts.push_back("月份从12月开始，这个12月是哪一年的看不出来");
}

/// 2020.12 and then 2020.01; one month of 2012 among those of 2021: the year was not changed, or mistyped.
void doubt_years_of_months(Candidate& found, const BlockShape& shape) {
  const auto& labels = shape.axis.labels;
  std::map<int, int> months;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const MonthLabel& one = labels[i].second;
    if (!one.year || one.day) return;
    ++months[*one.year];
    const bool back = i > 0 && i + 1 < labels.size() && labels[i + 1].second.year == *one.year + 1 && labels[i + 1].second.first == 2 &&
                      *labels[i - 1].second.year == *one.year && labels[i - 1].second.first == 12 && one.first == 1;
    if (back) return found.doubts.push_back(std::to_string(*one.year) + "年12月下面又是" + std::to_string(*one.year) + "年1月，年份像是没有改");
  }
  if (labels.size() < kYear || shape.down) return;
  for (std::size_t i = 1; i + 1 < labels.size(); ++i) {
    const int year = *labels[i].second.year, before = *labels[i - 1].second.year, after = *labels[i + 1].second.year;
    if (months[year] == 1 && before == after && year != before)
      return found.doubts.push_back(std::to_string(before) + "年各月中间写着" + std::to_string(year) + "年" + std::to_string(labels[i].second.first) +
                                    "月，年份像是写错了");
  }
}

/// 1-3月 among the months, 1-6月 below 1-3月: a sum of what stands there already, or a running total.
void doubt_overlaps(Candidate& found, const BlockShape& shape, int column) {
  const auto& labels = shape.axis.labels;
  for (const auto& [row, label] : labels) {
    if (label.first >= label.last || label.day || !shape.grid.figure(row, column)) continue;
    const bool again = std::any_of(labels.begin(), labels.end(), [&, at = row, wide = label](const auto& other) {
      const MonthLabel& one = other.second;
      return other.first != at && one.year == wide.year && one.first <= wide.last && wide.first <= one.last &&
             shape.year_before(other.first) == shape.year_before(at);
    });
    if (again) return found.doubts.push_back("「" + shape.grid.text(row, shape.axis.column) + "」与别的行的月份重复，像是小计或累计");
  }
}

/// 截至2022年1月: when the list was drawn up; its months may be the year before.
void doubt_closing_date(Candidate& found, const BlockShape& shape) {
  if (shape.grid.across() || shape.year_column > 0 || shape.axis.labels.front().second.year) return;
  for (const std::string& title : titles_above(shape.grid.source(), shape.real_top(), shape.axis.first)) {
    const bool closing = title.find("截至") != std::string::npos || title.find("截止") != std::string::npos;
    if (closing && year_in(title)) return found.doubts.push_back("「" + title + "」说的是截止日期，各月是哪一年的看不出来");
  }
}

/// A figure below a month that is written once, with nothing that says of what: most likely a sum.
void doubt_nameless_rows(Candidate& found, const BlockShape& shape, int column) {
  if (!shape.down || shape.kind_column > 0) return;
  for (int row = shape.axis.first; row <= shape.last; ++row) {
    const bool read = std::find(shape.rows.begin(), shape.rows.end(), row) != shape.rows.end();
    if (read || shape.is_total_row(row) || !shape.grid.text(row, shape.axis.column).empty() || !shape.grid.figure(row, column)) continue;
    const auto [r, c] = shape.grid.real(row, column);
    return found.doubts.push_back(shape.grid.source().origin(r, c).cell + " 一行没有写名称，像是小计，是否相加看不出来");
  }
}

/// A figure just above or below the months, beside a text that speaks of months that are not among them: 一季度 above 4月, 12月(预估).
void doubt_rows_at_ends(Candidate& found, const BlockShape& shape, int column) {
  if (shape.axis.kind != PeriodKind::months || shape.axis.bare) return;
  const auto is_listed = [&](int month) {
    return std::any_of(shape.axis.labels.begin(), shape.axis.labels.end(),
                       [&](const auto& label) { return label.second.first <= month && month <= label.second.last; });
  };
  const auto speaks_of_missing = [&](int row) {
    const std::string& text = shape.grid.text(row, shape.axis.column);
    if (text.empty()) return false;
    if (const auto month = month_in(text)) return !is_listed(*month);
    const bool no_month = is_ascii_digit(text.front()) && without_space(text).ends_with("月") && text.find_first_of("-~") == std::string::npos;  // 13月
    if (no_month && !month_label(text)) return true;
    const auto part = period_label(text, PeriodKind::quarters);
    return part && !is_listed(part->first) && !is_listed(part->last);
  };
  const int first = shape.axis.labels.front().first;
  for (const auto& [from, to] :
       {std::pair(std::max(shape.top, first - kEndRows), first - 1), std::pair(shape.last + 1, std::min(shape.end, shape.last + kEndRows))})
    for (int row = from; row <= to; ++row) {
      if (!speaks_of_missing(row) || !shape.grid.figure(row, column)) continue;
      const auto [r, c] = shape.grid.real(row, column);
      return found.doubts.push_back(shape.grid.source().origin(r, c).cell + "「" + shape.grid.text(row, shape.axis.column) +
                                    "」是不是缺的月份的用量，看不出来");
    }
}

}  // namespace

bool only_grows(const Candidate& found) {
  constexpr std::size_t kLeastMonths = 10;
  std::map<int, std::vector<Decimal>> years;
  for (const auto& [month, value] : found.values) years[std::get<0>(month)].push_back(value);
  return std::any_of(years.begin(), years.end(), [](const auto& year) {
    const std::vector<Decimal>& values = year.second;
    const bool grows = std::adjacent_find(values.begin(), values.end(), [](const Decimal& a, const Decimal& b) { return !(a < b); }) == values.end();
    return values.size() >= kLeastMonths && grows && values.front() * *Decimal::parse("1.5") < values.back();
  });
}

void doubt_months(Candidate& found, const BlockShape& shape, int column) {
  doubt_year(found, shape, column);
  doubt_order(found, shape);
  doubt_years_of_months(found, shape);
  doubt_overlaps(found, shape, column);
  doubt_closing_date(found, shape);
  doubt_nameless_rows(found, shape, column);
  doubt_rows_at_ends(found, shape, column);
}

}  // namespace lvce::formats
