// 能耗台账: quantities as typed, with the unit of each column.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "office/carriers.h"
#include "office/values.h"
#include "support/text.h"
#include "workbook/sheets/rows.h"
#include "workbook/sheets/sheets.h"

namespace lvce {
namespace {

/// Nothing: a unit that the carrier is not given in.
std::optional<QuantityUnit> unit_named(Carrier carrier, std::string_view text) {
  for (const UnitName& name : facts_of(carrier).units) {
    if (name.text == text) return name.unit;
  }
  return std::nullopt;
}

struct LedgerColumns {
  std::vector<LedgerColumn> columns;
  std::map<Carrier, bool> unusable;  ///< unit unknown: what stands below is broken
};

LedgerColumns read_columns(const SheetTable& table) {
  LedgerColumns out;
  std::vector<std::string> assumed;
  for (Carrier carrier : all_carriers()) {
    const std::string name(carrier_name(carrier));
    const HeaderColumn* header = table.column(name);
    if (header == nullptr) continue;
    const std::string typed = header->unit.empty() ? std::string(carrier_unit(carrier)) : header->unit;
    if (header->unit.empty()) assumed.push_back(name + "按" + typed);
    const auto unit = unit_named(carrier, typed);
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
    const auto year = parse_typed_year(table.shown(table.cell(table.filled_down_row(row, "年度"), "年度")));
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
      out.quantities[column.carrier] = {std::nullopt, false, table.place(row, std::string(carrier_name(column.carrier)))};
      continue;
    }
    Given<Decimal> given = table.quantity(row, std::string(carrier_name(column.carrier)));
    if (columns.unusable.at(column.carrier) && given.value) {
      given.value.reset();
      given.broken = true;
    }
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

/// Total rows and rows that wait to be filled in are no rows of a month.
bool gives_a_quantity(const SheetTable& table, int row) {
  if (is_summary_row(table, row)) return false;
  const std::vector<Carrier> carriers = all_carriers();
  return std::any_of(carriers.begin(), carriers.end(), [&](Carrier carrier) {
    const std::string name(carrier_name(carrier));
    return table.column(name) != nullptr && !table.blank(row, name);
  });
}

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

Ledger read_ledger(const SheetTable& table) {
  LedgerColumns columns = read_columns(table);
  const Unused unused = unused_carriers(table, columns);
  Ledger ledger;
  for (int row : table.rows()) {
    const std::optional<int> year = read_row_year(table, row);
    if (!year) {
      if (gives_a_quantity(table, row)) ++ledger.unplaced;
      continue;
    }
    const Given<int> month = table.month(row, "月份");
    if (month.blank()) {
      table.reporter().at_cell("row-without-month", Severity::error, table.place(row, "月份"), "这一行没有月份，没有采用", "请填 1 至 12，或“全年”");
    }
    if (!month.value) {
      ++ledger.unplaced;
      continue;
    }
    LedgerRow out = read_quantities(table, row, *year, columns, unused);
    out.year = *year;
    out.month = *month.value;
    out.month_place = table.place(row, "月份");
    keep_row(ledger, std::move(out), table);
  }
  ledger.columns = std::move(columns.columns);
  return ledger;
}

}  // namespace lvce
