#include "workbook/mapping/mapped_series.h"

#include <algorithm>
#include <utility>

#include "office/period_label.h"
#include "office/values.h"
#include "support/text.h"
#include "workbook/files/find_workbook.h"
#include "workbook/files/read_book.h"
#include "workbook/mapping/named_month.h"
#include "workbook/mapping/reading_periods.h"
#include "workbook/sheets/figure_with_unit.h"

namespace lvce::formats {
namespace {

using Kind = xlsx::Cell::Kind;

const std::string kLedger = "能耗台账";

bool is_blank(const SourceSheet& source, int row, int column) { return take(source, row, column).cell.kind == Kind::blank; }

/// The cells of the values that stand in the row (or column) of a month.
std::vector<std::pair<int, int>> cells_beside(const SeriesRule& rule, int row, int column, bool down) {
  std::vector<std::pair<int, int>> cells;
  for (const xlsx::Range& range : rule.values) {
    if (down)
      for (int c = range.first_column; c <= range.last_column; ++c) cells.emplace_back(row, c);
    else
      for (int r = range.first_row; r <= range.last_row; ++r) cells.emplace_back(r, column);
  }
  return cells;
}

std::pair<int, int> beside(const xlsx::Range& range, int row, int column, bool down) {
  return down ? std::pair(row, range.first_column) : std::pair(range.first_row, column);
}

class SeriesMonths {
 public:
  SeriesMonths(const SourceSheet& source, const SeriesRule& rule, std::vector<xlsx::Origin>& odd) : source_(source), rule_(rule), odd_(odd) {}

  std::vector<SeriesMonth> read() {
    const xlsx::Range& range = *rule_.months;
    down_ = range.first_column == range.last_column;
    kind_ = kind_of_periods(texts_of(range));
    for (int row = range.first_row; row <= range.last_row; ++row)
      for (int column = range.first_column; column <= range.last_column; ++column) read_one(row, column);
    join_merged_months(source_, down_, out_, odd_);
    if (rule_.readings) join_blank_months(source_, out_);
    return std::move(out_);
  }

 private:
  std::vector<std::string> texts_of(const xlsx::Range& range) const {
    std::vector<std::string> texts;
    for (int row = range.first_row; row <= range.last_row; ++row)
      for (int column = range.first_column; column <= range.last_column; ++column) texts.push_back(source_.text(row, column));
    return texts;
  }

  void read_one(int row, int column) {
    std::string text = merged_text(source_, row, column);
    if (const auto year = parse_typed_year(text); year && kind_ != PeriodKind::years && !period_label(text, kind_)) {
      mark_ = Dated{*year, source_.origin(row, column)};
      titled_ = Dated{};
    }
    if (text.empty() && rule_.down) text = last_text_;
    else if (!text.empty()) last_text_ = text;
    const auto cells = cells_beside(rule_, row, column, down_);
    const bool empty = std::all_of(cells.begin(), cells.end(), [&](const auto& at) { return is_blank(source_, at.first, at.second); });
    if (rule_.where && !is_wanted(row, column)) return;
    const auto label = period_label(text, kind_);
    if (!label) {
      const bool sum = is_summary_label(text) || (text.empty() && is_line_of_sums(row, column));
      const bool figures = std::any_of(cells.begin(), cells.end(), [&](const auto& at) { return holds_figure(at.first, at.second); });
      if (const auto year = figures || sum || last_month_ < 12 || rule_.years ? std::nullopt : year_in(text))
        titled_ = Dated{*year, source_.origin(row, column)};
      if (figures && !sum && !parse_typed_year(text)) odd_.push_back(source_.origin(row, column));
      return;
    }
    if (empty && source_.text(row, column).empty()) return;
    const xlsx::Origin at = source_.origin(row, column);
    out_.push_back({year_of(*label, row, column), {label->first, at}, label->last, cells});
  }

  bool holds_figure(int row, int column) const {
    const Taken taken = bare_figure(take(source_, row, column), rule_.unit);
    return taken.cell.kind == Kind::number || (taken.cell.kind == Kind::text && parse_typed_number(taken.text));
  }

  /// 2021年小计 before the months, and none in their column.
  bool is_line_of_sums(int row, int column) const {
    for (int at = 1; at < (down_ ? column : row); ++at)
      if (is_summary_label(down_ ? source_.text(row, at) : source_.text(at, column))) return true;
    return false;
  }

  bool is_wanted(int row, int column) const {
    const auto [r, c] = beside(*rule_.where, row, column, down_);
    const std::string text = without_space(fold_width(merged_text(source_, r, c)));
    return std::any_of(rule_.is.begin(), rule_.is.end(), [&](const std::string& pattern) { return matches_pattern(text, pattern); });
  }

  Dated year_of(const MonthLabel& label, int row, int column) {
    const xlsx::Origin at = source_.origin(row, column);
    if (label.year) {
      said_ = {*label.year, at};
      said_month_ = label.first;
      return said_;
    }
    if (rule_.years) {
      const auto [r, c] = beside(*rule_.years, row, column, down_);
      if (const auto year = parse_typed_year(merged_text(source_, r, c))) mark_ = Dated{*year, source_.origin(r, c)};
    }
    if (titled_.value > 0 && label.first < last_month_) mark_ = std::exchange(titled_, Dated{});  // 2021年用量（搬迁后） above the next January
    last_month_ = label.last;
    if (mark_.value > 0) return mark_;
    if (rule_.year) return {*rule_.year, source_.at("（映射文件）")};
    if (said_.value == 0 || label.first < said_month_) return {0, at};  // whether 1月 below 12月 is the next year's nobody says
    said_month_ = label.first;
    return said_;
  }

  const SourceSheet& source_;
  const SeriesRule& rule_;
  std::vector<xlsx::Origin>& odd_;
  std::vector<SeriesMonth> out_;
  bool down_ = true;
  PeriodKind kind_ = PeriodKind::months;
  Dated mark_;
  Dated titled_;  ///< a row of words among the months that says a year
  int last_month_ = 0;
  Dated said_;  ///< 2021年1月: of the months below it too, as long as they go on
  int said_month_ = 0;
  std::string last_text_;
};

/// The month of a form: where the rule says that it stands.
std::optional<SeriesMonth> month_of_form(const SourceSheet& source, const SeriesRule& rule) {
  using Source = MonthSource::Kind;
  const MonthSource& from = rule.month;
  SeriesMonth month;
  month.first = {from.month, source.at("（映射文件）")};
  NamedMonth said{std::nullopt, from.month};
  if (from.kind == Source::cell) {
    const std::string text = merged_text(source, from.row, from.column);
    const auto label = month_label(text);
    said = {label && label->year ? label->year : year_in(text), month_in(text)};
    month.first.at = source.origin(from.row, from.column);
  }
  if (from.kind == Source::sheet_name) said = month_of_name(source.sheet->name);
  if (from.kind == Source::file_name) said = month_of_name(stem_of(source.file));
  if (!said.month) return std::nullopt;
  month.first.value = month.last = *said.month;
  month.year = {rule.year ? *rule.year : said.year.value_or(0), month.first.at};
  if (month.year.value == 0)
    if (const auto year = year_of_sheet(source, 1, rule.values.front().first_row)) month.year = {year->year, year->at};
  if (month.year.value == 0) month.year.value = month_of_name(stem_of(source.file)).year.value_or(0);
  for (const xlsx::Range& range : rule.values)
    for (int r = range.first_row; r <= range.last_row; ++r)
      for (int c = range.first_column; c <= range.last_column; ++c) month.cells.emplace_back(r, c);
  return month;
}

}  // namespace

Taken bare_figure(Taken value, const std::string& unit) {
  if (value.cell.kind != Kind::text || parse_typed_number(value.text)) return value;
  if (const auto figure = parse_figure_with_unit(value.text, unit)) value.text = figure->shortest();
  return value;
}

Taken scaled(Taken value, int tens, Reporter& reporter) {
  if (tens == 0 || value.cell.kind == Kind::blank || value.cell.kind == Kind::refused) return value;
  std::optional<Decimal> number;
  if (value.cell.kind == Kind::number && !value.cell.percent) number = Decimal::from_cell(value.cell.number);
  if (value.cell.kind == Kind::text) number = parse_typed_number(value.text);
  if (!number) {
    reporter.at_cell("cell-not-a-number", Severity::error, place_of(value.at), "此处应填数字", "请只填数字，单位写在表头");
    value.cell.kind = Kind::refused;
    return value;
  }
  const Decimal step = tens < 0 ? *Decimal::parse("0.1") : Decimal(10);
  for (int i = 0; i < std::abs(tens); ++i) *number = *number * step;
  Taken out{xlsx::Cell{}, number->shortest(), value.at};
  out.cell.kind = Kind::text;
  return out;
}

std::vector<SeriesMonth> months_of_series(const SourceSheet& source, const SeriesRule& rule, std::vector<xlsx::Origin>& odd) {
  if (rule.months) return SeriesMonths(source, rule, odd).read();
  const auto month = month_of_form(source, rule);
  if (!month) return {};
  return {*month};
}

bool SeriesCollector::read(const SourceSheet& source, const SeriesRule& rule) {
  std::vector<xlsx::Origin> odd;
  const std::vector<SeriesMonth> months = months_of_series(source, rule, odd);
  for (const xlsx::Origin& at : odd)
    reporter_.at_cell("month-unreadable", Severity::error, place_of(at), "看不出这里是哪个月，旁边的数没有采用", "请改成月份，或在映射文件里改正 months");
  if (months.empty()) return false;
  const xlsx::Range& first = rule.values.front();
  const xlsx::Origin at = source.origin(first.first_row, first.first_column);
  const auto unit = ledger_unit(rule.to.column, rule.unit);
  if (!unit) {
    reporter_.at_cell("mapping-unit-unknown", Severity::error, place_of(at), "“" + rule.to.column + "”不能用「" + rule.unit + "」计量，这里的数没有采用",
                      "请改正映射文件里的 unit");
    return true;
  }
  out_.came_from(kLedger, source.shown);
  if (out_.column(rule.to, unit->unit, at) == 0) return true;
  for (const SeriesMonth& month : months) take_month(source, rule, month, unit->tens);
  return true;
}

void SeriesCollector::take_month(const SourceSheet& source, const SeriesRule& rule, const SeriesMonth& month, int tens) {
  if (month.year.value == 0) {
    reporter_.at_cell("mapping-year-unknown", Severity::error, place_of(month.first.at), "看不出这里是哪一年的数，没有读取", "请在映射文件里写 year");
    return;
  }
  std::vector<Taken> parts;
  for (const auto& [row, column] : month.cells) {
    Taken part = scaled(bare_figure(take(source, row, column), rule.unit), tens, reporter_);
    if (rule.days && part.cell.kind == Kind::blank) continue;
    parts.push_back(std::move(part));
  }
  if (parts.empty()) return;
  if (!rule.sum) {
    put(rule.to.column, month, parts.size() == 1 ? parts.front() : take_sum(parts, reporter_));
    return;
  }
  Sum& sum = sums_.try_emplace({rule.to.column, month.year.value, month.first.value, month.last}, Sum{month, {}}).first->second;
  sum.parts.insert(sum.parts.end(), parts.begin(), parts.end());
}

void SeriesCollector::put(const std::string& column, const SeriesMonth& month, const Taken& value) {
  const Target to{kLedger, column};
  out_.put_period(to, out_.column(to, out_.unit_of(to), value.at), month.year, month.first, month.last, value);
}

void SeriesCollector::finish() {
  for (auto& [key, sum] : sums_) put(key.column, sum.month, sum.parts.size() == 1 ? sum.parts.front() : take_sum(sum.parts, reporter_));
  sums_.clear();
}

}  // namespace lvce::formats
