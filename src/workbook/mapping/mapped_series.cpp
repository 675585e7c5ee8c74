#include "workbook/mapping/mapped_series.h"

#include <algorithm>

#include "office/carriers.h"
#include "office/values.h"
#include "support/text.h"
#include "workbook/book/number_format.h"
#include "workbook/files/find_workbook.h"

namespace lvce::formats {
namespace {

using Kind = xlsx::Cell::Kind;

const std::string kLedger = "能耗台账";

const CarrierFacts* carrier_named(const std::string& name) {
  const auto found = std::find_if(kCarriers.begin(), kCarriers.end(), [&](const CarrierFacts& facts) { return facts.name == name; });
  return found == kCarriers.end() ? nullptr : &*found;
}

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
    for (int row = range.first_row; row <= range.last_row; ++row)
      for (int column = range.first_column; column <= range.last_column; ++column) read_one(row, column);
    return std::move(out_);
  }

 private:
  void read_one(int row, int column) {
    std::string text = merged_text(source_, row, column);
    if (const auto year = parse_typed_year(text); year && !month_label(text)) mark_ = Dated{*year, source_.origin(row, column)};
    if (text.empty() && rule_.down) text = last_text_;
    else if (!text.empty()) last_text_ = text;
    const auto cells = cells_beside(rule_, row, column, down_);
    const bool empty = std::all_of(cells.begin(), cells.end(), [&](const auto& at) { return is_blank(source_, at.first, at.second); });
    if (rule_.where && !is_wanted(row, column)) return;
    const auto label = month_label(text);
    if (!label) {
      if (!empty && !is_summary_label(text) && !parse_typed_year(text)) odd_.push_back(source_.origin(row, column));
      return;
    }
    if (empty && source_.text(row, column).empty()) return;
    const xlsx::Origin at = source_.origin(row, column);
    out_.push_back({year_of(*label, row, column), {label->first, at}, label->last, cells});
  }

  bool is_wanted(int row, int column) const {
    const auto [r, c] = beside(*rule_.where, row, column, down_);
    const std::string text = without_space(fold_width(merged_text(source_, r, c)));
    return std::any_of(rule_.is.begin(), rule_.is.end(), [&](const std::string& pattern) { return matches_pattern(text, pattern); });
  }

  Dated year_of(const MonthLabel& label, int row, int column) {
    const xlsx::Origin at = source_.origin(row, column);
    if (label.year) return {*label.year, at};
    if (rule_.years) {
      const auto [r, c] = beside(*rule_.years, row, column, down_);
      if (const auto year = parse_typed_year(merged_text(source_, r, c))) mark_ = Dated{*year, source_.origin(r, c)};
    }
    if (mark_.value > 0) return mark_;
    if (rule_.year) return {*rule_.year, {source_.shown, "（映射文件）"}};
    return {0, at};
  }

  const SourceSheet& source_;
  const SeriesRule& rule_;
  std::vector<xlsx::Origin>& odd_;
  std::vector<SeriesMonth> out_;
  bool down_ = true;
  Dated mark_;
  std::string last_text_;
};

/// The month of a form: where the rule says that it stands.
std::optional<SeriesMonth> month_of_form(const SourceSheet& source, const SeriesRule& rule) {
  using Source = MonthSource::Kind;
  const MonthSource& from = rule.month;
  SeriesMonth month;
  month.first = {from.month, {source.shown, "（映射文件）"}};
  std::string text;
  if (from.kind == Source::cell) {
    text = merged_text(source, from.row, from.column);
    month.first.at = source.origin(from.row, from.column);
  }
  if (from.kind == Source::sheet_name) text = source.sheet->name;
  if (from.kind == Source::file_name) text = source.file;
  if (from.kind != Source::fixed) {
    const auto found = month_in(text);
    if (!found) return std::nullopt;
    month.first.value = *found;
  }
  month.last = month.first.value;
  month.year = {rule.year ? *rule.year : year_in(text).value_or(0), month.first.at};
  if (month.year.value == 0)
    if (const auto label = month_label(text); label && label->year) month.year.value = *label->year;
  if (month.year.value == 0)
    if (const auto year = year_of_sheet(source, 1, rule.values.front().first_row)) month.year = {year->year, year->at};
  if (month.year.value == 0) month.year.value = year_in(source.file).value_or(0);
  for (const xlsx::Range& range : rule.values)
    for (int r = range.first_row; r <= range.last_row; ++r)
      for (int c = range.first_column; c <= range.last_column; ++c) month.cells.emplace_back(r, c);
  return month;
}

}  // namespace

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

std::optional<LedgerUnit> ledger_unit(const std::string& carrier, const std::string& unit) {
  const CarrierFacts* facts = carrier_named(carrier);
  if (facts == nullptr) return std::nullopt;
  if (unit.empty()) return LedgerUnit{std::string(facts->unit), 0};
  const std::string plain = header_unit("(" + unit + ")");
  const auto taken = std::find_if(facts->units.begin(), facts->units.end(), [&](const UnitName& name) { return name.text == plain; });
  const xlsx::UnitWord word = xlsx::unit_word(plain);
  const xlsx::UnitWord base = xlsx::unit_word(facts->unit);
  if (!word.base.empty() && word.base == base.base) return LedgerUnit{std::string(facts->unit), word.tens - base.tens};
  if (taken == facts->units.end()) return std::nullopt;
  const bool water = facts->base == BaseUnit::m3 && word.base == xlsx::unit_word("吨").base;
  if (water) return LedgerUnit{std::string(facts->unit), word.tens};
  const bool kilogram = word.base == xlsx::unit_word("吨").base && word.tens == -3;
  return kilogram ? LedgerUnit{"吨", -3} : LedgerUnit{canonical_unit(unit), 0};
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
    Taken part = scaled(take(source, row, column), tens, reporter_);
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

/// Of a reading period the last month has the figure; the others have 0, so that the year is whole.
void SeriesCollector::put(const std::string& column, const SeriesMonth& month, const Taken& value) {
  const int to = out_.column({kLedger, column}, out_.unit_of({kLedger, column}), value.at);
  for (int m = month.first.value; m < month.last; ++m) {
    Taken none{xlsx::Cell{}, {}, value.at};
    if (value.cell.kind != Kind::blank) none.cell.kind = Kind::number;
    out_.put(kLedger, out_.row_of(kLedger, month.year, {m, month.first.at}), to, none);
  }
  if (month.last > month.first.value && value.cell.kind != Kind::blank) {
    reporter_.at_cell("mapping-period", Severity::note, place_of(value.at),
                      "“" + column + "”" + std::to_string(month.first.value) + "—" + std::to_string(month.last) + "月抄一次表，用量记在" +
                          std::to_string(month.last) + "月，前面的月份记0");
  }
  out_.put(kLedger, out_.row_of(kLedger, month.year, {month.last, month.first.at}), to, value);
}

void SeriesCollector::finish() {
  for (auto& [key, sum] : sums_) put(key.column, sum.month, sum.parts.size() == 1 ? sum.parts.front() : take_sum(sum.parts, reporter_));
  sums_.clear();
}

}  // namespace lvce::formats
