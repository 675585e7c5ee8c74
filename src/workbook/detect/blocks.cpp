// The series of a block of months: what the columns of figures beside its axis are, in which unit and of which year.
#include <algorithm>
#include <map>
#include <set>

#include "office/carriers.h"
#include "office/values.h"
#include "support/endings.h"
#include "support/text.h"
#include "workbook/detect/axes.h"
#include "workbook/detect/block_columns.h"
#include "workbook/detect/block_shape.h"
#include "workbook/detect/block_units.h"
#include "workbook/detect/candidate_parts.h"
#include "workbook/detect/candidates.h"
#include "workbook/detect/month_doubts.h"
#include "workbook/detect/multipliers.h"
#include "workbook/detect/official_fuel.h"
#include "workbook/detect/reading_days.h"
#include "workbook/detect/repeated_rows.h"
#include "workbook/detect/title_doubts.h"
#include "workbook/detect/words.h"
#include "workbook/mapping/named_month.h"

namespace lvce::formats {
namespace {

constexpr std::size_t kMostParts = 60;

class MonthBlock {
 public:
  MonthBlock(const BlockShape& shape, const std::string& file, SeriesCandidates& out) : shape_(shape), file_(file), out_(out) {}

  void read() {
    number_ = ++out_.blocks;
    ragged_ = is_ragged();
    notes_ = notes_against(shape_);
    for (int column = shape_.axis.column + 1; column <= shape_.right; ++column) {
      if (column == shape_.year_column || column == shape_.kind_column) continue;
      if (!shape_.has_figures(column)) {
        ask_uncomputed(out_, shape_, file_, column, stack_of(column));
        ask_texts(out_, shape_, file_, column, stack_of(column));
        continue;
      }
      if (shape_.kinds.empty()) offer(column, "");
      else
        for (const std::string& kind : shape_.kinds) offer(column, kind);
    }
    join_days(out_, number_);
    leave_readings(out_, number_);
    settle_solar(out_, number_);
  }

 private:
  /// A CSV file whose rows are longer than its header.
  bool is_ragged() {
    if (small_ending(file_) != ".csv" || shape_.grid.across()) return false;
    for (int column = shape_.axis.column + 1; column <= shape_.right; ++column)
      if (shape_.has_figures(column) && column > shape_.axis.column + 1 && stack_of(column).empty()) return true;
    return false;
  }

  /// A row whose texts are all one: a title. Only where months run down; across, labels stand in columns.
  bool is_title_row(int row) const {
    if (shape_.grid.across()) return false;
    std::set<std::string> texts;
    for (int column = 1; column <= shape_.grid.columns(); ++column)
      if (!shape_.grid.text(row, column).empty()) texts.insert(shape_.grid.text(row, column));
    return texts.size() == 1;
  }

  /// 单位：万千瓦时 in a corner of the header.
  void remember_form_words(int row) {
    for (int column = 1; column <= shape_.grid.columns(); ++column) {
      const std::string& text = shape_.grid.text(row, column);
      if (!text.empty() && is_form_word(text) && !is_day_of_filling(text)) skipped_.push_back(text);
    }
  }

  int first_filled(int row) const {
    int column = 1;
    while (column < shape_.grid.columns() && shape_.grid.text(row, column).empty()) ++column;
    return column;
  }

  /// The words above a column, nearest first.
  std::vector<std::string> stack_of(int column) {
    std::vector<std::string> stack;
    skipped_.clear();
    header_top_ = shape_.axis.first;
    for (int row = shape_.axis.first - 1; row >= shape_.top && stack.size() < 6; --row) {
      if (is_title_row(row)) {
        if (!stack.empty()) break;
        skipped_.push_back(shape_.grid.text(row, first_filled(row)));
        continue;
      }
      std::string text = shape_.grid.text(row, column);
      if (text.empty() && !stack.empty() && !shape_.grid.across()) text = nearest_before(row, column);
      if (text.empty() && shape_.grid.across() && !stack.empty() && !is_unit(stack.front())) text = nearest_before(row, column);
      header_top_ = row;
      if (!shape_.grid.across()) remember_form_words(row);
      if (text.empty() || is_form_word(text) || (shape_.grid.figure(row, column) && !parse_typed_year(text))) continue;
      if (std::find(stack.begin(), stack.end(), text) == stack.end()) stack.push_back(text);
    }
    return stack;
  }

  /// A heading written once over several columns.
  std::string nearest_before(int row, int column) const {
    for (int at = column - 1; at >= std::max(shape_.axis.column, shape_.left); --at) {
      const std::string& text = shape_.grid.text(row, at);
      if (text.empty()) continue;
      return at == shape_.axis.column && period_label(text, shape_.axis.kind) ? std::string() : is_form_word(text) ? std::string() : text;
    }
    return {};
  }

  std::vector<std::string> around(int column) const {
    const auto [row, real_column] = shape_.grid.real(shape_.grid.across() ? shape_.axis.first : header_top_,
                                                     shape_.grid.across() ? shape_.axis.column : column);
    (void)real_column;
    std::vector<std::string> texts = skipped_;
    for (std::string& title : titles_above(shape_.grid.source(), shape_.real_top(), row)) texts.push_back(std::move(title));
    texts.push_back(shape_.grid.source().sheet->name);
    texts.push_back(file_.substr(0, file_.rfind('.')));
    return texts;
  }

  void offer(int column, const std::string& kind) {
    std::vector<std::string> stack = stack_of(column);
    if (!kind.empty()) stack.insert(stack.begin(), kind);
    const std::vector<std::string> beside = around(column);
    Candidate found;
    found.source = &shape_.grid.source();
    found.file = file_;
    found.sheet = shape_.grid.source().sheet->name;
    found.block = number_;
    found.rule.values = {shape_.grid.range(shape_.axis.first, column, shape_.last, column)};
    found.header = join(stack, "/");
    const std::size_t first = names_a_bill(kind, stack) ? 1 : 0;
    const auto other = std::find_if(stack.begin() + static_cast<std::ptrdiff_t>(first), stack.end(),
                                    [](const std::string& text) { return is_other_thing(text) || is_other_carrier(text); });
    if (other != stack.end()) remember_unused(*other, found);
    if (other != stack.end() && !energy_without_column(*other).empty())
      out_.questions.push_back(found.place() + "「" + found.header + "」：台账没有这种能源的列，没有读；请折成吨标准煤填入“其他能源”");
    if (other != stack.end()) return leave(found, is_other_carrier(*other) ? "不是台账所列的能源和水" : "不是用量");
    const auto carrier = carrier_said(stack, beside, found.doubts);
    if (!carrier) return leave(found, stack.empty() ? "没有列名" : "看不出是哪种能源");
    if (stack.empty() && shape_.count_figure_columns() > 1) return leave(found, "没有列名");
    found.carrier = settle_gas(*carrier, stack, beside);
    found.titled_official = std::any_of(beside.begin(), beside.end(), is_of_official_vehicles);
    doubt_words(found, stack, beside);
    fill(found, column, kind, stack, beside);
    out_.all.push_back(std::move(found));
  }

  void remember_unused(const std::string& header, const Candidate& found) {
    const bool readings = speaks_of_readings(header);
    if (!readings && !is_running_total(header)) return;
    const std::set<Carrier> of = carriers_in(header);
    out_.unused.push_back({of.size() == 1 ? std::optional(*of.begin()) : std::nullopt, readings, found.file, found.sheet});
  }

  /// 电费 in a column of kinds, where the figures are headed 数量: what was paid for, not the money.
  static bool names_a_bill(const std::string& kind, const std::vector<std::string>& stack) {
    return kind.find("费") != std::string::npos && carriers_in(kind).size() == 1 && stack.size() > 1 && is_plain_quantity(stack[1]);
  }

  void leave(const Candidate& found, const std::string& why) { out_.left_out.push_back({found.place(), found.header, why}); }

  void fill(Candidate& found, int column, const std::string& kind, const std::vector<std::string>& stack, const std::vector<std::string>& beside) {
    SeriesRule& rule = found.rule;
    soft_doubts_.clear();
    rule.files = {file_};
    rule.sheets = {found.sheet};
    rule.months = shape_.grid.range(shape_.axis.first, shape_.axis.column, shape_.last, shape_.axis.column);
    rule.to = {"能耗台账", std::string(carrier_name(found.carrier))};
    rule.down = shape_.down;
    if (shape_.year_column > 0) rule.years = shape_.grid.range(shape_.axis.first, shape_.year_column, shape_.last, shape_.year_column);
    if (!kind.empty()) {
      rule.where = shape_.grid.range(shape_.axis.first, shape_.kind_column, shape_.last, shape_.kind_column);
      rule.is = {kind};
    }
    settle_block_unit(found, shape_, stack, beside, kind);
    doubt_unmultiplied(found, shape_, column);
    doubt_months(found, shape_, column);
    doubt_notes(found, notes_);
    if (ragged_) found.doubts.push_back("有几行比列名多出几格，像是数字里的逗号把一个数分成了两格");
    if (!found.unit_said && names_a_bill(kind, stack)) found.doubts.push_back("没有写计量单位，是用量还是别的数，看不出来");
    settle_year(found, column, stack);
    for (const std::string& text : stack) {
      found.total = found.total || says_total(text);
      found.part = found.part || text.find("其中") != std::string::npos;
      if (const std::string more = what_else(text); !more.empty()) found.other += (found.other.empty() ? "" : "/") + more;
    }
    leave_totals_out(found, kind);
    settle_repeats(found, column, kind);
    doubt_reading_days(found, shape_);
    read_values(found);
    if (is_read_every_few_months(found)) {
      rule.readings = true;
      found.values.clear();
      read_values(found);
      found.remarks.push_back("空白的月份算在下一次抄表里");
    }
    if (shape_.axis.kind != PeriodKind::years) {
      if (only_grows(found)) soft_doubts_.push_back("逐月只增不减，像是读数或累计数");
      look_at_size(found);
      find_totals(found, column);
    }
    if (!is_settled(found)) found.doubts.insert(found.doubts.end(), soft_doubts_.begin(), soft_doubts_.end());
  }

  /// Rows of totals that stand in a month (小计 below its buildings): only rows that name a part are read.
  void leave_totals_out(Candidate& found, const std::string& kind) {
    int key = 0;
    bool mixed = false;
    for (int row = shape_.axis.first; row <= shape_.last; ++row) {
      const bool month = shape_.label_at(row).has_value() || (shape_.down && shape_.grid.text(row, shape_.axis.column).empty());
      if (!month || !shape_.is_total_row(row)) continue;
      for (int column = shape_.left; column <= std::min(shape_.axis.column + 2, shape_.right); ++column) {
        const std::string& text = shape_.grid.text(row, column);
        if (column == shape_.axis.column || !shape_.says_sum(row, column) || month_label(text)) continue;
        mixed = mixed || (key != 0 && key != column);
        key = column;
      }
    }
    if (key == 0 || key == shape_.kind_column) return;
    std::set<std::string> parts;
    for (int row : shape_.rows) parts.insert(shape_.grid.text(row, key));
    if (mixed || !kind.empty() || parts.contains("") || parts.size() > kMostParts) {
      found.doubts.push_back("各月里夹有小计行，分不清哪些是明细");
      return;
    }
    found.rule.where = shape_.grid.range(shape_.axis.first, key, shape_.last, key);
    found.rule.is = {parts.begin(), parts.end()};
  }

  /// The year of months that do not say theirs.
  void settle_year(Candidate& found, int column, const std::vector<std::string>& stack) {
    if (shape_.year_column > 0 || shape_.axis.labels.front().second.year) return;
    if (shape_.axis.first < shape_.axis.labels.front().first) return;  // a year stands above the months, in their column
    for (const std::string& text : stack) {
      if (const auto year = year_in(text)) return void(found.rule.year = year);
      if (const auto year = parse_typed_year(text)) return void(found.rule.year = year);
    }
    if (const auto year = year_of_group(column)) return void(found.rule.year = year);
    const SourceSheet& source = shape_.grid.source();
    const int row = shape_.grid.across() ? shape_.axis.column : shape_.axis.first;
    std::vector<int> columns{column, shape_.axis.column, shape_.right};
    if (shape_.grid.across()) columns = {shape_.axis.first, shape_.axis.last};
    const auto titled = year_of_title(source, shape_.real_top(), row, columns, found);
    const auto named = month_of_name(source.sheet->name).year;
    const auto file = month_of_name(file_.substr(0, file_.rfind('.'))).year;
    if (titled && !named && file && *file != *titled) found.file_year = file;
    if (titled && named && *titled != *named) found.doubts.push_back("标题写 " + std::to_string(*titled) + " 年，工作表名写 " + std::to_string(*named) + " 年");
    found.rule.year = titled ? titled : named ? named : found.doubts.empty() || !conflict_ ? file : std::nullopt;
  }

  /// Where months run across: the year that stands alone in a row of its own between the months and this row.
  std::optional<int> year_of_group(int column) const {
    if (!shape_.grid.across()) return std::nullopt;
    for (int at = column - 1; at > shape_.axis.column; --at) {
      std::optional<int> year;
      int said = 0;
      for (int cell = 1; cell <= shape_.grid.rows(); ++cell) {
        const std::string& text = shape_.grid.text(cell, at);
        if (text.empty() || shape_.grid.is_covered(cell, at)) continue;
        ++said;
        year = parse_typed_year(text);
      }
      if (said == 1 && year) return year;
    }
    return std::nullopt;
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
  void settle_repeats(Candidate& found, int column, const std::string& kind) {
    std::map<std::string, std::set<std::string>> months_of_key;
    std::set<std::string> seen, months;
    KeyedMonths figures;
    bool twice = false, same_key = false, days = false;
    std::string last_label, last_year;
    for (int row : shape_.rows) {
      if (!kind.empty() && shape_.grid.text(row, shape_.kind_column) != kind) continue;
      std::string text = shape_.grid.text(row, shape_.axis.column);
      if (text.empty()) text = last_label;
      last_label = text;
      const auto label = period_label(text, shape_.axis.kind);
      if (!label) continue;
      days = days || label->day.has_value();
      if (const auto said = label->year ? label->year : shape_.year_before(row)) last_year = std::to_string(*said);
      const std::string month = std::to_string(label->year.value_or(0)) + "/" + last_year + "/" + std::to_string(label->first) + "-" +
                                std::to_string(label->last);
      const std::string key = key_of(row, found.rule.values.front());
      if (!months.insert(month).second) twice = true;
      months_of_key[key].insert(month);
      if (const auto figure = shape_.grid.figure(row, column)) figures[key][month] += *figure;
      if (!seen.insert(month + "|" + key + (label->day ? "|" + text : "")).second) same_key = true;
    }
    if (!twice) return;
    doubt_several_offices(found, shape_);
    found.rule.sum = true;
    doubt_keys(found, figures);
    if (same_key) soft_doubts_.push_back("同一个月有几行，看不出是几块表（几栋楼、几辆车）还是重复登记");
    const bool whole = std::all_of(months_of_key.begin(), months_of_key.end(), [&](const auto& key) { return key.second.size() == months.size(); });
    found.remarks.push_back(days && months_of_key.size() == 1 ? "每月各日相加" : same_key ? "同月各行相加" : std::to_string(months_of_key.size()) + "处相加");
    if (std::any_of(months_of_key.begin(), months_of_key.end(), [](const auto& of_key) { return speaks_of_others(of_key.first); }))
      found.doubts.push_back("各行里有不属于本单位的部分（家属区、出租等）");
    if (!same_key && !whole && !days && !are_cards(months_of_key)) soft_doubts_.push_back("各块表（各栋楼）登记的月份不齐，缺的月份是没有用还是漏登，看不出来");
  }

  /// What tells a row's meter: words and numbers of columns that are no figures of the ledger.
  std::string key_of(int row, const xlsx::Range& values) const {
    std::string key;
    for (int column = shape_.left; column <= shape_.right; ++column) {
      const int value = shape_.grid.across() ? values.first_row : values.first_column;
      if (column == shape_.axis.column || column == value || column == shape_.kind_column || column == shape_.year_column) continue;
      const std::string& text = shape_.grid.text(row, column);
      if (text.empty()) continue;
      const std::string heading = shape_.grid.text(shape_.axis.first - 1, column);
      const bool number = shape_.grid.figure(row, column).has_value();
      const bool names = !heading.empty() &&
                         (heading.find("号") != std::string::npos || heading.find("编") != std::string::npos || heading.find("表") != std::string::npos);
      if (number && !names) continue;
      if (is_unit(text) || heading.find("备注") != std::string::npos || month_label(text)) continue;
      key += heading + "=" + text + ";";
    }
    return key;
  }

  /// Rows of totals below (or between) the months of a year.
  void find_totals(Candidate& found, int column) {
    const auto unit = ledger_unit(std::string(carrier_name(found.carrier)), found.rule.unit);
    if (!unit || (shape_.kind_column > 0 && !shape_.kinds.empty() && shape_.kinds.size() > 1)) return;
    int year = 0;
    for (int row = shape_.axis.first; row <= std::min(shape_.end, shape_.last + 12); ++row) {
      if (const auto said = shape_.year_at(row)) year = *said;
      if (found.rule.year) year = *found.rule.year;
      if (!shape_.says_year_total(row)) continue;
      const auto figure = shape_.grid.figure(row, column);
      if (!figure) continue;
      const auto [r, c] = shape_.grid.real(row, column);
      Taken taken = take(shape_.grid.source(), r, c);
      Decimal value = *figure;
      const Decimal step = unit->tens < 0 ? *Decimal::parse("0.1") : Decimal(10);
      for (int i = 0; i < std::abs(unit->tens); ++i) value = value * step;
      found.totals[year].push_back({value, shape_.grid.source().origin(r, c)});
    }
  }

  const BlockShape& shape_;
  const std::string& file_;
  SeriesCandidates& out_;
  int number_ = 0;
  int header_top_ = 0;
  bool ragged_ = false;
  std::vector<std::string> notes_;    ///< that speak against the figures
  std::vector<std::string> skipped_;  ///< single texts between the header and the months
  bool conflict_ = false;
  std::vector<std::string> soft_doubts_;  ///< that a printed total can settle
};

void find_blocks_of(const SourceSheet& source, const std::string& file, PeriodKind kind, SeriesCandidates& out) {
  for (const bool across : {false, true}) {
    const Grid grid(source, across);
    const std::vector<Axis> axes = find_axes(grid, kind);
    for (const Axis& axis : axes) MonthBlock(shape_of(grid, axes, axis), file, out).read();
  }
}

}  // namespace

void find_blocks(const SourceSheet& source, const std::string& file, SeriesCandidates& out) {
  const int before = out.blocks;
  for (const PeriodKind kind : {PeriodKind::months, PeriodKind::quarters}) {
    if (out.blocks == before) find_blocks_of(source, file, kind, out);
  }
  ask_long_sheet(out, source, file);
}

void find_year_blocks(const SourceSheet& source, const std::string& file, SeriesCandidates& out) { find_blocks_of(source, file, PeriodKind::years, out); }

}  // namespace lvce::formats
