#include "energy/checks/meter_rhythm.h"

#include <algorithm>
#include <utility>

namespace lvce {
namespace {

using Readings = std::vector<MeterReading>;

constexpr int kMonths = 12;
constexpr std::size_t kFewestReadings = 3;
constexpr int kMostBetween = 5;  ///< zeros between two readings

/// Zeros at the end of the year before.
int zeros_at_end(const CarrierYear* before) {
  int zeros = 0;
  if (before == nullptr || before->months.size() != kMonths) return 0;
  for (auto month = before->months.rbegin(); month != before->months.rend() && month->second && month->second->is_zero(); ++month) ++zeros;
  return zeros < kMonths ? zeros : 0;
}

std::optional<Readings> all_readings(const CarrierYear* before, const CarrierYear& figures) {
  if (figures.months.size() != kMonths) return std::nullopt;
  Readings readings;
  int zeros = zeros_at_end(before);
  for (const auto& [month, quantity] : figures.months) {
    if (!quantity) return std::nullopt;
    if (quantity->is_zero()) {
      ++zeros;
      continue;
    }
    readings.push_back({month, zeros + 1, *quantity->divided_by(Decimal(zeros + 1))});
    zeros = 0;
  }
  return readings;
}

/// The same number of months from reading to reading, the last one at the end of the year's rhythm.
bool is_regular(const Readings& readings) {
  const int step = kMonths / static_cast<int>(readings.size());
  if (step < 2 || step * static_cast<int>(readings.size()) != kMonths) return false;
  for (std::size_t i = 1; i < readings.size(); ++i) {
    if (readings[i].month - readings[i - 1].month != step) return false;
  }
  return true;
}

Decimal median_a_month(const Readings& readings) {
  std::vector<Decimal> all;
  for (const MeterReading& reading : readings) all.push_back(reading.a_month);
  std::sort(all.begin(), all.end());
  return all[all.size() / 2];
}

/// A reading behind zeros is as much a month as the others: within three fifths and five times of what is usual.
bool makes_up(const MeterReading& reading, const Decimal& usual) {
  return reading.covers <= kMostBetween + 1 && reading.a_month * Decimal(5) >= usual * Decimal(3) && reading.a_month <= usual * Decimal(5);
}

void add_zeros_before(const MeterReading& reading, std::set<int>& months) {
  for (int month = reading.month - 1; month > reading.month - reading.covers && month >= 1; --month) months.insert(month);
}

void add_zeros_behind(const MeterReading& last, std::set<int>& months) {
  for (int month = last.month + 1; month <= kMonths; ++month) months.insert(month);
}

}  // namespace

std::optional<MeterRhythm> rhythm_of(const CarrierYear* before, const CarrierYear& figures) {
  auto readings = all_readings(before, figures);
  if (!readings || readings->size() < kFewestReadings || readings->size() == kMonths) return std::nullopt;
  MeterRhythm rhythm{std::move(*readings), {}};
  const bool regular = is_regular(rhythm.readings);
  const Decimal usual = median_a_month(rhythm.readings);
  int longest = 1, gaps = 0, made_up = 0;
  for (const MeterReading& reading : rhythm.readings) {
    if (reading.covers == 1) continue;
    ++gaps;
    if (!regular && !makes_up(reading, usual)) continue;
    ++made_up;
    longest = std::max(longest, reading.covers);
    add_zeros_before(reading, rhythm.between);
  }
  if (made_up * 3 < gaps * 2 || (gaps == 0 && !regular)) return std::nullopt;
  if (regular || kMonths - rhythm.readings.back().month < longest) add_zeros_behind(rhythm.readings.back(), rhythm.between);
  return rhythm;
}

}  // namespace lvce
