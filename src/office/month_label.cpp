#include "office/month_label.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>
#include <vector>

#include "office/year_digits.h"
#include "support/ascii.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace chrono = std::chrono;

constexpr int kLongestMonth = 45;  ///< days; what is longer covers several months

/// One end of a period. 0: not said.
struct Point {
  int year = 0;
  int month = 0;
  int day = 0;
  bool bare = false;
};

/// "2021年1月" → "#年#月" and {2021, 1}. A # of the text's own is none in the form.
struct Shape {
  std::string form;
  std::vector<std::string> numbers;
};

Shape shape_of(const std::string& text) {
  Shape shape;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_ascii_digit(text[at])) {
      shape.form += text[at] == '#' ? '?' : text[at];
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_ascii_digit(text[end])) ++end;
    shape.form += '#';
    shape.numbers.push_back(text.substr(at, end - at));
    at = end;
  }
  return shape;
}

/// 0 for what is no year.
int year_of_digits(const std::string& digits, bool said) {
  if (digits.size() == 2 && said) return 2000 + std::stoi(digits);
  if (digits.size() != 4 || digits < "1990" || digits > "2099") return 0;
  return std::stoi(digits);
}

int small(const std::string& digits, int most) {
  const int value = digits.size() > 2 ? 0 : std::stoi(digits);
  return value <= most ? value : 0;
}

std::string with_month_digits(std::string text) {
  for (const auto& [word, digits] :
       {std::pair("十一月", "11月"), std::pair("十二月", "12月"), std::pair("十月", "10月"), std::pair("一月", "1月"), std::pair("二月", "2月"),
        std::pair("三月", "3月"), std::pair("四月", "4月"), std::pair("五月", "5月"), std::pair("六月", "6月"), std::pair("七月", "7月"),
        std::pair("八月", "8月"), std::pair("九月", "9月"), std::pair("元月", "1月")})
    text = replace_all(std::move(text), word, digits);
  return text;
}

/// jan-16, 2016jan: as 2016-1.
std::string with_english_months(const std::string& text) {
  static constexpr std::array kNames = {"january",   "february", "march",    "april",    "may", "june", "july", "august",
                                        "september", "october",  "november", "december", "jan", "feb",  "mar",  "apr",
                                        "may",       "jun",      "jul",      "aug",      "sep", "oct",  "nov",  "dec"};
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    const std::size_t at = text.find(kNames[i]);
    if (at == std::string::npos) continue;
    std::string rest = text;
    rest.erase(at, std::string(kNames[i]).size());
    std::erase_if(rest, [](char c) { return c == '-' || c == '.' || c == ',' || c == '\'' || c == '/'; });
    const std::string month = std::to_string(i % 12 + 1) + "月";
    if (rest == month || rest.ends_with("年" + month)) return rest;  // 1月 Jan
    if (!rest.empty() && (rest.find_first_not_of("0123456789") != std::string::npos || (rest.size() != 2 && rest.size() != 4))) return text;
    return rest.empty() ? month : (rest.size() == 2 ? "20" + rest : rest) + "年" + month;
  }
  return text;
}

/// 2021-01-31 23:59:59 as programs export it: without the time of day.
std::string without_clock(const std::string& text) {
  const std::size_t colon = text.find(':');
  const std::size_t gap = colon == std::string::npos ? colon : text.find_last_of("Tt ", colon);
  const bool day_before = gap != std::string::npos && gap >= 8 && text.find_first_of("0123456789") == 0;
  return day_before && colon - gap <= 3 && text.find_first_not_of("0123456789:.", gap + 1) == std::string::npos ? text.substr(0, gap) : text;
}

std::string plain(const std::string& text) {
  std::string clean = without_space(without_clock(trim(fold_width(text))));
  if (clean.starts_with('\'')) clean.erase(0, 1);
  for (char& c : clean) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  for (const auto& [from, to] : {std::pair("月份", "月"), std::pair("年度", "年"), std::pair("号", "日"), std::pair("至", "~"), std::pair("到", "~"),
                                 std::pair("～", "~"), std::pair("—", "~"), std::pair("–", "~"), std::pair("―", "~"), std::pair("−", "-"), std::pair("、", "~"),
                                 std::pair("——", "~"), std::pair("~~", "~"), std::pair("－", "-"), std::pair("年-", "年")})
    clean = replace_all(clean, from, to);
  return with_english_months(with_month_digits(with_year_digits(clean)));
}

std::optional<Point> checked(Point point) {
  if (point.month < 1) return std::nullopt;
  return point;
}

/// One day or month.
std::optional<Point> point_of(const std::string& text) {
  const Shape shape = shape_of(text);
  const std::vector<std::string>& n = shape.numbers;
  const std::string& form = shape.form;
  if (form == "#" && n[0].size() == 6) {
    const int year = year_of_digits(n[0].substr(0, 4), false);
    return year == 0 ? std::nullopt : checked({year, small(n[0].substr(4), 12), 0, false});
  }
  if ((form == "#" || form == "#日") && n[0].size() == 8) {
    const int year = year_of_digits(n[0].substr(0, 4), false);
    return year == 0 ? std::nullopt : checked({year, small(n[0].substr(4, 2), 12), small(n[0].substr(6), 31), false});
  }
  if (form == "#") return checked({0, small(n[0], 12), 0, true});
  if (form == "#月") return checked({0, small(n[0], 12), 0, false});
  if (form == "#月#日" || form == "#月#") return checked({0, small(n[0], 12), small(n[1], 31), false});
  const bool said = form.starts_with("#年");
  if (form == "#年#月" || form == "#年#" || form == "#.#" || form == "#-#" || form == "#/#" || form == "#.#月" || form == "#-#月" || form == "#/#月") {
    const int year = year_of_digits(n[0], said);
    return year == 0 ? std::nullopt : checked({year, small(n[1], 12), 0, false});
  }
  if (form == "#年#月#日" || form == "#年#月#" || form == "#.#.#" || form == "#-#-#" || form == "#/#/#" || form == "#.#.#日") {
    const int year = year_of_digits(n[0], said);
    const int day = small(n[2], 31);
    return year == 0 || day == 0 ? std::nullopt : checked({year, small(n[1], 12), day, false});
  }
  return std::nullopt;
}

chrono::sys_days civil_day(int year, int month, int day) {
  const chrono::year_month first = chrono::year(year) / month;
  const auto last = static_cast<unsigned>((first / chrono::last).day());
  return chrono::sys_days(first / static_cast<int>(std::min(static_cast<unsigned>(day), last)));
}

/// Days of a period that lie in a month.
int days_in(chrono::sys_days from, chrono::sys_days to, chrono::year_month month) {
  const chrono::sys_days first = chrono::sys_days(month / 1);
  const chrono::sys_days last = chrono::sys_days(month / chrono::last);
  return static_cast<int>((std::min(to, last) - std::max(from, first)).count()) + 1;
}

/// The months that a period of days is about: of a short one the month with most days, of a long one all that it covers by half.
std::optional<MonthLabel> months_of_days(chrono::sys_days from, chrono::sys_days to, bool year_said) {
  if (to < from || (to - from).count() > 370) return std::nullopt;
  const chrono::year_month_day begin(from);
  std::vector<std::pair<int, chrono::year_month>> parts;
  for (chrono::year_month month = begin.year() / begin.month(); chrono::sys_days(month / 1) <= to; month += chrono::months(1))
    parts.emplace_back(days_in(from, to, month), month);
  if ((to - from).count() <= kLongestMonth) {
    const auto most = *std::max_element(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    parts = {most};
  } else {
    std::erase_if(parts, [](const auto& part) { return part.first < 15; });
  }
  if (parts.empty() || parts.front().second.year() != parts.back().second.year()) return std::nullopt;
  MonthLabel label;
  if (year_said) label.year = static_cast<int>(parts.front().second.year());
  label.first = static_cast<int>(static_cast<unsigned>(parts.front().second.month()));
  label.last = static_cast<int>(static_cast<unsigned>(parts.back().second.month()));
  return label;
}

std::optional<MonthLabel> period_of(Point from, Point to) {
  if (to.year == 0) to.year = from.year;
  if (from.day > 0 && to.day > 0) {
    const bool said = from.year > 0;
    if (!said) from.year = to.year = 2021;  // any that is no leap year
    if (!said && to.month < from.month && (from.month != 12 || to.month != 1)) return std::nullopt;
    if (!said && to.month < from.month) from.year = 2020;
    return months_of_days(civil_day(from.year, from.month, from.day), civil_day(to.year, to.month, to.day), said);
  }
  if (from.day > 0 || to.day > 0 || (from.year != to.year) || to.month <= from.month) return std::nullopt;
  if (from.bare && to.bare) return std::nullopt;
  if (from.month == 1 && to.month == 12) return std::nullopt;
  return MonthLabel{from.year > 0 ? std::optional(from.year) : std::nullopt, from.month, to.month, std::nullopt, false};
}

/// 12.26, 12/26: a day, where a period ends or begins.
std::optional<Point> day_at_end(const std::string& text) {
  const Shape shape = shape_of(text);
  if (shape.form != "#.#" && shape.form != "#/#") return std::nullopt;
  const int month = small(shape.numbers[0], 12), day = small(shape.numbers[1], 31);
  return month > 0 && day > 0 ? std::optional(Point{0, month, day, false}) : std::nullopt;
}

std::optional<MonthLabel> period_in(const std::string& text) {
  const char mark = text.find('~') == std::string::npos ? '-' : '~';
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
    auto from = point_of(text.substr(0, at));
    auto to = point_of(text.substr(at + 1));
    if (!from && !to) {
      from = day_at_end(text.substr(0, at));
      to = day_at_end(text.substr(at + 1));
    }
    if (!from || !to) continue;
    if (const auto period = period_of(*from, *to)) return period;
  }
  return std::nullopt;
}

/// 1.26-2.25 of February: the days of its bill.
bool is_its_period(const std::optional<Point>& month, const std::string& remark) {
  const Shape shape = shape_of(remark);
  if (!month || shape.numbers.size() != 4) return false;
  std::string marks = shape.form;
  for (const char* mark : {"#", ".", "-", "~", "/", "月", "日"}) marks = replace_all(marks, mark, "");
  const int from = small(shape.numbers[0], 12), to = small(shape.numbers[2], 12);
  return marks.empty() && (from == month->month || to == month->month) && (to == from || to == from % 12 + 1);
}

/// 31天
bool is_length_of_month(const std::string& remark) {
  const Shape shape = shape_of(remark);
  return shape.form == "#天" && shape.numbers[0] >= "28" && shape.numbers[0] <= "31" && shape.numbers[0].size() == 2;
}

/// 2月(春节), 2月(1.26-2.25): without the remark. One that says a sum, a part or a correction of the month stays, and with it the text is no month.
std::string without_remark(const std::string& text) {
  static constexpr std::array kMore = {"累", "计", "同", "比", "均", "初", "末", "退", "补", "差", "调", "预", "其中"};
  const std::size_t open = text.find('(');
  if (open == std::string::npos || open == 0 || !text.ends_with(')')) return text;
  const std::string remark = text.substr(open + 1, text.size() - open - 2);
  if (is_its_period(point_of(text.substr(0, open)), remark) || is_length_of_month(remark)) return text.substr(0, open);
  const bool more = std::any_of(remark.begin(), remark.end(), is_ascii_digit) ||
                    std::any_of(kMore.begin(), kMore.end(), [&](const char* word) { return remark.find(word) != std::string::npos; });
  return more ? text : text.substr(0, open);
}

/// 5月*, 5月①, 5月底, 5月份抄表: the month, and what says no more of it.
std::string without_tail(const std::string& text) {
  static constexpr std::array kTails = {"*", "★", "※", "底", "末", "抄表", "-", ":", ".",   "。",  "①",
                                        "②", "③", "④", "⑤",  "⑥",  "⑦",    "⑧", "⑨", "注1", "注2", "注3"};
  const std::size_t month = text.rfind("月");
  if (month == std::string::npos) return text;
  const std::string tail = text.substr(month + std::string_view("月").size());
  return std::find(kTails.begin(), kTails.end(), tail) == kTails.end() ? text : text.substr(0, text.size() - tail.size());
}

}  // namespace

std::optional<MonthLabel> month_label(const std::string& text) {
  if (text.empty() || text.size() > 60) return std::nullopt;
  const std::string clean = without_tail(without_remark(plain(text)));
  if (const auto point = point_of(clean)) {
    MonthLabel label{point->year > 0 ? std::optional(point->year) : std::nullopt, point->month, point->month, std::nullopt, point->bare};
    if (point->day > 0 && point->year > 0) label.day = civil_day(point->year, point->month, point->day).time_since_epoch().count();
    return label;
  }
  return period_in(clean);
}

std::optional<int> month_in(const std::string& text) {
  const Shape shape = shape_of(plain(text));
  std::optional<int> found;
  std::size_t number = 0;
  for (std::size_t at = 0; at < shape.form.size(); ++at) {
    if (shape.form[at] != '#') continue;
    const std::string& digits = shape.numbers[number++];
    if (shape.form.compare(at + 1, 3, "月") != 0) continue;
    const bool range = at > 0 && (shape.form[at - 1] == '~' || shape.form[at - 1] == '-' || shape.form[at - 1] == '.') && number > 1 &&
                       shape.numbers[number - 2].size() < 4;
    const bool day = at + 4 < shape.form.size() && (shape.form[at + 4] == '#' || shape.form[at + 4] == '~' || shape.form[at + 4] == '-');
    const int month = small(digits, 12);
    if (range || day || month == 0 || (found && *found != month)) return std::nullopt;
    found = month;
  }
  if (found) return found;
  const auto whole = month_label(text);  // 202101, 2021-01
  return whole && whole->first == whole->last && !whole->bare && !whole->day ? std::optional(whole->first) : std::nullopt;
}

}  // namespace lvce
