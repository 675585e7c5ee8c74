#include "energy/checks/checks.h"
#include "energy/checks/detail_table.h"

namespace lvce {
namespace {

constexpr const char* kSheet = "公务用车台账";

const std::vector<std::string> kLitres = {"加油量", "加油数量"};
const std::vector<std::string> kKilometres = {"行驶里程", "里程"};
const std::vector<std::string> kConsumption = {"百公里油耗"};
const std::vector<std::string> kQuota = {"定额", "定额油耗", "百公里油耗定额"};

std::optional<Carrier> fuel_of(const DetailRow& row) {
  const std::string fuel = detail_text(row, {"燃料", "燃料种类", "油品"});
  if (fuel.find("柴油") != std::string::npos) return Carrier::official_diesel;
  if (fuel.find("汽油") != std::string::npos) return Carrier::official_petrol;
  return std::nullopt;
}

/// Litres × 100 / kilometres.
std::optional<Decimal> consumption_of(const DetailRow& row) {
  const auto litres = detail_number(row, kLitres);
  const auto kilometres = detail_number(row, kKilometres);
  return litres && kilometres ? (*litres * Decimal(100)).divided_by(*kilometres) : std::nullopt;
}

void check_row(const CheckInput& input, const DetailLedger& ledger, const DetailRow& row, Findings& findings) {
  const auto computed = consumption_of(row);
  const auto printed = detail_number(row, kConsumption);
  const auto quota = detail_number(row, kQuota);
  const std::string plate = detail_text(row, {"车牌", "车牌号", "车牌号码"});
  if (computed && printed && computed->rounded(1) != printed->rounded(1)) {
    warn(input, findings, "vehicle-consumption-differs", detail_place(ledger, row, kConsumption),
         plate + " 百公里油耗填 " + printed->shortest() + "，按加油量和里程计算为 " + computed->text(1), "核对里程、加油量和油耗");
  }
  const auto actual = computed ? computed : printed;
  if (actual && quota && *actual > *quota) {
    warn(input, findings, "vehicle-over-quota", detail_place(ledger, row, kConsumption),
         plate + " 百公里油耗 " + actual->text(1) + " 升，超过定额 " + quota->shortest() + " 升",
         "核对数据；属实的，在“核对说明”中写明原因");
  }
}

/// Litres by year and fuel, against the ledger's official-vehicle columns.
void check_sums(const CheckInput& input, const DetailLedger& ledger, Findings& findings) {
  std::map<std::pair<int, Carrier>, Decimal> sums;
  const DetailRow* undated = nullptr;
  for (const DetailRow& row : ledger.rows) {
    const auto year = detail_year(row);
    const auto fuel = fuel_of(row);
    const auto litres = detail_number(row, kLitres);
    if (year && fuel && litres) sums[{*year, *fuel}] += *litres;
    if (!year && fuel && litres && undated == nullptr) undated = &row;
  }
  if (undated != nullptr) {
    warn(input, findings, "vehicle-year-unknown", detail_place(ledger, *undated, {"月份"}), "月份没有写年份，加油量无法与能耗台账核对",
         "月份写成 2020-03 这样的形式，或加一列“年度”");
  }
  for (const auto& [key, sum] : sums) {
    const auto& [number, fuel] = key;
    const auto year = input.report.years.find(number);
    if (year == input.report.years.end()) continue;
    const auto& quantity = year->second.carriers.at(fuel).quantity;
    if (!quantity || *quantity == sum) continue;
    warn(input, findings, "vehicle-litres-differ", std::string(kSheet) + " " + std::to_string(number) + "年",
         std::to_string(number) + "年" + kSheet + "加油量合计 " + sum.shortest() + " 升，与能耗台账" + std::string(carrier_name(fuel)) +
             " " + quantity->shortest() + " 升不一致",
         "核对两处数据");
  }
}

}  // namespace

void check_vehicles(const CheckInput& input, Findings& findings) {
  const DetailLedger* ledger = detail_ledger(input.workbook, kSheet);
  if (ledger == nullptr) return;
  for (const DetailRow& row : ledger->rows) check_row(input, *ledger, row, findings);
  check_sums(input, *ledger, findings);
}

}  // namespace lvce
