#include "energy/checks/detail_table.h"
#include "energy/checks/vehicle_checks.h"

namespace lvce {

void VehicleInput::say(const char* code, const VehicleRow& row, const std::vector<std::string>& headers, std::string message, std::string hint) const {
  const std::string when = row.when() ? " " + month_words(*row.year, *row.month) : "";
  warn(findings, code, detail_place(check.workbook.file, ledger, *row.row, headers), row.plate + when + std::move(message), std::move(hint));
}

void check_vehicles(const CheckInput& input, Findings& findings) {
  const DetailLedger* ledger = detail_ledger(input.workbook, "公务用车台账");
  if (ledger == nullptr) return;
  std::vector<VehicleRow> rows = read_vehicle_rows(*ledger);
  std::set<std::pair<int, Carrier>> doubtful;
  const VehicleInput vehicles{input, *ledger, findings, doubtful};
  check_vehicle_rows(vehicles, rows);
  check_distances(vehicles, rows);
  check_odometers(vehicles, rows);
  check_fuel_prices(vehicles, rows);
  check_litres(vehicles, rows);
}

}  // namespace lvce
