#include "energy/places.h"

#include <algorithm>
#include <cstdlib>

namespace lvce {
namespace {

std::string words(Carrier carrier, int year) { return std::string(carrier_name(carrier)) + " " + std::to_string(year) + "年"; }

/// Letters of the carrier's column; blank cells have no place of their own.
std::string column_of(const Workbook& workbook, Carrier carrier) {
  for (const LedgerRow& row : workbook.ledger.rows) {
    const auto cell = row.quantities.find(carrier);
    if (cell == row.quantities.end() || cell->second.place.cell.empty()) continue;
    return cell->second.place.cell.substr(0, cell->second.place.cell.find_first_of("0123456789"));
  }
  return "";
}

}  // namespace

Place month_place(const Workbook& workbook, Carrier carrier, int year, int month) {
  const std::string column = column_of(workbook, carrier);
  for (const LedgerRow& row : workbook.ledger.rows) {
    if (row.year == year && row.month == month && !column.empty()) return in_cell(workbook.file, kLedgerSheet, column + std::to_string(row.row));
  }
  return in_sheet(workbook.file, kLedgerSheet, words(carrier, year) + std::to_string(month) + "月");
}

Place year_place(const Workbook& workbook, Carrier carrier, int year) {
  const std::string column = column_of(workbook, carrier);
  int first = 0, last = 0;
  bool months = false;
  for (const LedgerRow& row : workbook.ledger.rows) months = months || (row.year == year && row.month != 0);
  for (const LedgerRow& row : workbook.ledger.rows) {
    if (row.year != year || (months && row.month == 0)) continue;
    first = first == 0 ? row.row : std::min(first, row.row);
    last = std::max(last, row.row);
  }
  if (column.empty() || first == 0) return in_sheet(workbook.file, kLedgerSheet, words(carrier, year));
  const std::string cells = column + std::to_string(first);
  return in_cell(workbook.file, kLedgerSheet, first == last ? cells : cells + ":" + column + std::to_string(last));
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
  return nearest == nullptr ? in_sheet(workbook.file, kLedgerSheet) : nearest->month_place.in(workbook.file);
}

Place base_year_place(const Workbook& workbook, int year) {
  const YearBase* nearest = nullptr;
  for (const YearBase& base : workbook.bases) {
    if (base.year_place.cell.empty()) continue;
    if (nearest == nullptr || std::abs(base.year - year) < std::abs(nearest->year - year)) nearest = &base;
  }
  return nearest == nullptr ? in_sheet(workbook.file, "年度基数") : nearest->year_place.in(workbook.file);
}

Place base_place(const Workbook& workbook, int year, const std::string& name, Given<Decimal> YearBase::*member) {
  for (const YearBase& base : workbook.bases) {
    if (base.year == year && !(base.*member).place.cell.empty()) return (base.*member).place.in(workbook.file);
  }
  return in_sheet(workbook.file, "年度基数", name + " " + std::to_string(year) + "年");
}

Place ledger_row_place(const Workbook& workbook, int row) { return in_sheet(workbook.file, kLedgerSheet, "第" + std::to_string(row) + "行"); }

}  // namespace lvce
