#include "energy/places.h"

#include <algorithm>
#include <cstdlib>

#include "energy/cell_ranges.h"

namespace lvce {
namespace {

constexpr const char* kBasesSheet = "年度基数";

std::string words(Carrier carrier, int year) { return std::string(carrier_name(carrier)) + " " + std::to_string(year) + "年"; }

bool gives_figures(const LedgerRow& row) {
  return std::any_of(row.quantities.begin(), row.quantities.end(), [](const auto& cell) { return !cell.second.blank(); });
}

/// Letters of the carrier's column in the workbook's own 能耗台账; empty: it has none, or a mapping gives the sheet.
std::string column_of(const Workbook& workbook, Carrier carrier) {
  if (workbook.by_mapping.contains(kLedgerSheet)) return "";
  for (const LedgerRow& row : workbook.ledger.rows) {
    const auto cell = row.quantities.find(carrier);
    if (cell == row.quantities.end() || cell->second.place.cell.empty()) continue;
    return cell->second.place.cell.substr(0, cell->second.place.cell.find_first_of("0123456789"));
  }
  return "";
}

/// The cell of a row; nothing where the office has none.
CellPlace cell_in(const LedgerRow& row, Carrier carrier, const std::string& column) {
  const auto cell = row.quantities.find(carrier);
  if (cell != row.quantities.end() && !cell->second.place.cell.empty()) return cell->second.place;
  return column.empty() ? CellPlace{} : CellPlace{kLedgerSheet, column + std::to_string(row.row), {}, {}};
}

/// The cells of a carrier in a year; those of a sum one by one.
std::vector<CellPlace> cells_of(const Workbook& workbook, Carrier carrier, int year) {
  const std::vector<LedgerRow>& rows = workbook.ledger.rows;
  const bool months = std::any_of(rows.begin(), rows.end(), [&](const LedgerRow& row) { return row.year == year && row.month != 0 && gives_figures(row); });
  const std::string column = column_of(workbook, carrier);
  std::vector<CellPlace> out;
  for (const LedgerRow& row : rows) {
    if (row.year != year || (months && row.month == 0)) continue;
    const CellPlace place = cell_in(row, carrier, column);
    if (place.cell.empty()) continue;
    if (place.parts.empty()) out.push_back(place);
    else out.insert(out.end(), place.parts.begin(), place.parts.end());
  }
  return out;
}

Place place_of_sheet(const Workbook& workbook, const char* sheet, std::string part) {
  return in_sheet(workbook.by_mapping.contains(sheet) ? workbook.mapping : workbook.file, sheet, std::move(part));
}

}  // namespace

Place ledger_place(const Workbook& workbook, std::string part) { return place_of_sheet(workbook, kLedgerSheet, std::move(part)); }
Place bases_place(const Workbook& workbook, std::string part) { return place_of_sheet(workbook, kBasesSheet, std::move(part)); }

std::string ledger_target(Carrier carrier) { return std::string(kLedgerSheet) + "/" + std::string(carrier_name(carrier)); }

std::string hint_at(const Workbook& workbook, const Place& place, const std::string& target, std::string plain) {
  if (workbook.mapping.empty() || place.file != workbook.mapping) return plain;
  return "在 " + workbook.mapping + " 里加上 to: " + target + " 的行，写明这些数在哪个文件、哪张表、哪些格；写法照已有的行";
}

Place month_place(const Workbook& workbook, Carrier carrier, int year, int month) {
  for (const LedgerRow& row : workbook.ledger.rows) {
    if (row.year != year || row.month != month) continue;
    const CellPlace place = cell_in(row, carrier, column_of(workbook, carrier));
    if (!place.cell.empty()) return place.in(workbook.file);
  }
  const std::string what = words(carrier, year) + (month == 0 ? "全年" : std::to_string(month) + "月");
  const std::vector<CellPlace> others = cells_of(workbook, carrier, year);
  if (!workbook.by_mapping.contains(kLedgerSheet) || others.empty()) return ledger_place(workbook, what);
  return in_sheet(others.front().in(workbook.file).file, others.front().sheet, what);
}

std::vector<Place> year_places(const Workbook& workbook, Carrier carrier, int year) {
  std::vector<Place> sheets;
  std::vector<std::vector<std::string>> cells;
  for (const CellPlace& cell : cells_of(workbook, carrier, year)) {
    const Place sheet = in_sheet(cell.in(workbook.file).file, cell.sheet);
    const auto found = std::find(sheets.begin(), sheets.end(), sheet);
    const auto at = static_cast<std::size_t>(found - sheets.begin());
    if (found == sheets.end()) {
      sheets.push_back(sheet);
      cells.emplace_back();
    }
    cells[at].push_back(cell.cell);
  }
  for (std::size_t i = 0; i < sheets.size(); ++i) sheets[i].cell = cell_ranges(cells[i]);
  if (sheets.empty()) sheets.push_back(ledger_place(workbook, words(carrier, year)));
  return sheets;
}

Place year_place(const Workbook& workbook, Carrier carrier, int year) {
  const std::vector<Place> places = year_places(workbook, carrier, year);
  Place first = places.front();
  if (places.size() > 1) first.part = "等" + std::to_string(places.size()) + "张表";
  return first;
}

std::vector<int> months_exceeding(const CarrierYear& part, const CarrierYear& whole) {
  std::vector<int> out;
  for (std::size_t i = 0; i < part.months.size() && i < whole.months.size(); ++i) {
    const auto& [month, quantity] = part.months[i];
    if (quantity && whole.months[i].second && *quantity > *whole.months[i].second) out.push_back(month);
  }
  return out;
}

Place part_place(const Workbook& workbook, const YearFigures& year, Carrier part, Carrier whole) {
  const std::vector<int> months = months_exceeding(year.carriers.at(part), year.carriers.at(whole));
  return months.size() == 1 ? month_place(workbook, part, year.year, months.front()) : year_place(workbook, part, year.year);
}

Place ledger_year_place(const Workbook& workbook, int year) {
  const LedgerRow* nearest = nullptr;
  for (const LedgerRow& row : workbook.ledger.rows) {
    if (row.month_place.cell.empty()) continue;
    if (nearest == nullptr || std::abs(row.year - year) < std::abs(nearest->year - year)) nearest = &row;
  }
  if (workbook.by_mapping.contains(kLedgerSheet)) return ledger_place(workbook, std::to_string(year) + "年");
  return nearest == nullptr ? ledger_place(workbook) : nearest->month_place.in(workbook.file);
}

Place base_year_place(const Workbook& workbook, int year) {
  const YearBase* nearest = nullptr;
  for (const YearBase& base : workbook.bases) {
    if (base.year_place.cell.empty()) continue;
    if (nearest == nullptr || std::abs(base.year - year) < std::abs(nearest->year - year)) nearest = &base;
  }
  if (workbook.by_mapping.contains(kBasesSheet)) return bases_place(workbook, std::to_string(year) + "年");
  return nearest == nullptr ? bases_place(workbook) : nearest->year_place.in(workbook.file);
}

Place base_place(const Workbook& workbook, int year, const std::string& name, Given<Decimal> YearBase::*member) {
  for (const YearBase& base : workbook.bases) {
    if (base.year == year && !(base.*member).place.cell.empty()) return (base.*member).place.in(workbook.file);
  }
  return bases_place(workbook, name + " " + std::to_string(year) + "年");
}

Place ledger_row_place(const Workbook& workbook, const LedgerRow& row) {
  if (!workbook.by_mapping.contains(kLedgerSheet)) return ledger_place(workbook, "第" + std::to_string(row.row) + "行");
  return ledger_place(workbook, std::to_string(row.year) + "年" + (row.month == 0 ? "全年" : std::to_string(row.month) + "月"));
}

}  // namespace lvce
