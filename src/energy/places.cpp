#include "energy/places.h"

#include <algorithm>
#include <cstdlib>

namespace lvce {
namespace {

std::string words(Carrier carrier, int year) {
  return std::string(kLedgerSheet) + " " + std::string(carrier_name(carrier)) + " " + std::to_string(year) + "年";
}

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

std::string month_place(const Workbook& workbook, Carrier carrier, int year, int month) {
  const std::string column = column_of(workbook, carrier);
  for (const LedgerRow& row : workbook.ledger.rows) {
    if (row.year == year && row.month == month && !column.empty()) return std::string(kLedgerSheet) + "!" + column + std::to_string(row.row);
  }
  return words(carrier, year) + std::to_string(month) + "月";
}

std::string year_place(const Workbook& workbook, Carrier carrier, int year) {
  const std::string column = column_of(workbook, carrier);
  int first = 0, last = 0;
  bool months = false;
  for (const LedgerRow& row : workbook.ledger.rows) months = months || (row.year == year && row.month != 0);
  for (const LedgerRow& row : workbook.ledger.rows) {
    if (row.year != year || (months && row.month == 0)) continue;
    first = first == 0 ? row.row : std::min(first, row.row);
    last = std::max(last, row.row);
  }
  if (column.empty() || first == 0) return words(carrier, year);
  const std::string cells = column + std::to_string(first);
  return std::string(kLedgerSheet) + "!" + (first == last ? cells : cells + ":" + column + std::to_string(last));
}

std::vector<int> months_exceeding(const CarrierYear& part, const CarrierYear& whole) {
  std::vector<int> out;
  for (std::size_t i = 0; i < part.months.size() && i < whole.months.size(); ++i) {
    const auto& [month, quantity] = part.months[i];
    if (quantity && whole.months[i].second && *quantity > *whole.months[i].second) out.push_back(month);
  }
  return out;
}

std::string part_place(const Workbook& workbook, const YearFigures& year, Carrier part, Carrier whole) {
  const std::vector<int> months = months_exceeding(year.carriers.at(part), year.carriers.at(whole));
  return months.size() == 1 ? month_place(workbook, part, year.year, months.front()) : year_place(workbook, part, year.year);
}

std::string ledger_year_place(const Workbook& workbook, int year) {
  const LedgerRow* nearest = nullptr;
  for (const LedgerRow& row : workbook.ledger.rows) {
    if (row.month_place.cell.empty()) continue;
    if (nearest == nullptr || std::abs(row.year - year) < std::abs(nearest->year - year)) nearest = &row;
  }
  return nearest == nullptr ? kLedgerSheet : nearest->month_place.text();
}

std::string base_year_place(const Workbook& workbook, int year) {
  const YearBase* nearest = nullptr;
  for (const YearBase& base : workbook.bases) {
    if (base.year_place.cell.empty()) continue;
    if (nearest == nullptr || std::abs(base.year - year) < std::abs(nearest->year - year)) nearest = &base;
  }
  return nearest == nullptr ? "年度基数" : nearest->year_place.text();
}

std::string base_place(const Workbook& workbook, int year, const std::string& name, Given<Decimal> YearBase::*member) {
  for (const YearBase& base : workbook.bases) {
    if (base.year == year && !(base.*member).place.cell.empty()) return (base.*member).place.text();
  }
  return "年度基数 " + name + " " + std::to_string(year) + "年";
}

}  // namespace lvce
