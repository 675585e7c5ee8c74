#include "workbook/detect/reading_days.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <set>

#include "office/metered.h"
#include "workbook/detect/words.h"

namespace lvce::formats {
namespace {

namespace chrono = std::chrono;

constexpr int kLateDay = 20;             ///< from this day on most of the quantity is of the month itself
constexpr std::size_t kOftenAMonth = 3;  ///< rows; so many a month are days or weeks of their own

/// The words above the axis.
std::string words_above_axis(const BlockShape& shape) {
  std::string words;
  for (int row = shape.axis.first - 1; row >= std::max(shape.top, shape.axis.first - 3); --row) words += shape.grid.text(row, shape.axis.column);
  return words;
}

}  // namespace

void doubt_reading_days(Candidate& found, const BlockShape& shape) {
  static constexpr std::array kPaid = {"缴", "交费", "付款", "入账", "开票", "结算", "扣款", "报销", "记账"};
  static constexpr std::array kBought = {"购", "充值"};  // what was bought on that day is what counts
  static constexpr std::array kRead = {"抄", "读", "冻结", "采集"};
  if (!is_metered(found.carrier) || shape.axis.kind != PeriodKind::months) return;
  std::set<unsigned> days;
  std::set<std::pair<int, int>> months;
  std::set<std::string> rows;
  for (const auto& [row, label] : shape.axis.labels) {
    if (!label.day) return;
    days.insert(static_cast<unsigned>(chrono::year_month_day(chrono::sys_days(chrono::days(*label.day))).day()));
    months.insert({label.year.value_or(0), label.first});
    rows.insert(shape.grid.text(row, shape.axis.column));
  }
  if (rows.size() >= months.size() * kOftenAMonth) return;
  const std::string heading = words_above_axis(shape);
  const bool months_as_days = days.size() == 1 && *days.begin() == 1 && heading.find("月") != std::string::npos;  // 缴费月份
  if (months_as_days || holds_one(heading, kBought)) return;
  if (holds_one(heading, kPaid)) {
    found.doubts.push_back("只有缴费（开票）的日期，用量是哪个月的看不出来，请在表里加一列月份");
    return;
  }
  const bool clock = shape.grid.text(shape.axis.labels.front().first, shape.axis.column).find(':') != std::string::npos;
  const bool first_days = days.size() == 1 && *days.begin() == 1 && !clock && !holds_one(heading, kRead);
  if (first_days || *days.begin() >= kLateDay) return;
  found.doubts.push_back("抄表日期在月初或月中（" + std::to_string(*days.begin()) + "日），用量算上月还是本月的看不出来，请在表里加一列月份");
}

}  // namespace lvce::formats
