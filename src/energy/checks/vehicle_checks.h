// The parts of check_vehicles, in the order in which they run. Private to energy/.
#pragma once

#include <set>

#include "energy/checks/checks.h"
#include "energy/checks/vehicle_rows.h"

namespace lvce {

/// What the parts share.
struct VehicleInput {
  const CheckInput& check;
  const DetailLedger& ledger;
  Findings& findings;
  /// Months (since year 0) and fuels whose litres cannot be compared, because what is lacking has been said.
  std::set<std::pair<int, Carrier>>& doubtful;

  void say(const char* code, const VehicleRow& row, const std::vector<std::string>& headers, std::string message,
           std::string hint = "核对里程表、加油记录和油耗；属实的，在“核对说明”中写明原因") const;
};

/// vehicle-cell-missing, vehicle-year-unknown, vehicle-row-twice, vehicle-plate-unknown, vehicle-fuel-changed, vehicle-month-mistyped.
void check_vehicle_rows(const VehicleInput& input, std::vector<VehicleRow>& rows);
/// vehicle-distance-differs, vehicle-distance-missing, vehicle-over-quota; litres and consumption that disagree are marked (`meant`).
void check_distances(const VehicleInput& input, std::vector<VehicleRow>& rows);
/// vehicle-odometer-break, vehicle-month-missing.
void check_odometers(const VehicleInput& input, std::vector<VehicleRow>& rows);
/// vehicle-price-unusual.
void check_fuel_prices(const VehicleInput& input, std::vector<VehicleRow>& rows);
/// vehicle-litres-differ, and vehicle-consumption-differs of the rows that were marked.
void check_litres(const VehicleInput& input, std::vector<VehicleRow>& rows);

}  // namespace lvce
