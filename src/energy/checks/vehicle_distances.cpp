// Distance, litres and consumption of each row, and odometers from row to row.
#include <algorithm>

#include "energy/checks/detail_table.h"
#include "energy/checks/vehicle_checks.h"
#include "office/carriers.h"

namespace lvce {
namespace {

using namespace vehicle_columns;

using Maybe = std::optional<Decimal>;

/// One row between its neighbours.
class DistanceCheck {
 public:
  DistanceCheck(const VehicleInput& input, VehicleRow& row, const VehicleRow* before, const VehicleRow* next)
      : input_(input), row_(row), before_(before), next_(next) {}

  void check() {
    compare_with_odometer();
    if (!row_.litres || row_.litres->is_zero()) return;
    if (row_.kilometres ? row_.kilometres->is_zero() : detail_has(input_.ledger, kKilometres)) {
      return input_.say("vehicle-distance-missing", row_, kKilometres,
                        "加油 " + row_.litres->shortest() + " " + row_.unit() + "，行驶里程未填或为 0，油耗无法计算");
    }
    if (row_.kilometres && row_.printed && !row_.printed_agrees(*row_.kilometres)) {
      row_.meant = *row_.printed * *row_.kilometres * *Decimal::parse("0.01");
      row_.unsure = rounding_of(*detail_cell(*row_.row, kConsumption)) * Decimal(2) * *row_.kilometres * *Decimal::parse("0.01");
      return;  // said once the litres have been compared
    }
    check_quota();
  }

 private:
  void compare_with_odometer() {
    const Maybe distance = row_.by_odometer();
    if (!distance || !row_.kilometres || *distance == *row_.kilometres) return;
    const bool odometer = odometer_is_wrong(*distance);
    input_.say(
        "vehicle-distance-differs", row_, odometer ? kOdometer : kKilometres,
        "行驶里程填 " + row_.kilometres->shortest() + "，按起止里程计算为 " + distance->shortest() + (odometer ? "；油耗或前后行的里程与行驶里程相符" : ""));
    row_.odometer_said = true;
    if (!odometer) row_.kilometres = distance;
  }

  /// The printed consumption decides; else the neighbours' readings do.
  bool odometer_is_wrong(const Decimal& distance) const {
    const bool known = row_.litres && row_.printed && !row_.litres->is_zero();
    const bool by_typed = known && row_.printed_agrees(*row_.kilometres), by_odometer = known && row_.printed_agrees(distance);
    if (by_typed != by_odometer) return by_typed;
    const Maybe from = before_ == nullptr ? std::nullopt : before_->to, to = next_ == nullptr ? std::nullopt : next_->from;
    return (from && *from + *row_.kilometres == *row_.to) || (to && *row_.from + *row_.kilometres == *to);
  }

  void check_quota() {
    const Maybe actual = row_.kilometres ? row_.consumption() : row_.printed;
    if (!actual || !row_.quota || *actual <= *row_.quota) return;
    input_.say("vehicle-over-quota", row_, row_.printed ? kConsumption : kLitres,
               "百公里油耗 " + actual->text(2) + " " + row_.unit() + "，超过定额 " + row_.quota->shortest() + " " + row_.unit());
  }

  const VehicleInput& input_;
  VehicleRow& row_;
  const VehicleRow* before_;
  const VehicleRow* next_;
};

/// The rows of one vehicle, one after the other.
class OdometerCheck {
 public:
  OdometerCheck(const VehicleInput& input, const VehicleSeries& series) : input_(input), series_(series) {}

  void check() {
    if (!mostly_goes_on(chain_of(series_))) return;
    for (std::size_t i = 0; i + 1 < series_.size(); ++i) {
      const VehicleRow& row = *series_[i];
      VehicleRow& next = *series_[i + 1];
      if (row.odometer_said || next.odometer_said || !row.to || !next.from || *row.to == *next.from) continue;
      const bool gap = row.when() && next.when() && *next.when() > *row.when() + 1;
      gap ? say_gap(row, next) : say_break(i);
    }
  }

 private:
  void say_gap(const VehicleRow& row, VehicleRow& next) {
    const int from = *row.when() + 1, to = *next.when() - 1;
    const std::string first = month_words(from / 12, from % 12 + 1);
    input_.say("vehicle-month-missing", next, kWhen,
               "之前缺 " + (from == to ? first : first + "至" + month_words(to / 12, to % 12 + 1)) + "的记录，起始里程 " + next.from->shortest() +
                   " 与上一行的 " + row.to->shortest() + " 不衔接",
               "补填缺少的月份");
    for (int month = from; month <= to && next.fuel; ++month) input_.doubtful.insert({month, *next.fuel});
  }

  /// A row off on both sides is said once: where the rows around it go on without it, or by its distance.
  void say_break(std::size_t i) {
    VehicleRow& next = *series_[i + 1];
    input_.say("vehicle-odometer-break", next, kOdometer, "起始里程 " + next.from->shortest() + " 与上一行的终止里程 " + series_[i]->to->shortest() + " 不衔接",
               "核对里程表；其间另有使用的，在“核对说明”中写明原因");
    const bool off_on_both_sides = i + 2 < series_.size() && series_[i + 2]->from && *next.to != *series_[i + 2]->from;
    if (off_on_both_sides) next.odometer_said = true;
  }

  const VehicleInput& input_;
  const VehicleSeries& series_;
};

bool given(const Maybe& number) { return number && !number->is_zero(); }

/// As for meters: half above the median, or half below. Where nothing else speaks of the litres, they may be what is wrong.
void check_price(const VehicleInput& input, VehicleRow& row, const Decimal& usual) {
  const Decimal price = *row.amount->divided_by(*row.litres);
  if (row.meant || (price * Decimal(2) <= usual * Decimal(3) && price * Decimal(2) >= usual)) return;
  if (!row.printed) {
    row.meant = row.amount->divided_by(usual);
    row.unsure = *row.meant * *Decimal::parse("0.2");
  }
  input.say("vehicle-price-unusual", row, kPaid,
            "按金额和加油量每" + row.unit() + " " + price.text(2) + " 元，与本台账同类燃料的中位数 " + usual.text(2) + " 元相差一半以上",
            "核对加油票据的金额和数量");
}

}  // namespace

void check_distances(const VehicleInput& input, std::vector<VehicleRow>& rows) {
  for (const VehicleSeries& series : vehicle_series(rows)) {
    for (std::size_t i = 0; i < series.size(); ++i) {
      DistanceCheck(input, *series[i], i == 0 ? nullptr : series[i - 1], i + 1 == series.size() ? nullptr : series[i + 1]).check();
    }
  }
  for (VehicleRow& row : rows) {
    if (row.plate.empty()) DistanceCheck(input, row, nullptr, nullptr).check();
  }
}

void check_odometers(const VehicleInput& input, std::vector<VehicleRow>& rows) {
  for (const VehicleSeries& series : vehicle_series(rows)) OdometerCheck(input, series).check();
}

void check_fuel_prices(const VehicleInput& input, std::vector<VehicleRow>& rows) {
  for (const auto& [burnt, fuel] : kVehicleFuels) {
    std::vector<VehicleRow*> priced;
    std::vector<Decimal> prices;
    for (VehicleRow& row : rows) {
      if (row.fuel != fuel || row.left_out || !given(row.litres) || !given(row.amount)) continue;
      priced.push_back(&row);
      prices.push_back(*row.amount->divided_by(*row.litres));
    }
    if (prices.size() < kRowsNeeded) continue;
    std::sort(prices.begin(), prices.end());
    const Decimal usual = prices[prices.size() / 2];
    for (VehicleRow* row : priced) check_price(input, *row, usual);
  }
}

}  // namespace lvce
