// 能耗台账: quantities as typed, with the unit of each column.
#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <utility>

#include "office/carriers.h"
#include "office/month_label.h"
#include "office/values.h"
#include "support/text.h"
#include "workbook/sheets/rows.h"
#include "workbook/sheets/sheets.h"
#include "workbook/units/ledger_unit.h"

namespace lvce {
namespace {

/// Nothing: a unit that the carrier is not given in.
std::optional<QuantityUnit> unit_named(Carrier carrier, std::string_view text) {
  for (const UnitName& name : facts_of(carrier).units) {
    if (name.text == text) return name.unit;
  }
  return std::nullopt;
}

Decimal power_of_ten(int tens) {
  const Decimal step = tens < 0 ? *Decimal::parse("0.1") : Decimal(10);
  Decimal power(1);
  for (int i = 0; i < std::abs(tens); ++i) power = power * step;
  return power;
}

struct LedgerColumns {
  std::vector<LedgerColumn> columns;
  std::map<Carrier, bool> unusable;  ///< unit unknown: what stands below is broken
  std::map<Carrier, Decimal> times;  ///< of units that are a power of ten of one that is known (千焦): what brings a figure to that one
};

LedgerColumns read_columns(const SheetTable& table) {
  LedgerColumns out;
  std::vector<std::string> assumed;
  for (Carrier carrier : all_carriers()) {
    const std::string name(carrier_name(carrier));
    const HeaderColumn* header = table.column(name);
    if (header == nullptr) continue;
    if (header->unclear) {  // asked about already
      out.unusable[carrier] = true;
      out.columns.push_back({carrier, facts_of(carrier).units.front().unit, header->header});
      continue;
    }
    const std::string typed = header->unit.empty() ? std::string(carrier_unit(carrier)) : header->unit;
    if (header->unit.empty()) assumed.push_back(name + "按" + typed);
    auto unit = unit_named(carrier, typed);
    if (const auto scaled = unit ? std::nullopt : formats::ledger_unit(name, typed)) {
      unit = unit_named(carrier, scaled->unit);
      out.times[carrier] = power_of_ten(scaled->tens);
    }
    out.unusable[carrier] = !unit;
    if (!unit) report_unknown_unit(table, name, std::string(carrier_unit(carrier)));
    out.columns.push_back({carrier, unit ? *unit : facts_of(carrier).units.front().unit, header->header});
  }
  report_assumed_units(table, assumed);
  return out;
}

using Unused = std::set<std::pair<int, Carrier>>;

/// Years in which a carrier's column holds nothing but dashes, 无 and blanks: not used, as if left blank.
Unused unused_carriers(const SheetTable& table, const LedgerColumns& columns) {
  std::map<std::pair<int, Carrier>, bool> only_dashes;
  for (int row : table.rows()) {
    const auto year = shown_row_year(table, row);
    for (const LedgerColumn& column : columns.columns) {
      const std::string name(carrier_name(column.carrier));
      if (!year || table.blank(row, name) || is_summary_row(table, row)) continue;
      bool& only = only_dashes.try_emplace({*year, column.carrier}, true).first->second;
      only = only && table.says_nothing(row, name);
    }
  }
  Unused unused;
  for (const auto& [which, only] : only_dashes)
    if (only) unused.insert(which);
  return unused;
}

LedgerRow read_quantities(const SheetTable& table, int row, int year, const LedgerColumns& columns, const Unused& unused) {
  LedgerRow out;
  out.row = row;
  for (const LedgerColumn& column : columns.columns) {
    if (unused.contains({year, column.carrier})) {
      out.quantities[column.carrier] = {std::nullopt, false, table.own_place(row, std::string(carrier_name(column.carrier)))};
      continue;
    }
    Given<Decimal> given = table.quantity(row, std::string(carrier_name(column.carrier)));
    if (const auto times = columns.times.find(column.carrier); times != columns.times.end() && given.value) given.value = *given.value * times->second;
    if (columns.unusable.at(column.carrier) && given.value) {
      given.value.reset();
      given.broken = true;
    }
    if (given.blank()) given.place = table.own_place(row, std::string(carrier_name(column.carrier)));
    out.quantities[column.carrier] = std::move(given);
  }
  return out;
}

/// Two rows for one month: what either gives is broken, so that nothing is computed from a guess.
void break_both(LedgerRow& kept, const LedgerRow& other) {
  for (auto& [carrier, given] : kept.quantities) {
    if (given.blank() && other.quantities.at(carrier).blank()) continue;
    given.value.reset();
    given.broken = true;
  }
}

std::string month_words(const LedgerRow& row) { return std::to_string(row.year) + " 年" + (row.month == 0 ? "全年" : " " + std::to_string(row.month) + " 月"); }

using Rows = std::vector<LedgerRow>;

/// The row above is two months earlier: this one stands where the month between belongs.
bool stands_a_month_early(const Rows& rows, Rows::const_iterator at) {
  return at != rows.begin() && std::prev(at)->year == at->year && std::prev(at)->month == at->month - 2;
}

void keep_row(Ledger& ledger, LedgerRow row, const SheetTable& table) {
  const auto same = std::find_if(ledger.rows.begin(), ledger.rows.end(),
                                 [&](const LedgerRow& other) { return other.year == row.year && other.month == row.month; });
  if (same == ledger.rows.end()) {
    ledger.rows.push_back(std::move(row));
    return;
  }
  const bool upper_is_wrong = stands_a_month_early(ledger.rows, same);
  const CellPlace& wrong = upper_is_wrong ? same->month_place : row.month_place;
  const CellPlace& other = upper_is_wrong ? row.month_place : same->month_place;
  table.reporter().at_cell("duplicate-month", Severity::error, wrong, month_words(row) + "填写了两行（另见 " + other.cell + "），都不采用",
                           "重复的请合并或删去一行；月份写错的请改正");
  break_both(*same, row);
  ++ledger.unplaced;
}

/// Months that a row, or a merged cell, has one figure for.
struct Span {
  int first = 0;
  int last = 0;
};

/// The months of a row: 3, 1-2月, 2021年3月 in a row of that year. Nothing after a finding, or where the cell is blank.
std::optional<Span> months_of_row(const SheetTable& table, int row, int year) {
  const xlsx::Cell& cell = table.cell(row, "月份");
  const auto label = cell.kind == xlsx::Cell::Kind::text ? month_label(table.shown(cell)) : std::nullopt;
  if (label && !label->day && label->year.value_or(year) == year) return Span{label->first, label->last};
  if (label && label->year && *label->year != year) {
    table.reporter().at_cell("month-unreadable", Severity::error, table.place(row, "月份"),
                             "月份「" + table.shown(cell) + "」不在这一行的年度 " + std::to_string(year) + " 里，这一行没有采用", "请核对年度和月份");
    return std::nullopt;
  }
  const Given<int> month = table.month(row, "月份");
  if (month.blank()) {
    table.reporter().at_cell("row-without-month", Severity::error, table.place(row, "月份"), "这一行没有月份，没有采用", "请填 1 至 12，或“全年”");
  }
  return month.value ? std::optional(Span{*month.value, *month.value}) : std::nullopt;
}

/// One figure of a carrier for several months.
struct Period {
  Carrier carrier = Carrier::electricity;
  int year = 0;
  Span months;
  Given<Decimal> figure;
  CellPlace month_place;
  int row = 0;
};

/// Total rows and rows that wait to be filled in are no rows of a month.
bool gives_a_quantity(const SheetTable& table, int row) {
  if (is_summary_row(table, row)) return false;
  const std::vector<Carrier> carriers = all_carriers();
  return std::any_of(carriers.begin(), carriers.end(), [&](Carrier carrier) {
    const std::string name(carrier_name(carrier));
    return table.column(name) != nullptr && !table.blank(row, name);
  });
}

class LedgerReader {
 public:
  explicit LedgerReader(const SheetTable& table) : table_(table), columns_(read_columns(table)), unused_(unused_carriers(table, columns_)) {}

  Ledger read() {
    for (int row : table_.rows()) read_row(row);
    for (const Period& period : periods_) place_period(period);
    ledger_.columns = std::move(columns_.columns);
    return std::move(ledger_);
  }

 private:
  void read_row(int row) {
    const std::optional<int> year = read_row_year(table_, row);
    const auto months = year ? months_of_row(table_, row, *year) : std::nullopt;
    if (!months) {
      if (year || gives_a_quantity(table_, row)) ++ledger_.unplaced;
      return;
    }
    LedgerRow out = read_quantities(table_, row, *year, columns_, unused_);
    out.year = *year;
    out.month = months->last;
    out.month_place = table_.place(row, "月份");
    for (auto& [carrier, given] : out.quantities) {
      const Span span = merged_months(row, carrier, *year).value_or(*months);
      if (span.first == span.last || given.blank()) continue;
      periods_.push_back({carrier, *year, span, std::exchange(given, Given<Decimal>{std::nullopt, false, given.place}), out.month_place, row});
    }
    if (months->first == months->last) keep_row(ledger_, std::move(out), table_);
  }

  /// The months of the rows that this figure's cell is merged over.
  std::optional<Span> merged_months(int row, Carrier carrier, int year) const {
    std::optional<Span> span;
    for (int at = row; at <= table_.merged_to_row(row, std::string(carrier_name(carrier))); ++at) {
      const auto month = parse_typed_month(table_.shown(table_.cell(at, "月份")));
      const auto here = shown_row_year(table_, at);
      if (!month || here != year || (span && *month != span->last + 1)) return std::nullopt;
      span = Span{span ? span->first : *month, *month};
    }
    return span;
  }

  /// The last month has the figure, those before have 0, so that the year is whole.
  void place_period(const Period& period) {
    const std::string name(carrier_name(period.carrier));
    table_.reporter().at_cell("ledger-period", Severity::note, period.figure.place, "“" + name + "”几个月只有一个数：记在最后一个月，前面的月份记0");
    for (int month = period.months.first; month <= period.months.last; ++month) {
      Given<Decimal> figure = period.figure;
      if (month < period.months.last && figure.value) figure.value = Decimal(0);
      LedgerRow& row = row_of(period, month);
      Given<Decimal>& there = row.quantities.at(period.carrier);
      if (there.blank()) there = std::move(figure);
      else say_twice(period, month, there);
    }
  }

  void say_twice(const Period& period, int month, Given<Decimal>& there) {
    table_.reporter().at_cell("duplicate-month", Severity::error, period.figure.place,
                              std::to_string(period.year) + " 年 " + std::to_string(month) + " 月的" + std::string(carrier_name(period.carrier)) +
                                  "填写了两处（另见 " + there.place.cell + "），都不采用",
                              "几个月只有一个数的，各月不要再填；各月分开填的，请去掉这一格");
    there.value.reset();
    there.broken = true;
  }

  LedgerRow& row_of(const Period& period, int month) {
    const auto found = std::find_if(ledger_.rows.begin(), ledger_.rows.end(),
                                    [&](const LedgerRow& row) { return row.year == period.year && row.month == month; });
    if (found != ledger_.rows.end()) return *found;
    LedgerRow& row = ledger_.rows.emplace_back(LedgerRow{period.year, month, period.row, period.month_place, {}});
    for (const LedgerColumn& column : columns_.columns)
      row.quantities[column.carrier] = {std::nullopt, false, table_.own_place(period.row, std::string(carrier_name(column.carrier)))};
    return row;
  }

  const SheetTable& table_;
  LedgerColumns columns_;
  Unused unused_;
  std::vector<Period> periods_;
  Ledger ledger_;
};

}  // namespace

TableSpec ledger_spec() {
  TableSpec spec{"能耗台账", {"年度", "月份"}, {"备注", "说明"}, {"电", "水"}, false};
  for (Carrier carrier : all_carriers()) {
    spec.known.emplace_back(carrier_name(carrier));
    spec.units.emplace(carrier_name(carrier), carrier_unit(carrier));
  }
  spec.names = ledger_header_names();
  return spec;
}

Ledger read_ledger(const SheetTable& table) { return LedgerReader(table).read(); }

}  // namespace lvce
