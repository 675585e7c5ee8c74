#include "energy/checks/outliers.h"

#include <algorithm>
#include <array>

#include "energy/checks/expected_month.h"
#include "energy/checks/meter_rhythm.h"

namespace lvce {
namespace {

using Maybe = std::optional<Decimal>;

constexpr int kFarOff = 5;
constexpr int kAlike = 3;   ///< another year's same month within 3 times: that is how the office is
constexpr int kSteady = 4;  ///< the year's other months lie within 4 times of each other
constexpr std::size_t kMonthsNeeded = 6;
constexpr std::ptrdiff_t kLowMonths = 3;  ///< of a season, the month that is judged among them
constexpr std::array kBeside = {-1, 1};   ///< years
constexpr std::size_t kCommonMonths = 5;
constexpr std::size_t kPeriodsNeeded = 4;

bool within_times(const Decimal& a, const Decimal& b, int times) { return a <= b * Decimal(times) && b <= a * Decimal(times); }
bool far_above(const Decimal& quantity, const Decimal& usual) { return quantity > usual * Decimal(kFarOff); }
bool far_below(const Decimal& quantity, const Decimal& usual) { return quantity * Decimal(kFarOff) < usual; }

const CarrierYear* outlier_figures(const EnergyReport& report, Carrier carrier, int year) {
  const auto found = report.years.find(year);
  if (found == report.years.end()) return nullptr;
  const auto carriers = found->second.carriers.find(carrier);
  return carriers == found->second.carriers.end() ? nullptr : &carriers->second;
}

/// The known months but this one, in order of size.
std::vector<Decimal> other_months(const CarrierYear& figures, int month) {
  std::vector<Decimal> out;
  for (const auto& [number, quantity] : figures.months) {
    if (number != month && quantity) out.push_back(*quantity);
  }
  std::sort(out.begin(), out.end());
  return out;
}

/// One month of one carrier, with what it can be compared with.
class MonthJudge {
 public:
  MonthJudge(const EnergyReport& report, Carrier carrier, int year, int month, Decimal quantity)
      : report_(report),
        carrier_(carrier),
        year_(year),
        month_(month),
        quantity_(std::move(quantity)),
        figures_(*outlier_figures(report, carrier, year)),
        rhythm_(rhythm_of(outlier_figures(report, carrier, year - 1), figures_, outlier_figures(report, carrier, year + 1))) {
    if (!rhythm_) {
      others_ = other_months(figures_, month);
      return;
    }
    between_readings_ = rhythm_->between.contains(month);
    const auto own = std::find_if(rhythm_->readings.begin(), rhythm_->readings.end(), [&](const MeterReading& reading) { return reading.month == month; });
    const Decimal covers(own == rhythm_->readings.end() ? 1 : own->covers);
    for (const MeterReading& reading : rhythm_->readings) {
      if (reading.month != month) others_.push_back(reading.a_month * covers);
    }
    std::sort(others_.begin(), others_.end());
  }

  std::optional<Outlier> judge() const {
    if (others_.empty() || between_readings_) return std::nullopt;
    const bool all_year = runs_all_year();
    auto off = all_year ? off_the_year() : std::nullopt;
    if (!off) off = off_the_season();  // a slip in a month of holidays hides among the year's others
    if (off && all_year && off->by == UsualBy::season && !off->high) off.reset();
    if (!off) off = off_the_neighbours();
    return off ? off : off_sharply();
  }

 private:
  /// Electricity and water do; the rest where the other months say so.
  bool runs_all_year() const {
    if (others_.size() + 1 < (rhythm_ ? kPeriodsNeeded : kMonthsNeeded)) return false;
    if (carrier_ == Carrier::electricity || carrier_ == Carrier::water) return !median().is_zero() && !has_low_season();
    return !others_.front().is_zero() && within_times(others_.front(), others_.back(), kSteady);
  }

  /// Heated by electricity, or empty in summer: several months far below the others in this year, and in a neighbouring one.
  bool has_low_season() const {
    const auto low = [](const std::vector<Decimal>& months, const Decimal& usual) {
      return std::count_if(months.begin(), months.end(), [&](const Decimal& quantity) { return far_below(quantity, usual); });
    };
    if (low(others_, median()) < kLowMonths - 1) return false;
    return std::any_of(kBeside.begin(), kBeside.end(), [&](int step) {
      const CarrierYear* other = outlier_figures(report_, carrier_, year_ + step);
      const std::vector<Decimal> months = other == nullptr ? std::vector<Decimal>() : other_months(*other, 0);
      return months.size() >= kMonthsNeeded && low(months, months[months.size() / 2]) >= kLowMonths;
    });
  }

  const Decimal& median() const { return others_[others_.size() / 2]; }

  std::optional<Outlier> off_the_year() const {
    const bool high = far_above(quantity_, median()), low = far_below(quantity_, median());
    if (!high && !low) return std::nullopt;
    if (is_alike_in_another_year()) {
      const auto near = off_the_neighbours();  // alike at another level: a slip may hide in it
      if (!near || near->high != high) return std::nullopt;
    }
    return Outlier{month_, quantity_, median(), UsualBy::year, high};
  }

  bool is_alike_in_another_year() const {
    return std::any_of(report_.years.begin(), report_.years.end(), [&](const auto& entry) {
      const Maybe same = entry.first == year_ ? std::nullopt : month_quantity(outlier_figures(report_, carrier_, entry.first), month_);
      return same && within_times(quantity_, *same, kAlike);
    });
  }

  /// By the neighbouring years, all that there are, at the level of the months around: these must be twice away as well, or the slip is the other year's.
  std::optional<Outlier> off_the_neighbours() const {
    if (rhythm_) return std::nullopt;
    Maybe usual;
    bool high = true, low = true;
    for (const int number : {year_ - 1, year_ + 1}) {
      const CarrierYear* other = outlier_figures(report_, carrier_, number);
      if (!month_quantity(other, month_) || is_sharp(number)) continue;
      const Maybe expected = expected_month(figures_, *other, month_);
      if (!expected) return std::nullopt;
      high = high && far_above(quantity_, *expected);
      low = low && far_below(quantity_, *expected);
      if (!usual) usual = expected;
    }
    if (!usual || high == low || !stands_out(high)) return std::nullopt;
    return Outlier{month_, quantity_, *usual, UsualBy::neighbours, high};
  }

  /// Away from both months beside it, and from the same month of the neighbouring years, all that there are. Marginal months may come to nothing.
  std::optional<Outlier> off_sharply() const {
    if (rhythm_) return std::nullopt;
    const Maybe before = month_ > 1 ? month_quantity(&figures_, month_ - 1) : month_quantity(outlier_figures(report_, carrier_, year_ - 1), 12);
    const Maybe after = month_ < 12 ? month_quantity(&figures_, month_ + 1) : month_quantity(outlier_figures(report_, carrier_, year_ + 1), 1);
    if (!before || !after) return std::nullopt;
    bool high = far_above(quantity_, *before) && far_above(quantity_, *after), low = far_below(quantity_, *before) && far_below(quantity_, *after);
    Maybe usual;
    for (const int number : {year_ - 1, year_ + 1}) {
      const CarrierYear* other = outlier_figures(report_, carrier_, number);
      const Maybe same = month_quantity(other, month_);
      if (!same) continue;
      const std::vector<Decimal> rest = other_months(*other, month_);
      high = high && !same->is_zero() && far_above(quantity_, *same);
      low = low && far_below(quantity_, *same) && !rest.empty() && *same * Decimal(4) >= rest.back();
      if (!usual) usual = same;
    }
    if (!usual || high == low) return std::nullopt;
    return Outlier{month_, quantity_, *usual, UsualBy::season, high};
  }

  /// The slip is that year's.
  bool is_sharp(int number) const {
    const Maybe same = month_quantity(outlier_figures(report_, carrier_, number), month_);
    return same && MonthJudge(report_, carrier_, number, month_, *same).off_sharply();
  }

  /// Twice the months around it in its own year, or half of them; not where a season begins or ends there.
  bool stands_out(bool high) const {
    const Maybe before = month_quantity(&figures_, month_ - 1), after = month_quantity(&figures_, month_ + 1);
    if (before && after && !within_times(*before, *after, kFarOff)) return false;
    std::vector<Decimal> around;
    for (const int near : months_around(figures_, month_)) around.push_back(*month_quantity(&figures_, near));
    const Decimal middle = middle_of(around), twice(2);
    return high ? quantity_ > middle * twice : quantity_ * twice < middle;
  }

  /// By the neighbouring year's same month. Trips and weather differ: too little is said only where the two years are alike otherwise.
  std::optional<Outlier> off_the_season() const {
    if (quantity_.is_zero() && is_zero_in_another_year()) return std::nullopt;
    for (const int number : {year_ - 1, year_ + 1}) {
      const CarrierYear* other = outlier_figures(report_, carrier_, number);
      const Maybe same = month_quantity(other, month_);
      if (!same || same->is_zero() || is_sharp(number)) continue;
      const Decimal half = *Decimal::parse("1.5");
      const bool high = far_above(quantity_, *same) && quantity_ > others_.back() * half;
      const std::vector<Decimal> rest = other_months(*other, month_);
      const bool low = far_below(quantity_, *same) && !rest.empty() && *same <= rest.back() * half && *same * Decimal(4) >= rest.back() &&
                       !(at_the_edge(*other, number) && *same * Decimal(2) < rest.back()) && alike(*other);
      if (high || low) return Outlier{month_, quantity_, *same, UsualBy::season, high};
      return std::nullopt;
    }
    return std::nullopt;
  }

  /// A month beside this one is out of season in that year: when heating begins and ends is the weather's, where it is not at its height yet.
  bool at_the_edge(const CarrierYear& other, int number) const {
    const std::vector<Decimal> rest = other_months(other, month_);
    const Maybe before = month_ > 1 ? month_quantity(&other, month_ - 1) : month_quantity(outlier_figures(report_, carrier_, number - 1), 12);
    const Maybe after = month_ < 12 ? month_quantity(&other, month_ + 1) : month_quantity(outlier_figures(report_, carrier_, number + 1), 1);
    return (before && far_below(*before, rest.back())) || (after && far_below(*after, rest.back()));
  }

  /// The heating that starts later, a quarter without lessons: zero there says that it may be.
  bool is_zero_in_another_year() const {
    return std::any_of(report_.years.begin(), report_.years.end(), [&](const auto& entry) {
      const Maybe same = entry.first == year_ ? std::nullopt : month_quantity(outlier_figures(report_, carrier_, entry.first), month_);
      return same && same->is_zero();
    });
  }

  /// Three of four months that both years have are within twice each other, or both zero.
  bool alike(const CarrierYear& other) const {
    std::size_t common = 0, near = 0;
    for (const auto& [month, quantity] : figures_.months) {
      const Maybe same = month_quantity(&other, month);
      if (month == month_ || !quantity || !same) continue;
      ++common;
      if (within_times(*quantity, *same, 2)) ++near;
    }
    return common >= kCommonMonths && near * 4 >= common * 3;
  }

  const EnergyReport& report_;
  Carrier carrier_;
  int year_;
  int month_;
  Decimal quantity_;
  const CarrierYear& figures_;
  std::optional<MeterRhythm> rhythm_;  ///< of a meter that is read every few months
  std::vector<Decimal> others_;        ///< of such a meter: what the other readings are for as many months
  bool between_readings_ = false;      ///< 0 because the meter is read in another month
};

}  // namespace

std::vector<Outlier> outliers_of(const EnergyReport& report, Carrier carrier, int year) {
  std::vector<Outlier> out;
  const CarrierYear* figures = outlier_figures(report, carrier, year);
  if (figures == nullptr) return out;
  for (const auto& [month, quantity] : figures->months) {
    if (!quantity) continue;
    if (const auto found = MonthJudge(report, carrier, year, month, *quantity).judge()) out.push_back(*found);
  }
  return out;
}

std::optional<Decimal> without_outliers(const EnergyReport& report, Carrier carrier, int year) {
  const CarrierYear* figures = outlier_figures(report, carrier, year);
  const std::vector<Outlier> found = outliers_of(report, carrier, year);
  if (figures == nullptr || !figures->quantity || found.empty()) return std::nullopt;
  Decimal out = *figures->quantity;
  for (const Outlier& outlier : found) {
    Maybe same = month_quantity(outlier_figures(report, carrier, year - 1), outlier.month);
    if (!same) same = month_quantity(outlier_figures(report, carrier, year + 1), outlier.month);
    out += same.value_or(outlier.usual) - outlier.quantity;
  }
  return out;
}

}  // namespace lvce
