// 公务用车台账 as rows of vehicles. Private to energy/.
//
// Columns: 车牌, 车型, 燃料, 月份, 起止里程 (or 起始里程 and 终止里程), 行驶里程, 加油量, 金额, 百公里油耗, 定额.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "energy/checks/reading_chain.h"
#include "office/dossier.h"

namespace lvce {

namespace vehicle_columns {
extern const std::vector<std::string> kPlate, kFuel, kWhen, kOdometer, kKilometres, kLitres, kPaid, kConsumption, kQuota;
}

struct VehicleRow {
  const DetailRow* row = nullptr;
  std::string plate;
  std::optional<int> year, month;
  std::optional<Carrier> fuel;                                        ///< the row of official vehicles in 能耗台账 that it belongs to
  std::optional<Decimal> from, to;                                    ///< odometer, km
  std::optional<Decimal> kilometres, litres, amount, printed, quota;  ///< `litres`: 加油量 in unit(), whatever that is
  bool odometer_said = false;                                         ///< found fault with: proves nothing about its neighbours
  bool left_out = false;                                              ///< a second copy: not counted
  std::optional<Decimal> meant;  ///< `litres` that distance and consumption, or the amount, speak for, where the typed ones disagree
  Decimal unsure;                ///< how far from `meant` they may be

  std::optional<int> when() const;
  /// What its fuel is measured in: 升.
  std::string unit() const;
  std::optional<Decimal> by_odometer() const;
  /// Per 100 km, by `litres` and distance.
  std::optional<Decimal> consumption() const;
  /// The printed consumption agrees, to less than one unit of its last digit: offices round, some cut off.
  bool printed_agrees(const Decimal& distance) const;
  ChainLink link() const;
};

using VehicleSeries = std::vector<VehicleRow*>;

std::vector<VehicleRow> read_vehicle_rows(const DetailLedger& ledger);
/// Rows of one vehicle each, in time (in the sheet's order where a row has no month); copies and rows without 车牌 are left out.
std::vector<VehicleSeries> vehicle_series(std::vector<VehicleRow>& rows);
std::vector<ChainLink> chain_of(const VehicleSeries& series);

}  // namespace lvce
