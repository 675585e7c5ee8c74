// The codes of the ledger checks: one row each, and a row of docs/ledger-checks.md. Private to energy/.
#pragma once

#include <array>
#include <string_view>

namespace lvce {

/// How exactly a finding says what is wrong with its cell.
enum class Exactness {
  unusual,   ///< its figure is out of the way
  compared,  ///< it does not agree with another one
  exact,     ///< what is wrong is named
};

struct CheckCode {
  std::string_view code;
  Exactness says;
  bool concerns_figures;  ///< a warning of it puts in doubt what an early warning (target-out-of-reach) is computed from
};

inline constexpr auto kCheckCodes = std::to_array<CheckCode>({
    {"base-changed", Exactness::compared, true},
    {"base-part-exceeds", Exactness::exact, false},
    {"carrier-swing", Exactness::exact, false},
    {"carrier-one-year-only", Exactness::exact, false},
    {"month-outlier", Exactness::unusual, true},
    {"month-part-exceeds", Exactness::compared, false},
    {"intensity-implausible", Exactness::unusual, true},
    {"electricity-not-used", Exactness::exact, false},
    {"meter-reading-falls", Exactness::exact, false},
    {"meter-not-continuous", Exactness::exact, false},
    {"meter-quantity-differs", Exactness::exact, false},
    {"meter-multiplier-changed", Exactness::exact, false},
    {"meter-month-twice", Exactness::exact, false},
    {"meter-month-missing", Exactness::exact, false},
    {"meter-month-mistyped", Exactness::exact, false},
    {"meter-cell-missing", Exactness::exact, false},
    {"meter-number-unknown", Exactness::exact, false},
    {"meter-price-unusual", Exactness::exact, false},
    {"meter-amount-differs", Exactness::exact, false},
    {"meter-sub-exceeds", Exactness::exact, false},
    {"meter-parent-unknown", Exactness::exact, false},
    {"meter-ledger-differs", Exactness::exact, true},
    {"invoice-ledger-differs", Exactness::exact, true},
    {"invoice-year-differs", Exactness::exact, false},
    {"invoice-not-in-ledger", Exactness::exact, false},
    {"invoice-billing-month", Exactness::exact, false},
    {"invoice-months-missing", Exactness::exact, false},
    {"invoice-period-missing", Exactness::exact, false},
    {"invoice-no-quantity", Exactness::exact, false},
    {"invoice-sum-differs", Exactness::exact, false},
    {"invoice-double", Exactness::exact, false},
    {"invoice-number-conflict", Exactness::exact, false},
    {"invoice-red-alone", Exactness::exact, false},
    {"vehicle-distance-differs", Exactness::exact, false},
    {"vehicle-distance-missing", Exactness::exact, false},
    {"vehicle-odometer-break", Exactness::exact, false},
    {"vehicle-consumption-differs", Exactness::exact, false},
    {"vehicle-over-quota", Exactness::exact, false},
    {"vehicle-price-unusual", Exactness::exact, false},
    {"vehicle-cell-missing", Exactness::exact, false},
    {"vehicle-row-twice", Exactness::exact, false},
    {"vehicle-plate-unknown", Exactness::exact, false},
    {"vehicle-fuel-changed", Exactness::exact, false},
    {"vehicle-month-mistyped", Exactness::exact, false},
    {"vehicle-month-missing", Exactness::exact, false},
    {"vehicle-year-unknown", Exactness::exact, false},
    {"vehicle-litres-differ", Exactness::exact, false},
    {"waste-month-missing", Exactness::exact, false},
    {"waste-quantity-unusual", Exactness::exact, false},
    {"waste-quantity", Exactness::exact, false},
    {"waste-kind-unknown", Exactness::exact, false},
    {"waste-cell-missing", Exactness::exact, false},
    {"waste-column-missing", Exactness::exact, false},
    {"waste-date", Exactness::exact, false},
    {"instrument-incomplete", Exactness::exact, false},
});

/// nullptr: no ledger check has this code.
constexpr const CheckCode* check_code(std::string_view code) {
  for (const CheckCode& row : kCheckCodes) {
    if (row.code == code) return &row;
  }
  return nullptr;
}

}  // namespace lvce
