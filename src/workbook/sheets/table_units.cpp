// Units that stand outside the headers: in a row of their own below them, in the table's title, in the sheet's name.
#include <algorithm>

#include "office/carriers.h"
#include "office/values.h"
#include "support/text.h"
#include "workbook/book/number_format.h"
#include "workbook/sheets/table.h"
#include "workbook/units/ledger_unit.h"

namespace lvce {
namespace {

using Kind = xlsx::Cell::Kind;

std::optional<Carrier> carrier_of_column(const std::string& name) {
  for (const Carrier carrier : all_carriers())
    if (carrier_name(carrier) == name) return carrier;
  return std::nullopt;
}

/// The same size of unit. A title that speaks of another one (吨 above 升) means other columns; what stands in the column's own cell does not.
bool agree(const std::string& column, const std::string& said, const std::string& own, bool of_column) {
  const auto a = formats::ledger_unit(column, said), b = formats::ledger_unit(column, own);
  if (a && b) return a->unit == b->unit ? a->tens == b->tens : !of_column;
  if (carrier_of_column(column)) return !of_column || !b;  // a unit that is not known is reported for its own sake
  const xlsx::UnitWord one = xlsx::unit_word(said), other = xlsx::unit_word(own);
  return other.base.empty() || (one.base == other.base && one.tens == other.tens);
}

bool is_unit_word(const std::string& text) { return !xlsx::unit_word(header_unit("(" + text + ")")).base.empty(); }

}  // namespace

/// A row of units below the header: words for units under every column that a unit belongs to and that holds anything there, and no figure.
void SheetTable::find_unit_row(const TableSpec& spec) {
  if (spec.units.empty()) return;
  const auto below = sheet_->rows.upper_bound(header_row_);
  if (below == sheet_->rows.end()) return;
  int units = 0;
  for (const auto& [name, column] : columns_) {
    const xlsx::Cell& one = sheet_->at(below->first, column.index);
    if (!spec.units.contains(name) || one.kind == Kind::blank) continue;
    if (one.kind != Kind::text || !is_unit_word(shown(one))) return;
    ++units;
  }
  if (units == 0) return;
  unit_row_ = below->first;
  std::erase(rows_, unit_row_);
}

/// What says a unit for this column outside its header: the row of units, else titles and the name of the sheet.
std::vector<UnitSaid> SheetTable::units_said(const std::string& name, const HeaderColumn& column) const {
  std::vector<UnitSaid> said;
  if (unit_row_ > 0) {
    const std::string text = shown(sheet_->at(unit_row_, column.index));
    if (!text.empty()) said.push_back({{header_unit("(" + text + ")")}, text, {name_, xlsx::cell_name(unit_row_, column.index)}, true});
  }
  const auto carrier = carrier_of_column(name);
  if (!carrier || !sheet_->origins.empty()) return said;  // a mapping has looked at titles itself
  for (const auto& [row, cells] : sheet_->rows) {
    if (row >= header_row_) break;
    for (const auto& [index, cell] : cells) {
      const std::string text = shown(cell);
      if (cell.kind != Kind::text) continue;
      if (auto units = formats::units_in(text, *carrier); !units.empty()) said.push_back({std::move(units), text, {name_, xlsx::cell_name(row, index)}});
    }
  }
  if (auto units = formats::units_in(sheet_->name, *carrier); !units.empty()) said.push_back({std::move(units), sheet_->name, {name_, "工作表名"}});
  return said;
}

void SheetTable::settle_units(const TableSpec& spec) {
  for (auto& [name, column] : columns_) {
    if (!spec.units.contains(name) || column.twice || column.unclear) continue;
    for (const UnitSaid& said : units_said(name, column)) compare_unit(name, column, said);
  }
}

void SheetTable::compare_unit(const std::string& name, HeaderColumn& column, const UnitSaid& said) {
  if (column.unit.empty() && said.units.size() == 1) {
    column.unit = header_unit("(" + said.units.front() + ")");
    reporter_->at_cell("unit-of-title", Severity::note, header_place(name),
                       "表头没有写计量单位，按 " + said.place.cell + "「" + said.text + "」采用“" + column.unit + "”", "请在表头写明单位");
    return;
  }
  const auto same = [&](const std::string& unit) { return agree(name, unit, column.unit, said.of_column); };
  if (!column.unit.empty() && std::any_of(said.units.begin(), said.units.end(), same)) return;
  const std::string own = column.unit.empty() ? "没有写计量单位" : "的单位是“" + column.unit + "”";
  for (int row : rows_) refused_cells_.emplace(row, name);
  reporter_->at_cell("unit-contradiction", Severity::error, header_place(name),
                     "表头「" + column.header + "」" + own + "，" + said.place.cell + " 写的是「" + said.text + "」，看不出用哪一个，这一列没有采用",
                     "请把两处改成一致，或只在表头写明单位");
}

}  // namespace lvce
