#include "office/invoice.h"

#include <cstdio>

namespace lvce {
namespace {

using std::chrono::year_month_day;

std::string day_words(std::chrono::sys_days day) {
  const year_month_day date(day);
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", int(date.year()), unsigned(date.month()), unsigned(date.day()));
  return text;
}

bool ends_month(std::chrono::sys_days day) { return unsigned(year_month_day(day + std::chrono::days(1)).day()) == 1; }

template <typename Value>
void take_missing(std::optional<Value>& to, const std::optional<Value>& more, const char* name, const std::string& source, Invoice& invoice) {
  if (to || !more) return;
  to = more;
  invoice.other[name] = source;
}

void take_missing(std::string& to, const std::string& more, const char* name, const std::string& source, Invoice& invoice) {
  if (!to.empty() || more.empty()) return;
  to = more;
  invoice.other[name] = source;
}

}  // namespace

std::string span_words(const DaySpan& span) {
  const year_month_day first(span.first), last(span.last);
  if (unsigned(first.day()) != 1 || !ends_month(span.last)) return day_words(span.first) + "至" + day_words(span.last);
  const std::string begin = std::to_string(int(first.year())) + "年" + std::to_string(unsigned(first.month()));
  if (first.year() != last.year()) return begin + "月至" + std::to_string(int(last.year())) + "年" + std::to_string(unsigned(last.month())) + "月";
  return begin + (first.month() == last.month() ? "" : "—" + std::to_string(unsigned(last.month()))) + "月";
}

DaySpan month_span(int year, int month) {
  const std::chrono::year_month at = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month));
  return {std::chrono::sys_days(at / 1), std::chrono::sys_days(at / std::chrono::last)};
}

void complete_from(Invoice& to, const Invoice& more) {
  if (to.number != more.number && !to.number.ends_with(more.number) && !more.number.ends_with(to.number)) return;
  if (more.number.size() > to.number.size()) to.number = more.number;
  take_missing(to.date, more.date, "日期", more.source, to);
  take_missing(to.seller, more.seller, "销售方", more.source, to);
  take_missing(to.amount, more.amount, "金额", more.source, to);
  take_missing(to.tax, more.tax, "税额", more.source, to);
  take_missing(to.total, more.total, "价税合计", more.source, to);
  take_missing(to.meter, more.meter, "户号", more.source, to);
  take_missing(to.cancels, more.cancels, "红冲", more.source, to);
  const auto printed = more.other.find("用量起止");
  if (!to.period && more.period) to.other["用量起止"] = more.source + (printed == more.other.end() ? "" : "的" + printed->second);
  if (!to.period) to.period = more.period;
  if (to.lines.empty() && !more.lines.empty()) {
    to.lines = more.lines;
    to.other["明细"] = more.source;
  }
}

}  // namespace lvce
