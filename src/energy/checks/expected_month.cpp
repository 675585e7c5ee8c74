#include "energy/checks/expected_month.h"

#include <algorithm>

namespace lvce {
namespace {

constexpr int kReach = 3;
constexpr std::size_t kMostAround = 4;
constexpr std::size_t kFewestAround = 3;
constexpr int kAgree = 4;  ///< ratios that differ more say nothing of the month between them

}  // namespace

std::optional<Decimal> month_quantity(const CarrierYear* figures, int month) {
  if (figures == nullptr) return std::nullopt;
  for (const auto& [number, quantity] : figures->months) {
    if (number == month) return quantity;
  }
  return std::nullopt;
}

std::vector<int> months_around(const CarrierYear& figures, int month) {
  std::vector<int> out;
  for (int distance = 1; distance <= kReach; ++distance) {
    for (const int near : {month - distance, month + distance}) {
      if (out.size() < kMostAround && month_quantity(&figures, near)) out.push_back(near);
    }
  }
  return out;
}

Decimal middle_of(std::vector<Decimal> values) {
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : *(values[half - 1] + values[half]).divided_by(Decimal(2));
}

std::optional<Decimal> expected_month(const CarrierYear& figures, const CarrierYear& other, int month) {
  const auto same = month_quantity(&other, month);
  if (!same || same->is_zero()) return std::nullopt;
  std::vector<Decimal> ratios;
  for (const int near : months_around(figures, month)) {
    const auto here = month_quantity(&figures, near), there = month_quantity(&other, near);
    const auto ratio = here && there && !here->is_zero() ? here->divided_by(*there) : std::nullopt;
    if (ratio) ratios.push_back(*ratio);
  }
  if (ratios.size() < kFewestAround) return std::nullopt;
  const auto [least, most] = std::minmax_element(ratios.begin(), ratios.end());
  if (*most > *least * Decimal(kAgree)) return std::nullopt;
  return *same * middle_of(ratios);
}

}  // namespace lvce
