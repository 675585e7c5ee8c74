#include "energy/checks/meter_rhythm.h"

#include <algorithm>
#include <utility>

#include "energy/checks/expected_month.h"

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

/// What a reading would be, if it were its own month's alone, and if it were that of all months since the reading before.
struct Expected {
  Decimal alone;
  Decimal together;
};

/// The sum of a year whose twelve months are known and none of them zero.
std::optional<Decimal> sum_of_monthly(const CarrierYear* year) {
  if (year == nullptr || year->months.size() != kMonths) return std::nullopt;
  Decimal sum;
  for (const auto& [month, quantity] : year->months) {
    if (!quantity || quantity->is_zero()) return std::nullopt;
    sum += *quantity;
  }
  return sum;
}

/// As a year read month by month has them, at this year's level.
std::optional<Expected> expected_by_year(const CarrierYear* other, const Decimal& year_sum, const MeterReading& reading) {
  const auto other_sum = sum_of_monthly(other);
  const auto level = other_sum && reading.covers <= reading.month ? year_sum.divided_by(*other_sum) : std::nullopt;
  if (!level) return std::nullopt;
  Expected out{*month_quantity(other, reading.month) * *level, Decimal()};
  for (int month = reading.month; month > reading.month - reading.covers; --month) out.together += *month_quantity(other, month) * *level;
  return out;
}

/// As the readings beside it are.
Expected expected_by_readings(const Readings& readings, std::size_t at) {
  std::vector<Decimal> beside;
  if (at > 0) beside.push_back(readings[at - 1].a_month);
  if (at + 1 < readings.size()) beside.push_back(readings[at + 1].a_month);
  const Decimal alone = middle_of(beside);
  return {alone, alone * Decimal(readings[at].covers)};
}

class MakingUp {
 public:
  MakingUp(const CarrierYear* before, const CarrierYear* after, const Readings& readings) : before_(before), after_(after), readings_(readings) {
    for (const MeterReading& reading : readings) sum_ += reading.a_month * Decimal(reading.covers);
    usual_ = median_a_month(readings);
  }

  /// As much a month as the others: within three fifths and five times of what is usual.
  bool is_usual(std::size_t at) const {
    const MeterReading& reading = readings_[at];
    return reading.covers <= kMostBetween + 1 && reading.a_month * Decimal(5) >= usual_ * Decimal(3) && reading.a_month <= usual_ * Decimal(5);
  }

  /// Higher than the readings around it, whose level the zero would be a part of: not just the next month of a level that has risen.
  bool rises(std::size_t at) const {
    std::vector<Decimal> around;
    for (std::size_t near = at < 2 ? 0 : at - 2; near < std::min(readings_.size(), at + 3); ++near)
      if (near != at) around.push_back(readings_[near].a_month);
    const MeterReading& reading = readings_[at];
    return reading.a_month * Decimal(reading.covers) * Decimal(20) >= middle_of(around) * Decimal(27);
  }

  /// And nearer to all its months than to its own.
  bool by(std::size_t at) const {
    if (!is_usual(at) || !rises(at)) return false;
    const MeterReading& reading = readings_[at];
    auto expected = expected_by_year(before_, sum_, reading);
    if (!expected) expected = expected_by_year(after_, sum_, reading);
    if (!expected) expected = expected_by_readings(readings_, at);
    const Decimal quantity = reading.a_month * Decimal(reading.covers);
    return quantity * quantity >= expected->alone * expected->together;
  }

 private:
  const CarrierYear* before_;
  const CarrierYear* after_;
  const Readings& readings_;
  Decimal sum_, usual_;
};

/// Three readings and two thirds of all behind zeros make up for them: what is near enough of the others does so too.
bool goes_by_rhythm(const MakingUp& made, const Readings& readings) {
  int gaps = 0, sure = 0;
  for (std::size_t at = 0; at < readings.size(); ++at) {
    if (readings[at].covers == 1) continue;
    ++gaps;
    sure += made.by(at) ? 1 : 0;
  }
  return sure >= 3 && sure * 3 >= gaps * 2;
}

void add_zeros_before(const MeterReading& reading, std::set<int>& months) {
  for (int month = reading.month - 1; month > reading.month - reading.covers && month >= 1; --month) months.insert(month);
}

void add_zeros_behind(const MeterReading& last, std::set<int>& months) {
  for (int month = last.month + 1; month <= kMonths; ++month) months.insert(month);
}

}  // namespace

std::optional<MeterRhythm> rhythm_of(const CarrierYear* before, const CarrierYear& figures, const CarrierYear* after) {
  auto readings = all_readings(before, figures);
  if (!readings || readings->size() < kFewestReadings || readings->size() == kMonths) return std::nullopt;
  MeterRhythm rhythm{std::move(*readings), {}};
  const bool regular = is_regular(rhythm.readings);
  const MakingUp made(before, after, rhythm.readings);
  const bool settled = goes_by_rhythm(made, rhythm.readings);
  int longest = 1, gaps = 0, made_up = 0;
  for (std::size_t at = 0; at < rhythm.readings.size(); ++at) {
    const MeterReading& reading = rhythm.readings[at];
    if (reading.covers == 1) continue;
    ++gaps;
    if (!regular && !made.by(at) && !(settled && made.is_usual(at))) continue;
    ++made_up;
    longest = std::max(longest, reading.covers);
    add_zeros_before(reading, rhythm.between);
  }
  if (made_up * 3 < gaps * 2 || (gaps == 0 && !regular)) return std::nullopt;
  if (regular || kMonths - rhythm.readings.back().month < longest) add_zeros_behind(rhythm.readings.back(), rhythm.between);
  return rhythm;
}

}  // namespace lvce
