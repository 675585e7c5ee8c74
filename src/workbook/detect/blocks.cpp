// Blocks of months: an axis, and the columns of figures beside it up to the next axis.
#include <algorithm>
#include <set>

#include "office/carriers.h"
#include "office/values.h"
#include "support/text.h"
#include "workbook/detect/axes.h"
#include "workbook/detect/block_columns.h"
#include "workbook/detect/candidates.h"
#include "workbook/detect/words.h"

namespace lvce::formats {
namespace {

constexpr std::size_t kMostKinds = 16;
constexpr std::size_t kMostParts = 60;

bool same_rows(const Axis& a, const Axis& b) { return a.first <= b.last && b.first <= a.last; }

class MonthBlock {
 public:
  MonthBlock(const Grid& grid, const std::vector<Axis>& axes, const Axis& axis, const std::string& file, SeriesCandidates& out)
      : grid_(grid), axes_(axes), axis_(axis), file_(file), out_(out) {}

  void read() {
    set_bounds();
    find_rows();
    find_years();
    find_kinds();
    number_ = ++out_.blocks;
    for (int column = axis_.column + 1; column <= right_; ++column) {
      if (column == year_column_ || column == kind_column_ || !has_figures(column)) continue;
      if (kinds_.empty()) offer(column, "");
      else
        for (const std::string& kind : kinds_) offer(column, kind);
    }
    join_days(out_, number_);
    leave_readings(out_, number_);
  }

 private:
  void set_bounds() {
    left_ = 1;
    right_ = grid_.columns();
    top_ = 1;
    for (const Axis& other : axes_) {
      if (&other == &axis_) continue;
      if (same_rows(other, axis_) && other.column > axis_.column) right_ = std::min(right_, other.column - 1);
      if (same_rows(other, axis_) && other.column < axis_.column) left_ = std::max(left_, other.column + 1);
      if (other.last < axis_.first) top_ = std::max(top_, other.last + 1);
    }
    if (left_ > 1) left_ = axis_.column;  // what stands there belongs to the block before
    end_ = grid_.rows();
    for (const Axis& other : axes_)
      if (other.first > axis_.last) end_ = std::min(end_, other.first - 1);
  }

  bool is_total_row(int row) const {
    for (int column = left_; column <= axis_.column + 2 && column <= right_; ++column) {
      const std::string& text = grid_.text(row, column);
      if (!text.empty() && is_summary_label(text) && !month_label(text)) return true;
    }
    return false;
  }

  /// The rows of months, and those below a month that is written once for several.
  void find_rows() {
    std::size_t next = 0;
    for (int row = axis_.labels.front().first; row <= axis_.last + 40 && row <= end_; ++row) {
      if (next < axis_.labels.size() && axis_.labels[next].first == row) {
        ++next;
        if (!is_total_row(row)) rows_.push_back(row);
        continue;
      }
      if (!grid_.text(row, axis_.column).empty() || is_total_row(row)) {
        if (row > axis_.last) break;
        continue;
      }
      if (!has_key(row)) {
        if (row > axis_.last) break;
        continue;
      }
      rows_.push_back(row);
      down_ = true;
    }
    last_ = rows_.empty() ? axis_.last : std::max(axis_.last, rows_.back());
  }

  /// Words beside a blank month, and a figure: one more meter of that month.
  bool has_key(int row) const {
    bool word = false, figure = false;
    for (int column = left_; column <= right_; ++column) {
      if (grid_.text(row, column).empty()) continue;
      if (grid_.figure(row, column)) figure = true;
      else
        word = word || (column <= axis_.column + 3 && !is_day_of_filling(grid_.text(row, column)) && grid_.text(row, column).find("：") == std::string::npos);
    }
    return word && figure;
  }

  bool says_years(int column) const {
    int years = 0;
    for (int row : rows_) {
      const std::string& text = grid_.text(row, column);
      if (text.empty()) continue;
      if (!parse_typed_year(text)) return false;
      ++years;
    }
    return years > 0 && !grid_.text(rows_.front(), column).empty();
  }

  void find_years() {
    if (rows_.empty() || axis_.labels.front().second.year) return;
    for (int column = axis_.column - 1; column >= left_ && year_column_ == 0; --column)
      if (says_years(column)) year_column_ = column;
    if (year_column_ == 0 && axis_.column < right_ && says_years(axis_.column + 1)) year_column_ = axis_.column + 1;
  }

  /// The year beside a row of months, or written in a row of its own just above it.
  std::optional<int> year_before(int row) const {
    if (year_column_ > 0) return parse_typed_year(grid_.text(row, year_column_));
    for (int at = row - 1; at >= axis_.first && grid_.text(at, axis_.column).find("月") == std::string::npos; --at) {
      if (month_label(grid_.text(at, axis_.column))) break;
      if (const auto year = parse_typed_year(grid_.text(at, axis_.column))) return year;
    }
    return std::nullopt;
  }

  bool is_repeated() const {
    std::set<std::tuple<int, int, int>> seen;
    int year = 0;
    for (int row : rows_) {
      const auto label = month_label(grid_.text(row, axis_.column));
      if (const auto said = year_before(row)) year = *said;
      if (!label) return true;
      if (!seen.insert({label->year.value_or(year), label->first, label->last}).second) return true;
    }
    return false;
  }

  /// What a text in a column of kinds may be: a carrier, money, or just the quantity.
  static bool is_kind(const std::string& text) { return !carriers_in(text).empty() || is_other_thing(text) || is_plain_quantity(text); }

  /// The column that says what each row is of (能源种类; 用量 and 费用 below one month).
  void find_kinds() {
    if (!is_repeated()) return;
    for (int column = left_; column <= right_ && column <= axis_.column + 8; ++column) {
      if (column == axis_.column || column == year_column_) continue;
      std::set<std::string> texts;
      std::size_t kinds = 0, said = 0;
      for (int row : rows_) {
        const std::string& text = grid_.text(row, column);
        if (text.empty() || grid_.figure(row, column)) continue;
        ++said;
        kinds += is_kind(text) && !is_unit(text) ? 1 : 0;
        texts.insert(text);
      }
      if (said * 10 < rows_.size() * 9 || kinds * 10 < said * 8 || texts.size() > kMostKinds) continue;
      if (texts.size() == 1 && carriers_in(*texts.begin()).empty()) continue;
      kind_column_ = column;
      kinds_.assign(texts.begin(), texts.end());
      return;
    }
  }

  bool has_figures(int column) const {
    return std::any_of(rows_.begin(), rows_.end(), [&](int row) { return grid_.figure(row, column).has_value(); });
  }

  /// A row whose texts are all one: a title. Only where months run down; across, labels stand in columns.
  bool is_title_row(int row) const {
    if (grid_.across()) return false;
    std::set<std::string> texts;
    for (int column = 1; column <= grid_.columns(); ++column)
      if (!grid_.text(row, column).empty()) texts.insert(grid_.text(row, column));
    return texts.size() == 1;
  }

  /// 单位：万千瓦时 in a corner of the header.
  void remember_form_words(int row) {
    for (int column = 1; column <= grid_.columns(); ++column) {
      const std::string& text = grid_.text(row, column);
      if (!text.empty() && is_form_word(text) && !is_day_of_filling(text)) skipped_.push_back(text);
    }
  }

  int first_filled(int row) const {
    int column = 1;
    while (column < grid_.columns() && grid_.text(row, column).empty()) ++column;
    return column;
  }

  static bool is_form_word(const std::string& text) {
    const std::string plain = without_space(fold_width(text));
    return (plain.find(':') != std::string::npos && plain.find("其中") == std::string::npos) || is_day_of_filling(text);
  }

  /// The words above a column, nearest first.
  std::vector<std::string> stack_of(int column) {
    std::vector<std::string> stack;
    skipped_.clear();
    header_top_ = axis_.first;
    for (int row = axis_.first - 1; row >= top_ && stack.size() < 6; --row) {
      if (is_title_row(row)) {
        if (!stack.empty()) break;
        skipped_.push_back(grid_.text(row, first_filled(row)));
        continue;
      }
      std::string text = grid_.text(row, column);
      if (text.empty() && !stack.empty() && !grid_.across()) text = nearest_before(row, column);
      if (text.empty() && grid_.across() && !stack.empty() && !is_unit(stack.front())) text = nearest_before(row, column);
      header_top_ = row;
      if (!grid_.across()) remember_form_words(row);
      if (text.empty() || is_form_word(text) || (grid_.figure(row, column) && !parse_typed_year(text))) continue;
      if (std::find(stack.begin(), stack.end(), text) == stack.end()) stack.push_back(text);
    }
    return stack;
  }

  /// A heading written once over several columns.
  std::string nearest_before(int row, int column) const {
    for (int at = column - 1; at >= std::max(axis_.column, left_); --at) {
      const std::string& text = grid_.text(row, at);
      if (text.empty()) continue;
      return at == axis_.column && month_label(text) ? std::string() : is_form_word(text) ? std::string() : text;
    }
    return {};
  }

  std::vector<std::string> around(int column) const {
    const auto [row, real_column] = grid_.real(grid_.across() ? axis_.first : header_top_, grid_.across() ? axis_.column : column);
    (void)real_column;
    std::vector<std::string> texts = skipped_;
    for (std::string& title : titles_above(grid_.source(), real_top(), row)) texts.push_back(std::move(title));
    texts.push_back(grid_.source().sheet->name);
    texts.push_back(file_.substr(0, file_.rfind('.')));
    return texts;
  }

  /// The first real row whose words may be about this block.
  int real_top() const {
    if (!grid_.across()) return top_;
    int top = 1;
    for (const Axis& other : axes_)
      if (other.column < axis_.column) top = std::max(top, last_value_column(other) + 1);
    return top;
  }

  /// Across: the last real row that an axis above has figures in, at least its own.
  int last_value_column(const Axis& other) const {
    int last = other.column;
    for (int column = other.column + 1; column < axis_.column; ++column) {
      const bool figures = std::any_of(other.labels.begin(), other.labels.end(),
                                       [&](const auto& label) { return grid_.figure(label.first, column).has_value(); });
      if (figures) last = column;
    }
    return last;
  }

  void offer(int column, const std::string& kind) {
    std::vector<std::string> stack = stack_of(column);
    if (!kind.empty()) stack.insert(stack.begin(), kind);
    const std::vector<std::string> beside = around(column);
    Candidate found;
    found.source = &grid_.source();
    found.file = file_;
    found.sheet = grid_.source().sheet->name;
    found.block = number_;
    found.rule.values = {grid_.range(axis_.first, column, last_, column)};
    found.header = join(stack, "/");
    const auto other = std::find_if(stack.begin(), stack.end(), [](const std::string& text) { return is_other_thing(text); });
    if (other != stack.end()) return leave(found, "不是用量");
    const auto carrier = carrier_said(stack, beside, found.doubts);
    if (!carrier) return leave(found, stack.empty() ? "没有列名" : "看不出是哪种能源");
    if (stack.empty() && count_figure_columns() > 1) return leave(found, "没有列名");
    found.carrier = settle_gas(*carrier, stack, beside);
    doubt_words(found, stack, beside);
    fill(found, column, kind, stack, beside);
    out_.all.push_back(std::move(found));
  }

  int count_figure_columns() const {
    int count = 0;
    for (int column = axis_.column + 1; column <= right_; ++column) count += has_figures(column) ? 1 : 0;
    return count;
  }

  void leave(const Candidate& found, const std::string& why) { out_.left_out.push_back({found.place(), found.header, why}); }

  void fill(Candidate& found, int column, const std::string& kind, const std::vector<std::string>& stack, const std::vector<std::string>& beside) {
    SeriesRule& rule = found.rule;
    soft_doubts_.clear();
    rule.files = {file_};
    rule.sheets = {found.sheet};
    rule.months = grid_.range(axis_.first, axis_.column, last_, axis_.column);
    rule.to = {"能耗台账", std::string(carrier_name(found.carrier))};
    rule.down = down_;
    if (year_column_ > 0) rule.years = grid_.range(axis_.first, year_column_, last_, year_column_);
    if (!kind.empty()) {
      rule.where = grid_.range(axis_.first, kind_column_, last_, kind_column_);
      rule.is = {kind};
    }
    settle_unit_of(found, stack, beside, kind);
    settle_year(found, column, stack);
    for (const std::string& text : stack) {
      found.total = found.total || says_total(text);
      found.part = found.part || text.find("其中") != std::string::npos;
      if (const std::string more = what_else(text); !more.empty()) found.other += (found.other.empty() ? "" : "/") + more;
    }
    leave_totals_out(found, kind);
    settle_repeats(found, kind);
    read_values(found);
    look_at_readings(found);
    look_at_size(found);
    find_totals(found, column);
    if (!is_settled(found)) found.doubts.insert(found.doubts.end(), soft_doubts_.begin(), soft_doubts_.end());
  }

  /// Rows of totals that stand in a month (小计 below its buildings): only rows that name a part are read.
  void leave_totals_out(Candidate& found, const std::string& kind) {
    int key = 0;
    bool mixed = false;
    for (int row = axis_.first; row <= last_; ++row) {
      const bool month = month_label(grid_.text(row, axis_.column)).has_value() || (down_ && grid_.text(row, axis_.column).empty());
      if (!month || !is_total_row(row)) continue;
      for (int column = left_; column <= std::min(axis_.column + 2, right_); ++column) {
        const std::string& text = grid_.text(row, column);
        if (column == axis_.column || !is_summary_label(text) || month_label(text)) continue;
        mixed = mixed || (key != 0 && key != column);
        key = column;
      }
    }
    if (key == 0 || key == kind_column_) return;
    std::set<std::string> parts;
    for (int row : rows_) parts.insert(grid_.text(row, key));
    if (mixed || !kind.empty() || parts.contains("") || parts.size() > kMostParts) {
      found.doubts.push_back("各月里夹有小计行，分不清哪些是明细");
      return;
    }
    found.rule.where = grid_.range(axis_.first, key, last_, key);
    found.rule.is = {parts.begin(), parts.end()};
  }

  void settle_unit_of(Candidate& found, const std::vector<std::string>& stack, const std::vector<std::string>& beside, const std::string& kind) {
    std::vector<std::string> words = stack;
    if (const std::string own = unit_of_rows(found, kind); !own.empty()) words.insert(words.begin(), own);
    found.rule.unit = unit_said(words, beside, found.carrier, found.doubts);
    found.unit_said = !found.rule.unit.empty();
    if (found.unit_said) return;
    take_unit_of_format(found);
    if (found.unit_said) return;
    const bool plain = found.carrier == Carrier::electricity || found.carrier == Carrier::water || found.carrier == Carrier::natural_gas;
    found.rule.unit = std::string(carrier_unit(found.carrier));
    if (plain) found.remarks.push_back("表里没有写计量单位，按" + found.rule.unit);
    else found.doubts.push_back("表里没有写计量单位");
  }

  /// A unit that all figures show by their number format.
  void take_unit_of_format(Candidate& found) {
    std::set<std::string> words;
    const xlsx::Range& range = found.rule.values.front();
    for (int row : rows_) {
      const auto [r, c] = grid_.real(row, grid_.across() ? range.first_row : range.first_column);
      const xlsx::Cell& cell = grid_.source().sheet->at(r, c);
      if (cell.kind == xlsx::Cell::Kind::number) words.insert(cell.shown.shift == 0 ? xlsx::format_word(cell.shown.word) : "?");
    }
    if (words.size() != 1 || words.begin()->empty() || !ledger_unit(std::string(carrier_name(found.carrier)), *words.begin())) return;
    found.rule.unit = *words.begin();
    found.unit_said = true;
  }

  /// The one unit of a column of units, in the rows of this kind.
  std::string unit_of_rows(Candidate& found, const std::string& kind) const {
    for (int column = left_; column <= right_; ++column) {
      if (column == axis_.column || column == kind_column_ || column == year_column_) continue;
      std::set<std::string> units;
      bool all = true;
      for (int row : rows_) {
        const std::string& text = grid_.text(row, column);
        if (!kind.empty() && grid_.text(row, kind_column_) != kind) continue;
        all = all && is_unit(text) && !grid_.figure(row, column);
        units.insert(text);
      }
      if (!all || units.empty()) continue;
      if (units.size() > 1) found.doubts.push_back("同一种能源的计量单位不止一种：" + join({units.begin(), units.end()}, "、"));
      return *units.begin();
    }
    return {};
  }

  /// The year of months that do not say theirs.
  void settle_year(Candidate& found, int column, const std::vector<std::string>& stack) {
    if (year_column_ > 0 || axis_.labels.front().second.year) return;
    if (axis_.first < axis_.labels.front().first) return;  // a year stands above the months, in their column
    for (const std::string& text : stack) {
      if (const auto year = year_in(text)) return void(found.rule.year = year);
      if (const auto year = parse_typed_year(text)) return void(found.rule.year = year);
    }
    const SourceSheet& source = grid_.source();
    const int row = grid_.across() ? axis_.column : axis_.first;
    std::vector<int> columns{column, axis_.column, right_};
    if (grid_.across()) columns = {axis_.first, axis_.last};
    const auto titled = year_of_title(source, real_top(), row, columns, found);
    const auto named = year_in(source.sheet->name);
    const auto file = year_in(file_);
    if (titled && named && *titled != *named) found.doubts.push_back("标题写 " + std::to_string(*titled) + " 年，工作表名写 " + std::to_string(*named) + " 年");
    found.rule.year = titled ? titled : named ? named : found.doubts.empty() || !conflict_ ? file : std::nullopt;
  }

  std::optional<int> year_of_title(const SourceSheet& source, int top, int row, const std::vector<int>& columns, Candidate& found) {
    const auto year = year_of_columns(source, top, row, columns);
    const bool of_name = year && year->at.cell == "工作表名";
    conflict_ = !year || of_name ? several_years(source, top, row) : false;
    if (conflict_) found.doubts.push_back("标题里提到几个年份，看不出是哪一年");
    return year && !of_name ? std::optional(year->year) : std::nullopt;
  }

  static bool several_years(const SourceSheet& source, int top, int row) {
    std::set<int> years;
    for (const std::string& text : titles_above(source, top, row))
      if (const auto year = year_in(text)) years.insert(*year);
    return years.size() > 1;
  }

  /// Rows of one month: added where each is of another meter.
  void settle_repeats(Candidate& found, const std::string& kind) {
    std::map<std::string, std::set<std::string>> months_of_key;
    std::set<std::string> seen, months;
    bool twice = false, same_key = false, days = false;
    std::string last_label, last_year;
    for (int row : rows_) {
      if (!kind.empty() && grid_.text(row, kind_column_) != kind) continue;
      std::string text = grid_.text(row, axis_.column);
      if (text.empty()) text = last_label;
      last_label = text;
      const auto label = month_label(text);
      if (!label) continue;
      days = days || label->day.has_value();
      if (const auto said = year_before(row)) last_year = std::to_string(*said);
      const std::string month = std::to_string(label->year.value_or(0)) + "/" + last_year + "/" + std::to_string(label->first) + "-" +
                                std::to_string(label->last);
      const std::string key = key_of(row, found.rule.values.front());
      if (!months.insert(month).second) twice = true;
      months_of_key[key].insert(month);
      if (!seen.insert(month + "|" + key + (label->day ? "|" + text : "")).second) same_key = true;
    }
    if (!twice) return;
    found.rule.sum = true;
    if (same_key) soft_doubts_.push_back("同一个月有几行，看不出是几块表（几栋楼、几辆车）还是重复登记");
    const bool whole = std::all_of(months_of_key.begin(), months_of_key.end(), [&](const auto& key) { return key.second.size() == months.size(); });
    found.remarks.push_back(days && months_of_key.size() == 1 ? "每月各日相加" : same_key ? "同月各行相加" : std::to_string(months_of_key.size()) + "处相加");
    if (!same_key && !whole && !days && !cards(months_of_key)) soft_doubts_.push_back("各块表（各栋楼）登记的月份不齐，缺的月份是没有用还是漏登，看不出来");
  }

  /// Vehicles are not filled up every month.
  bool cards(const std::map<std::string, std::set<std::string>>& keys) const {
    return std::all_of(keys.begin(), keys.end(),
                       [](const auto& key) { return key.first.find("车") != std::string::npos || key.first.find("卡") != std::string::npos; });
  }

  /// What tells a row's meter: words and numbers of columns that are no figures of the ledger.
  std::string key_of(int row, const xlsx::Range& values) const {
    std::string key;
    for (int column = left_; column <= right_; ++column) {
      const int value = grid_.across() ? values.first_row : values.first_column;
      if (column == axis_.column || column == value || column == kind_column_ || column == year_column_) continue;
      const std::string& text = grid_.text(row, column);
      if (text.empty()) continue;
      const std::string heading = grid_.text(axis_.first - 1, column);
      const bool number = grid_.figure(row, column).has_value();
      const bool names = !heading.empty() &&
                         (heading.find("号") != std::string::npos || heading.find("编") != std::string::npos || heading.find("表") != std::string::npos);
      if (number && !names) continue;
      if (is_unit(text) || heading.find("备注") != std::string::npos || month_label(text)) continue;
      key += heading + "=" + text + ";";
    }
    return key;
  }

  /// Figures that only grow, and much, are readings or running totals.
  void look_at_readings(const Candidate& found) {
    if (found.values.size() < 10) return;
    const Decimal* before = nullptr;
    for (const auto& [month, value] : found.values) {
      if (before != nullptr && !(*before < value)) return;
      before = &value;
    }
    const Decimal& first = found.values.begin()->second;
    if (first * *Decimal::parse("1.5") < *before) soft_doubts_.push_back("逐月只增不减，像是读数或累计数");
  }

  /// Rows of totals below (or between) the months of a year.
  void find_totals(Candidate& found, int column) {
    const auto unit = ledger_unit(std::string(carrier_name(found.carrier)), found.rule.unit);
    if (!unit || (kind_column_ > 0 && !kinds_.empty() && kinds_.size() > 1)) return;
    int year = 0;
    for (int row = axis_.first; row <= std::min(end_, last_ + 12); ++row) {
      if (const auto said = year_at(row)) year = *said;
      if (found.rule.year) year = *found.rule.year;
      if (!says_year_total(row)) continue;
      const auto figure = grid_.figure(row, column);
      if (!figure) continue;
      const auto [r, c] = grid_.real(row, column);
      Taken taken = take(grid_.source(), r, c);
      Decimal value = *figure;
      const Decimal step = unit->tens < 0 ? *Decimal::parse("0.1") : Decimal(10);
      for (int i = 0; i < std::abs(unit->tens); ++i) value = value * step;
      found.totals[year].push_back({value, grid_.source().origin(r, c)});
    }
  }

  std::optional<int> year_at(int row) const {
    if (year_column_ > 0)
      if (const auto year = parse_typed_year(grid_.text(row, year_column_))) return year;
    const auto label = month_label(grid_.text(row, axis_.column));
    if (label) return label->year;
    return parse_typed_year(grid_.text(row, axis_.column));
  }

  bool says_year_total(int row) const {
    for (int column = left_; column <= axis_.column + 1; ++column) {
      const std::string text = without_space(grid_.text(row, column));
      if (text.empty() || month_label(text)) continue;
      const bool other = is_other_thing(text) || text.find("季") != std::string::npos || text.find("半年") != std::string::npos;
      if (!other && (is_total_label(text) || text == "全年" || text == "计" || text == "年计" || text == "全年用量")) return true;
    }
    return false;
  }

  const Grid& grid_;
  const std::vector<Axis>& axes_;
  const Axis& axis_;
  const std::string& file_;
  SeriesCandidates& out_;
  int number_ = 0;
  int left_ = 1, right_ = 0, top_ = 1, end_ = 0, last_ = 0;
  int header_top_ = 0;
  std::vector<std::string> skipped_;  ///< single texts between the header and the months
  int year_column_ = 0, kind_column_ = 0;
  bool down_ = false, conflict_ = false;
  std::vector<std::string> soft_doubts_;  ///< that a printed total can settle
  std::vector<int> rows_;
  std::vector<std::string> kinds_;
};

}  // namespace

void find_blocks(const SourceSheet& source, const std::string& file, SeriesCandidates& out) {
  for (const bool across : {false, true}) {
    const Grid grid(source, across);
    const std::vector<Axis> axes = find_axes(grid);
    for (const Axis& axis : axes) MonthBlock(grid, axes, axis, file, out).read();
  }
}

}  // namespace lvce::formats
