#include "energy/checks/vehicle_rows.h"

#include <algorithm>
#include <map>

#include "energy/checks/detail_table.h"
#include "office/carriers.h"
#include "support/text.h"

namespace lvce {

namespace vehicle_columns {
const std::vector<std::string> kPlate = {"车牌", "车牌号", "车牌号码"};
const std::vector<std::string> kFuel = {"燃料", "燃料种类", "油品"};
const std::vector<std::string> kWhen = {"月份", "日期"};
const std::vector<std::string> kOdometer = {"起止里程", "终止里程", "起始里程"};
const std::vector<std::string> kKilometres = {"行驶里程", "里程"};
const std::vector<std::string> kLitres = {"加油量", "加油数量"};
const std::vector<std::string> kPaid = {"金额", "加油金额", "费用"};
const std::vector<std::string> kConsumption = {"百公里油耗"};
const std::vector<std::string> kQuota = {"定额", "定额油耗", "百公里油耗定额"};
}  // namespace vehicle_columns

namespace {

using namespace vehicle_columns;

using Maybe = std::optional<Decimal>;

/// "86210—87413", or two columns.
void read_odometer(const DetailRow& row, VehicleRow& out) {
  out.from = detail_number(row, {"起始里程"});
  out.to = detail_number(row, {"终止里程"});
  std::string text = without_space(fold_width(detail_text(row, {"起止里程"})));
  for (const char* dash : {"—", "–", "~", "至", "－"}) text = replace_all(text, dash, "-");
  while (text.find("--") != std::string::npos) text = replace_all(text, "--", "-");
  const std::vector<std::string> ends = split(text, '-');
  if (ends.size() != 2) return;
  out.from = Decimal::parse(ends[0]);
  out.to = Decimal::parse(ends[1]);
}

VehicleRow read_vehicle_row(const DetailRow& row) {
  VehicleRow out;
  out.row = &row;
  out.plate = without_space(fold_width(detail_text(row, kPlate)));
  out.year = detail_year(row);
  out.month = detail_month(row);
  if (const auto fuel = vehicle_fuel_in(detail_text(row, kFuel))) out.fuel = fuel->official;
  read_odometer(row, out);
  out.kilometres = detail_number(row, kKilometres);
  out.litres = detail_number(row, kLitres);
  out.amount = detail_number(row, kPaid);
  out.printed = detail_number(row, kConsumption);
  out.quota = detail_number(row, kQuota);
  return out;
}

}  // namespace

std::optional<int> VehicleRow::when() const {
  if (!year || !month) return std::nullopt;
  return *year * 12 + *month - 1;
}

Maybe VehicleRow::by_odometer() const { return from && to ? Maybe(*to - *from) : std::nullopt; }

std::string VehicleRow::unit() const { return std::string(fuel ? carrier_unit(*fuel) : kUsualFuelUnit); }

Maybe VehicleRow::consumption() const { return (*litres * Decimal(100)).divided_by(*kilometres); }

bool VehicleRow::printed_agrees(const Decimal& distance) const {
  const Maybe actual = (*litres * Decimal(100)).divided_by(distance);
  return actual && (*actual - *printed).abs() < rounding_of(*detail_cell(*row, kConsumption)) * Decimal(2);
}

ChainLink VehicleRow::link() const { return {when(), from, to}; }

std::vector<VehicleRow> read_vehicle_rows(const DetailLedger& ledger) {
  std::vector<VehicleRow> out;
  for (const DetailRow* row : detail_rows(ledger)) out.push_back(read_vehicle_row(*row));
  return out;
}

std::vector<std::vector<VehicleRow*>> vehicle_series(std::vector<VehicleRow>& rows) {
  std::map<std::string, std::vector<VehicleRow*>> by_plate;
  for (VehicleRow& row : rows) {
    if (!row.plate.empty() && !row.left_out) by_plate[row.plate].push_back(&row);
  }
  std::vector<std::vector<VehicleRow*>> out;
  for (auto& [plate, series] : by_plate) {
    const bool dated = std::all_of(series.begin(), series.end(), [](const VehicleRow* row) { return row->when().has_value(); });
    const bool read = std::all_of(series.begin(), series.end(), [](const VehicleRow* row) { return row->from.has_value(); });
    if (dated) {
      std::stable_sort(series.begin(), series.end(), [&](const VehicleRow* a, const VehicleRow* b) {
        return *a->when() != *b->when() || !read ? *a->when() < *b->when() : *a->from < *b->from;
      });
    }
    out.push_back(std::move(series));
  }
  return out;
}

std::vector<ChainLink> chain_of(const std::vector<VehicleRow*>& series) {
  std::vector<ChainLink> out;
  for (const VehicleRow* row : series) out.push_back(row->link());
  return out;
}

}  // namespace lvce
