#include "energy/checks/ledger_rounding.h"

#include <algorithm>

namespace lvce {
namespace {

int decimals_of(const Decimal& number) {
  constexpr int kMost = 12;
  int places = 0;
  while (places < kMost && number.rounded(places) != number) ++places;
  return places;
}

/// The year's or month's figure in the base unit.
std::optional<Decimal> in_base_unit(const EnergyReport& report, Carrier carrier, const LedgerRow& row) {
  const auto year = report.years.find(row.year);
  if (year == report.years.end()) return std::nullopt;
  const auto of_year = year->second.carriers.find(carrier);
  if (of_year == year->second.carriers.end()) return std::nullopt;
  const CarrierYear& figures = of_year->second;
  if (row.month == 0) return figures.months.empty() ? figures.quantity : std::nullopt;
  for (const auto& [month, quantity] : figures.months) {
    if (month == row.month) return quantity;
  }
  return std::nullopt;
}

}  // namespace

Decimal ledger_rounding(const CheckInput& input, Carrier carrier) {
  int decimals = 0;
  std::optional<Decimal> scale;
  for (const LedgerRow& row : input.workbook.ledger.rows) {
    const auto cell = row.quantities.find(carrier);
    if (cell == row.quantities.end() || !cell->second.value || cell->second.value->is_zero()) continue;
    decimals = std::max(decimals, decimals_of(*cell->second.value));
    const std::optional<Decimal> quantity = in_base_unit(input.report, carrier, row);
    if (!scale && quantity) scale = quantity->divided_by(*cell->second.value);
  }
  Decimal half = *Decimal::parse("0.5");
  for (int i = 0; i < decimals; ++i) half = half * *Decimal::parse("0.1");
  return half * scale.value_or(Decimal());
}

}  // namespace lvce
