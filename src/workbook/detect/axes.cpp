#include "workbook/detect/axes.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <tuple>

#include "office/values.h"
#include "support/text.h"

namespace lvce::formats {
namespace {

constexpr std::size_t kLeastMonths = 6;
constexpr std::size_t kLeastNamedMonths = 3;
constexpr int kMostBetween = 6;  ///< rows between one month and the next that may be notes

bool says_any(const std::string& text, std::initializer_list<const char*> words) {
  return std::any_of(words.begin(), words.end(), [&](const char* word) { return text.find(word) != std::string::npos; });
}

/// Rows that hold one text and no figure beside it: 6月28日更换电表. Each is looked at once.
class NoteRows {
 public:
  explicit NoteRows(const Grid& grid) : grid_(grid), known_(static_cast<std::size_t>(grid.rows()) + 1) {}

  bool is_note(int row) {
    std::optional<bool>& known = known_[static_cast<std::size_t>(row)];
    if (!known) known = look(row);
    return *known;
  }

 private:
  bool look(int row) const {
    std::string said;
    for (int column = 1; column <= grid_.columns(); ++column) {
      const std::string& text = grid_.text(row, column);
      if (text.empty()) continue;
      if (grid_.figure(row, column) || (!said.empty() && said != text)) return false;
      said = text;
    }
    return true;
  }

  const Grid& grid_;
  std::vector<std::optional<bool>> known_;
};

/// Finds the axes of one column.
class ColumnScan {
 public:
  ColumnScan(const Grid& grid, NoteRows& notes, PeriodKind kind, int column, std::vector<Axis>& out)
      : grid_(grid), notes_(notes), kind_(kind), column_(column), out_(out) {
    run_ = Axis{kind, column, 0, 0, {}, false};
  }

  void scan() {
    for (int row = 1; row <= grid_.rows(); ++row) take(row);
    flush(0);
  }

 private:
  void take(int row) {
    const std::string& text = grid_.text(row, column_);
    if (text.empty()) return;
    const auto label = period_label(text, kind_);
    if (label && fits(*label)) return add(row, *label);
    if (label && label->bare && !run_.labels.empty()) return flush(row);
    if (label) {
      flush(row);
      if (fits(*label)) add(row, *label);
      return;
    }
    if (is_summary_label(text) && !run_.labels.empty()) return;
    if (parse_typed_year(text)) {
      if (run_.labels.empty()) year_row_ = row;
      return;
    }
    if (stands_between(row, text)) return;
    const bool between = run_.labels.size() > 1 && !run_.bare && (is_heading_again(row) || notes_.is_note(row));  // below one label it may be the header
    if (between && goes_on_below(row, text)) return;
    flush(row);
  }

  /// 5月退补 between 5月 and 6月, 5月（补抄） between 4月 and 6月: what it is must be asked, and the months go on behind it.
  bool stands_between(int row, const std::string& text) const {
    const auto month = run_.bare || run_.labels.empty() ? std::nullopt : month_at_start(text);
    const int last = month ? run_.labels.back().second.last : 0;
    if (!month || (*month != last && *month != last + 1)) return false;
    const auto next = next_label(row, *month);
    return next && next->first == *month + 1;
  }

  /// The whole row of headings again, at the head of the next page.
  bool is_heading_again(int row) const {
    int above = run_.first - 1;
    while (above > 0 && grid_.text(above, column_).empty()) --above;
    if (above < 1 || grid_.text(above, column_) != grid_.text(row, column_)) return false;
    for (int column = 1; column <= grid_.columns(); ++column)
      if (grid_.text(above, column) != grid_.text(row, column)) return false;
    return true;
  }

  /// 5 of 5月（补）, 6 of 6月（含5月水）.
  static std::optional<int> month_at_start(const std::string& text) {
    const std::size_t end = text.find("月");
    const auto label = end == std::string::npos ? std::nullopt : month_label(text.substr(0, end) + "月");
    return label && label->first == label->last ? std::optional(label->first) : std::nullopt;
  }

  /// The month below, beyond totals, notes, the headings again and further rows that begin with `month`.
  std::optional<MonthLabel> next_label(int row, int month = 0) const {
    if (run_.labels.empty() || kind_ != PeriodKind::months) return std::nullopt;
    for (int next = row + 1; next <= std::min(grid_.rows(), row + kMostBetween); ++next) {
      const std::string& below = grid_.text(next, column_);
      const auto label = below.empty() ? std::nullopt : period_label(below, kind_);
      if (label) return fits(*label) ? label : std::nullopt;
      const bool same = month > 0 && month_at_start(below) == month;
      if (!below.empty() && !same && !is_summary_label(below) && !notes_.is_note(next) && !is_heading_again(next)) return std::nullopt;
    }
    return std::nullopt;
  }

  /// The months go on below, perhaps with the next year, which `text` or the month itself says.
  bool goes_on_below(int row, const std::string& text) const {
    const auto next = next_label(row);
    if (!next) return false;
    const MonthLabel& last = run_.labels.back().second;
    const bool later = next->year ? last.year && *next->year > *last.year : !last.year && year_in(text).has_value();
    return next->first == last.last + 1 || next->first == last.last || (last.last == 12 && next->first == 1 && later);
  }

  bool fits(const MonthLabel& label) const {
    if (run_.labels.empty()) return !label.bare || label.first == 1;
    const MonthLabel& before = run_.labels.back().second;
    if (label.bare != run_.bare) return false;
    return !label.bare || label.first == before.first || label.first == before.first + 1 || label.first == 1;
  }

  void add(int row, const MonthLabel& label) {
    if (run_.labels.empty()) {
      run_.first = year_row_ > 0 ? year_row_ : row;
      run_.bare = label.bare;
    }
    run_.labels.emplace_back(row, label);
    run_.last = row;
  }

  /// `next` is the row that ended it; 0: the end of the sheet.
  void flush(int next) {
    if (is_long_enough() && (!run_.bare || speaks_of_months(next)) && (kind_ != PeriodKind::years || speaks_of_years())) out_.push_back(run_);
    run_ = Axis{kind_, column_, 0, 0, {}, false};
    year_row_ = 0;
  }

  bool is_long_enough() const {
    std::set<std::tuple<int, int, int>> periods;
    bool days = false;
    for (const auto& [row, label] : run_.labels) {
      periods.insert({label.year.value_or(0), label.first, label.last});
      days = days || label.day.has_value();
    }
    if (kind_ == PeriodKind::years) return periods.size() >= 2;
    std::size_t months = 0;
    for (const auto& [year, first, last] : periods) months += static_cast<std::size_t>(last - first + 1);
    const bool named = !run_.bare && !days && kind_ == PeriodKind::months && periods.size() >= kLeastNamedMonths;
    return months >= kLeastMonths || named;
  }

  /// Years one behind the other; bare numbers only below a word for year.
  bool speaks_of_years() const {
    bool named = false;
    for (std::size_t i = 0; i < run_.labels.size(); ++i) {
      const auto& [row, label] = run_.labels[i];
      named = named || grid_.text(row, column_).find("年") != std::string::npos;
      if (i > 0 && std::abs(*label.year - *run_.labels[i - 1].second.year) != 1) return false;
    }
    for (int row = run_.first - 1; row >= 1 && !named; --row) {
      const std::string& text = grid_.text(row, column_);
      if (text.empty()) continue;
      return says_any(text, {"年", "时间", "期"});
    }
    return named;
  }

  /// Numbers 1 … 12 alone are months where a heading says so, and no numbering or days of a month.
  bool speaks_of_months(int next) const {
    if (next > 0 && grid_.text(next, column_) == "13") return false;
    int seen = 0;
    bool said = false;
    for (int row = run_.first - 1; row >= 1 && seen < 3; --row) {
      const std::string& text = grid_.text(row, column_);
      if (text.empty()) continue;
      ++seen;
      if (says_any(text, {"序号", "编号", "No", "排名", "行次", "序"})) return false;
      said = said || says_any(text, {"月", "期", "时间", "日期"});
    }
    return said;
  }

  const Grid& grid_;
  NoteRows& notes_;
  PeriodKind kind_;
  int column_;
  std::vector<Axis>& out_;
  Axis run_;
  int year_row_ = 0;
};

std::string heading_of(const Grid& grid, const Axis& axis) {
  for (int row = axis.first - 1; row >= 1 && row >= axis.first - 3; --row)
    if (!grid.text(row, axis.column).empty()) return grid.text(row, axis.column);
  return {};
}

bool share_rows(const Axis& a, const Axis& b) { return a.first <= b.last && b.first <= a.last; }

/// The day on which a meter was read or a bill was paid is no month where another column says the month.
bool is_second_date(const Grid& grid, const Axis& axis, const std::vector<Axis>& all) {
  const bool days = std::all_of(axis.labels.begin(), axis.labels.end(), [](const auto& label) { return label.second.day.has_value(); });
  const bool worded = says_any(heading_of(grid, axis), {"缴", "抄表", "开票", "付款", "入账", "起", "止", "上次", "本次", "录入", "登记", "填报"});
  if (!days && !worded) return false;
  const auto begins = [](const std::string& heading) { return says_any(heading, {"起", "上次", "开始", "自"}); };
  const auto ends = [](const std::string& heading) { return says_any(heading, {"止", "本次", "结束", "至"}); };
  if (days && begins(heading_of(grid, axis)))
    return std::any_of(all.begin(), all.end(),
                       [&](const Axis& other) { return other.column != axis.column && share_rows(axis, other) && ends(heading_of(grid, other)); });
  const bool after_begin = days && ends(heading_of(grid, axis)) && std::any_of(all.begin(), all.end(), [&](const Axis& other) {
                             return other.column != axis.column && share_rows(axis, other) && begins(heading_of(grid, other));
                           });
  if (after_begin) return false;  // of a bill the day on which it ends counts
  return std::any_of(all.begin(), all.end(), [&](const Axis& other) {
    const bool other_days = std::all_of(other.labels.begin(), other.labels.end(), [](const auto& label) { return label.second.day.has_value(); });
    return other.column != axis.column && share_rows(axis, other) && (!other_days || (worded && other.column < axis.column)) &&
           axis.first == other.labels.front().first;
  });
}

}  // namespace

std::vector<Axis> find_axes(const Grid& grid, PeriodKind kind) {
  std::vector<Axis> found;
  NoteRows notes(grid);
  for (int column = 1; column <= grid.columns(); ++column) ColumnScan(grid, notes, kind, column, found).scan();
  std::vector<Axis> kept;
  for (const Axis& axis : found) {
    // A merge over several columns shows its months in each of them.
    const bool same = !kept.empty() && kept.back().first == axis.first && kept.back().last == axis.last && kept.back().column == axis.column - 1 &&
                      grid.is_covered(axis.labels.front().first, axis.column);
    if (!same && !is_second_date(grid, axis, found)) kept.push_back(axis);
  }
  return kept;
}

}  // namespace lvce::formats
