#include "energy/checks/outliers.h"

#include <algorithm>

namespace lvce {
namespace {

using Maybe = std::optional<Decimal>;

constexpr std::size_t kMonthsNeeded = 6;

const Decimal& far_off() {
  static const Decimal kFar = 5;
  return kFar;
}

const CarrierYear* figures_of(const EnergyReport& report, Carrier carrier, int year) {
  const auto found = report.years.find(year);
  if (found == report.years.end()) return nullptr;
  const auto carriers = found->second.carriers.find(carrier);
  return carriers == found->second.carriers.end() ? nullptr : &carriers->second;
}

/// The month in the year before, else in the year after.
Maybe same_month(const EnergyReport& report, Carrier carrier, int year, int month) {
  for (const int other : {year - 1, year + 1}) {
    const CarrierYear* figures = figures_of(report, carrier, other);
    if (figures == nullptr) continue;
    for (const auto& [number, quantity] : figures->months) {
      if (number == month && quantity) return quantity;
    }
  }
  return std::nullopt;
}

std::vector<Decimal> known_months(const CarrierYear& figures) {
  std::vector<Decimal> known;
  for (const auto& [month, quantity] : figures.months) {
    if (quantity) known.push_back(*quantity);
  }
  std::sort(known.begin(), known.end());
  return known;
}

std::optional<Outlier> off_the_year(int month, const Decimal& quantity, const Decimal& median, const Maybe& other) {
  static const Decimal kAlike = 3;
  const bool high = quantity > median * far_off();
  const bool low = quantity * far_off() < median;
  if (!high && !low) return std::nullopt;
  if (other && high && quantity <= *other * kAlike) return std::nullopt;
  if (other && low && quantity * kAlike >= *other) return std::nullopt;
  return Outlier{month, quantity, median, true, high};
}

std::optional<Outlier> off_the_season(int month, const Decimal& quantity, const Decimal& largest_other, const Maybe& other) {
  if (!other || other->is_zero() || quantity <= *other * far_off() || quantity <= largest_other) return std::nullopt;
  return Outlier{month, quantity, *other, false, true};
}

}  // namespace

std::vector<Outlier> outliers_of(const EnergyReport& report, Carrier carrier, int year) {
  std::vector<Outlier> out;
  const CarrierYear* figures = figures_of(report, carrier, year);
  if (figures == nullptr) return out;
  const std::vector<Decimal> known = known_months(*figures);
  if (known.size() < kMonthsNeeded) return out;
  const bool steady = carrier == Carrier::electricity || carrier == Carrier::water;
  const Decimal& median = known[known.size() / 2];
  if (steady && median.is_zero()) return out;
  for (const auto& [month, quantity] : figures->months) {
    if (!quantity) continue;
    const Maybe other = same_month(report, carrier, year, month);
    const Decimal& largest_other = *quantity == known.back() ? known[known.size() - 2] : known.back();
    const auto found = steady ? off_the_year(month, *quantity, median, other) : off_the_season(month, *quantity, largest_other, other);
    if (found) out.push_back(*found);
  }
  return out;
}

std::optional<Decimal> without_outliers(const EnergyReport& report, Carrier carrier, int year) {
  const CarrierYear* figures = figures_of(report, carrier, year);
  const std::vector<Outlier> found = outliers_of(report, carrier, year);
  if (figures == nullptr || !figures->quantity || found.empty()) return std::nullopt;
  Decimal out = *figures->quantity;
  for (const Outlier& outlier : found) {
    out += same_month(report, carrier, year, outlier.month).value_or(outlier.usual) - outlier.quantity;
  }
  return out;
}

}  // namespace lvce
