#include "office/invoice_period.h"

#include <algorithm>
#include <array>
#include <vector>

#include "support/text.h"

namespace lvce {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr int kEarliestYear = 1990, kLatestYear = 2099;
constexpr int kLongestPeriod = 400;  ///< days
constexpr std::size_t kRemarkAtMost = 8192;
constexpr std::size_t kGapAtMost = 48;  ///< bytes between two dates of one period

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A date in a text; day 0: a month, month 0 never.
struct Mention {
  std::size_t begin = 0, end = 0;
  int year = 0;  ///< 0: not said
  int month = 0;
  int day = 0;
  bool worded = false;  ///< 年 and 月 are said
};

class DateScanner {
 public:
  explicit DateScanner(std::string_view text) : text_(text) {}

  std::vector<Mention> scan() {
    std::vector<Mention> out;
    for (std::size_t at = 0; at < text_.size();) {
      if (!is_digit(text_[at])) {
        ++at;
        continue;
      }
      const std::size_t run = run_at(at);
      std::optional<Mention> found = read(at, run);
      if (found) out.push_back(*found);
      at = found ? std::max(found->end, at + 1) : at + run;
    }
    return out;
  }

 private:
  std::size_t run_at(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && is_digit(text_[end])) ++end;
    return end - at;
  }

  int number(std::size_t at, std::size_t digits) const {
    int out = 0;
    for (std::size_t i = 0; i < digits; ++i) out = out * 10 + (text_[at + i] - '0');
    return out;
  }

  bool says(std::size_t at, std::string_view word) const { return text_.substr(std::min(at, text_.size())).starts_with(word); }

  static bool makes_sense(const Mention& m) {
    const bool year = m.year == 0 || (m.year >= kEarliestYear && m.year <= kLatestYear);
    const auto date = std::chrono::year(m.year == 0 ? 2024 : m.year) / std::chrono::month(static_cast<unsigned>(m.month)) /
                      std::chrono::day(static_cast<unsigned>(m.day == 0 ? 1 : m.day));
    return year && m.month >= 1 && m.month <= 12 && date.ok();
  }

  /// A digit run that begins a date.
  std::optional<Mention> read(std::size_t at, std::size_t run) const {
    Mention m;
    m.begin = at;
    if (run == 8 || run == 6) {
      m.year = number(at, 4);
      m.month = number(at + 4, 2);
      m.day = run == 8 ? number(at + 6, 2) : 0;
      m.end = at + run;
    } else if (run == 4) {
      m.year = number(at, 4);
      if (!read_month(at + run, m)) return std::nullopt;
    } else if (run <= 2) {
      if (!read_month_number(at, m)) return std::nullopt;
      if (!m.worded && m.day == 0) return std::nullopt;
    } else {
      return std::nullopt;
    }
    return makes_sense(m) ? std::optional(m) : std::nullopt;
  }

  /// Behind the year.
  bool read_month(std::size_t at, Mention& m) const {
    if (says(at, "年")) return read_month_number(at + 3, m) && (m.worded || m.day == 0);
    for (const char sign : {'-', '/', '.'}) {
      if (at < text_.size() && text_[at] == sign) return read_month_number(at + 1, m, sign);
    }
    return false;
  }

  bool read_month_number(std::size_t at, Mention& m, char sign = 0) const {
    const std::size_t run = run_at(at);
    if (run == 0 || run > 2) return false;
    m.month = number(at, run);
    m.end = at + run;
    if (says(m.end, "月")) {
      m.worded = true;
      m.end += 3;
      const std::size_t day = run_at(m.end);
      if (day >= 1 && day <= 2 && says(m.end + day, "日")) {
        m.day = number(m.end, day);
        m.end += day + 3;
      }
      return true;
    }
    const bool signed_day = m.end < text_.size() && (sign != 0 ? text_[m.end] == sign : text_[m.end] == '.' || text_[m.end] == '-');
    const std::size_t day = signed_day ? run_at(m.end + 1) : 0;
    if (day >= 1 && day <= 2 && !says(m.end + 1 + day, "月")) {
      m.day = number(m.end + 1, day);
      m.end += day + 1;
    }
    return sign != 0 || m.day != 0 || says(m.end, "-") || says(m.end, "至") || says(m.end, "~");  // the first of 1-2月 has no 月
  }

  std::string_view text_;
};

/// The two ends of one period: only signs and words that join stand between them.
bool joins(std::string_view gap) {
  if (gap.size() > kGapAtMost) return false;
  std::string left(gap);
  for (const char* word : {"至", "到", "起", "止", "本次", "本期", "上次", "上期", "抄表", "结束", "终止", "截止", "开始", "日期", "时间",     "日",
                           "—",  "–",  "~",  "-",  ":",    "；",   ";",    "，",   ",",    "、",   "(",    ")",    "_",    "～",   "00:00:00", "23:59:59"})
    left = replace_all(left, word, "");
  return without_space(left).empty();
}

bool is_contract(std::string_view text, std::size_t begin) {
  const std::string_view before = text.substr(begin > 36 ? begin - 36 : 0, std::min<std::size_t>(begin, 36));
  constexpr std::array<std::string_view, 4> kTerms = {"合同", "协议", "有效期", "租期"};
  return std::any_of(kTerms.begin(), kTerms.end(), [&](std::string_view word) { return before.find(word) != std::string_view::npos; });
}

sys_days day_of(int year, int month, int day) {
  return sys_days(std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) / std::chrono::day(static_cast<unsigned>(day)));
}

bool begins_month(sys_days day) { return unsigned(year_month_day(day).day()) == 1; }
bool is_last_of_month(sys_days day) { return begins_month(day + std::chrono::days(1)); }

/// Readings on one and the same day of two months: that day is counted once.
DaySpan without_doubled_day(DaySpan span) {
  if (span.days() < 2) return span;
  if (begins_month(span.first) && begins_month(span.last)) span.last -= std::chrono::days(1);
  else if (is_last_of_month(span.first) && is_last_of_month(span.last)) span.first += std::chrono::days(1);
  else if (year_month_day(span.first).day() == year_month_day(span.last).day()) span.first += std::chrono::days(1);
  return span;
}

std::optional<DaySpan> days_between(const Mention& from, Mention to) {
  if (from.year == 0 || from.day == 0 || to.day == 0) return std::nullopt;
  if (to.year == 0) to.year = to.month < from.month ? from.year + 1 : from.year;
  const DaySpan span{day_of(from.year, from.month, from.day), day_of(to.year, to.month, to.day)};
  return span.first <= span.last && span.days() <= kLongestPeriod ? std::optional(without_doubled_day(span)) : std::nullopt;
}

std::optional<DaySpan> months_between(const Mention& from, Mention to) {
  if (from.year == 0 || from.day != 0 || to.day != 0) return std::nullopt;
  if (to.year == 0) to.year = to.month < from.month ? from.year + 1 : from.year;
  const DaySpan span{month_span(from.year, from.month).first, month_span(to.year, to.month).last};
  return span.first <= span.last && span.days() <= kLongestPeriod ? std::optional(span) : std::nullopt;
}

/// 年月：, 账期 … in front, or 电费, 水费 … behind: numbers that are no words for a month need it.
bool has_month_word(std::string_view text, const Mention& m) {
  constexpr std::array<std::string_view, 14> kBefore = {"年月", "账期", "月份", "账单", "周期", "所属期", "费用期",
                                                        "计费", "电费", "水费", "气费", "热费", "抄表",   "用量"};
  constexpr std::array<std::string_view, 9> kBehind = {"电费", "水费", "气费", "燃气", "用电", "用水", "用气", "账单", "热费"};
  const std::size_t begin = m.begin > 15 ? m.begin - 15 : 0;
  const std::string before = replace_all(std::string(text.substr(begin, m.begin - begin)), " ", "");
  const std::string_view behind = text.substr(m.end, 12);
  const auto ends = [&](std::string_view word) { return before.ends_with(word) || before.ends_with(std::string(word) + ":"); };
  return std::any_of(kBefore.begin(), kBefore.end(), ends) ||
         std::any_of(kBehind.begin(), kBehind.end(), [&](std::string_view word) { return behind.starts_with(word); });
}

/// The one value that all say; nothing for none, or for several.
std::optional<DaySpan> the_one(const std::vector<DaySpan>& spans) {
  const bool one = !spans.empty() && std::all_of(spans.begin(), spans.end(), [&](const DaySpan& span) { return span == spans.front(); });
  return one ? std::optional(spans.front()) : std::nullopt;
}

template <typename Between>
std::vector<DaySpan> pairs_in(std::string_view text, const std::vector<Mention>& mentions, Between between) {
  std::vector<DaySpan> out;
  for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
    const std::string_view gap = text.substr(mentions[i].end, mentions[i + 1].begin - mentions[i].end);
    if (gap.empty() || !joins(gap) || is_contract(text, mentions[i].begin)) continue;
    if (const std::optional<DaySpan> span = between(mentions[i], mentions[i + 1])) {
      out.push_back(*span);
      ++i;
    }
  }
  return out;
}

std::vector<DaySpan> months_in(std::string_view text, const std::vector<Mention>& mentions, bool with_word) {
  std::vector<DaySpan> out;
  for (const Mention& m : mentions) {
    if (m.year == 0 || m.day != 0 || !(with_word ? has_month_word(text, m) : m.worded)) continue;
    out.push_back(month_span(m.year, m.month));
  }
  return out;
}

std::string digits_at(std::string_view text, std::size_t& at) {
  while (at < text.size() && !is_digit(text[at])) ++at;
  const std::size_t begin = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  return std::string(text.substr(begin, at - begin));
}

}  // namespace

std::optional<DaySpan> period_in(std::string_view given) {
  const std::string text = fold_width(given.substr(0, kRemarkAtMost));
  const std::vector<Mention> mentions = DateScanner(text).scan();
  const std::vector<DaySpan> days = pairs_in(text, mentions, days_between);
  if (!days.empty()) return the_one(days);
  const std::vector<DaySpan> months = pairs_in(text, mentions, months_between);
  if (!months.empty()) return the_one(months);
  const std::vector<DaySpan> named = months_in(text, mentions, true);
  return the_one(named.empty() ? months_in(text, mentions, false) : named);
}

std::optional<DaySpan> period_of_name(std::string_view path) {
  std::vector<std::string> steps = split(fold_width(path), '/');
  if (steps.empty()) return std::nullopt;
  std::string name = steps.back();
  if (const std::size_t dot = name.rfind('.'); dot != std::string::npos && dot > 0) name.resize(dot);
  const auto one = [](const std::string& text) -> std::optional<DaySpan> {
    const std::vector<Mention> mentions = DateScanner(text).scan();
    if (const std::vector<DaySpan> months = pairs_in(text, mentions, months_between); !months.empty()) return the_one(months);
    return the_one(months_in(text, mentions, false));
  };
  if (const auto own = one(name)) return own;
  const std::vector<Mention> own = DateScanner(name).scan();
  if (own.size() != 1 || own[0].year != 0 || own[0].day != 0 || !own[0].worded) return std::nullopt;  // 3月电费 below 2024年
  for (std::size_t i = steps.size() - 1; i-- > 0;) {
    const std::string& step = steps[i];
    for (std::size_t at = 0; at + 4 <= step.size(); ++at) {
      const bool begins = is_digit(step[at]) && (at == 0 || !is_digit(step[at - 1]));
      const bool four = begins && std::all_of(step.begin() + static_cast<std::ptrdiff_t>(at), step.begin() + static_cast<std::ptrdiff_t>(at + 4), is_digit);
      const std::string_view behind = std::string_view(step).substr(std::min(at + 4, step.size()));
      if (!four || (!behind.empty() && !behind.starts_with("年"))) continue;
      const int year = std::stoi(step.substr(at, 4));
      if (year >= kEarliestYear && year <= kLatestYear) return month_span(year, own[0].month);
    }
  }
  return std::nullopt;
}

std::string meter_in(std::string_view given) {
  constexpr std::array<std::string_view, 11> kWords = {"户号",     "用户编号", "客户编号", "用户号", "客户号",  "缴费号",
                                                       "用户代码", "表号",     "表计号",   "水表号", "合同账号"};
  constexpr std::size_t kLeast = 3, kMost = 24;
  const std::string text = fold_width(given.substr(0, kRemarkAtMost));
  for (const std::string_view word : kWords) {
    for (std::size_t found = text.find(word); found != std::string::npos; found = text.find(word, found + 1)) {
      std::size_t at = found + word.size();
      while (at < text.size() && (text[at] == ':' || text[at] == ' ' || text[at] == '#')) ++at;
      std::size_t end = at;
      const auto is_part = [](char c) { return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-'; };
      while (end < text.size() && is_part(text[end])) ++end;
      const std::string out = text.substr(at, end - at);
      if (out.size() >= kLeast && out.size() <= kMost && std::any_of(out.begin(), out.end(), is_digit)) return out;
    }
  }
  return "";
}

std::string cancelled_in(std::string_view given) {
  constexpr std::size_t kCode10 = 10, kCode12 = 12, kNumber = 8, kWhole = 20, kNear = 120;
  const std::string text = fold_width(given.substr(0, kRemarkAtMost));
  for (const std::string_view word : {"红冲蓝字", "对应正数发票", "对应蓝字发票", "蓝字发票", "原发票"}) {
    const std::size_t found = text.find(word);
    if (found == std::string::npos) continue;
    const std::string_view near = std::string_view(text).substr(found, kNear);
    std::size_t at = 0;
    const std::string first = digits_at(near, at);
    if (first.size() == kWhole || first.size() == kNumber) return first;
    if (first.size() != kCode10 && first.size() != kCode12) continue;
    const std::string second = digits_at(near, at);
    if (second.size() == kNumber) return first + second;
  }
  return "";
}

}  // namespace lvce
