// 公务用车台账: distance, litres and consumption of each row, then the litres against 能耗台账.
#include <algorithm>
#include <map>
#include <set>

#include "energy/checks/checks.h"
#include "energy/checks/detail_table.h"
#include "energy/checks/places.h"
#include "support/text.h"

namespace lvce {
namespace {

using Maybe = std::optional<Decimal>;

constexpr const char* kSheet = "公务用车台账";

const std::vector<std::string> kMonth = {"月份", "日期"};
const std::vector<std::string> kLitres = {"加油量", "加油数量"};
const std::vector<std::string> kKilometres = {"行驶里程", "里程"};
const std::vector<std::string> kOdometer = {"起止里程"};
const std::vector<std::string> kConsumption = {"百公里油耗"};
const std::vector<std::string> kQuota = {"定额", "定额油耗", "百公里油耗定额"};

struct VehicleRow {
  const DetailRow* row = nullptr;
  std::string plate;
  std::optional<int> year, month;
  std::optional<Carrier> fuel;
  Maybe litres, kilometres, printed, quota;
  Maybe meant;  ///< litres that distance and printed consumption speak for, where the typed litres disagree
};

std::optional<Carrier> fuel_of(const DetailRow& row) {
  const std::string fuel = detail_text(row, {"燃料", "燃料种类", "油品"});
  if (fuel.find("柴油") != std::string::npos) return Carrier::official_diesel;
  if (fuel.find("汽油") != std::string::npos) return Carrier::official_petrol;
  return std::nullopt;
}

VehicleRow read_row(const DetailRow& row) {
  VehicleRow out;
  out.row = &row;
  out.plate = detail_text(row, {"车牌", "车牌号", "车牌号码"});
  out.year = detail_year(row);
  out.month = detail_month(row);
  out.fuel = fuel_of(row);
  out.litres = detail_number(row, kLitres);
  out.kilometres = detail_number(row, kKilometres);
  out.printed = detail_number(row, kConsumption);
  out.quota = detail_number(row, kQuota);
  return out;
}

/// "86210—87413" → 1203; nothing when it is not two numbers.
Maybe odometer_distance(const DetailRow& row) {
  std::string text = without_space(fold_width(detail_text(row, kOdometer)));
  for (const char* dash : {"—", "–", "~", "至", "－"}) text = replace_all(text, dash, "-");
  while (text.find("--") != std::string::npos) text = replace_all(text, "--", "-");
  const std::vector<std::string> ends = split(text, '-');
  if (ends.size() != 2) return std::nullopt;
  const auto from = Decimal::parse(ends[0]), to = Decimal::parse(ends[1]);
  return from && to ? Maybe(*to - *from) : std::nullopt;
}

class VehicleCheck {
 public:
  VehicleCheck(const CheckInput& input, const DetailLedger& ledger, Findings& findings) : input_(input), ledger_(ledger), findings_(findings) {
    for (const DetailRow* row : detail_rows(ledger)) rows_.push_back(read_row(*row));
  }

  void check() {
    for (VehicleRow& row : rows_) check_row(row);
    report_undated();
    std::set<std::pair<int, Carrier>> years;
    for (const VehicleRow& row : rows_) {
      if (row.year && row.fuel && row.litres) years.insert({*row.year, *row.fuel});
    }
    for (const auto& [year, fuel] : years) compare(year, fuel);
    report_consumption();
  }

 private:
  void say(const char* code, const VehicleRow& row, const std::vector<std::string>& headers, std::string message) {
    const std::string when = row.year && row.month ? " " + month_words(*row.year, *row.month) : "";
    warn(input_, findings_, code, detail_place(ledger_, *row.row, headers), row.plate + when + message,
         "核对里程表、加油记录和油耗；属实的，在“核对说明”中写明原因");
  }

  void check_row(VehicleRow& row) {
    const Maybe by_odometer = odometer_distance(*row.row);
    if (by_odometer && row.kilometres && *by_odometer != *row.kilometres) {
      say("vehicle-distance-differs", row, kKilometres,
          "行驶里程填 " + row.kilometres->shortest() + "，按起止里程计算为 " + by_odometer->shortest());
      row.kilometres = by_odometer;
    }
    if (!row.litres || row.litres->is_zero()) return;
    if (row.kilometres ? row.kilometres->is_zero() : detail_has(ledger_, kKilometres)) {
      return say("vehicle-distance-missing", row, kKilometres, "加油 " + row.litres->shortest() + " 升，行驶里程未填或为 0，油耗无法计算");
    }
    if (row.kilometres && row.printed && !agrees(row)) {
      row.meant = *row.printed * *row.kilometres * *Decimal::parse("0.01");
      return;  // said once the litres have been compared
    }
    const Maybe actual = row.kilometres ? consumption(row) : row.printed;
    if (actual && row.quota && *actual > *row.quota) {
      say("vehicle-over-quota", row, row.printed ? kConsumption : kLitres,
          "百公里油耗 " + actual->text(2) + " 升，超过定额 " + row.quota->shortest() + " 升");
    }
  }

  static Maybe consumption(const VehicleRow& row) { return (*row.litres * Decimal(100)).divided_by(*row.kilometres); }

  /// To less than one unit of the last digit: offices round, some cut off.
  static bool agrees(const VehicleRow& row) {
    const DetailCell* cell = detail_cell(*row.row, kConsumption);
    return (*consumption(row) - *row.printed).abs() < rounding_of(*cell) * Decimal(2);
  }

  void report_undated() {
    const auto undated =
        std::find_if(rows_.begin(), rows_.end(), [](const VehicleRow& row) { return !row.year && row.fuel && row.litres; });
    if (undated == rows_.end()) return;
    warn(input_, findings_, "vehicle-year-unknown", detail_place(ledger_, *undated->row, kMonth),
         "月份没有写年份，加油量无法与能耗台账核对", "月份写成 2020-03 这样的形式，或加一列“年度”");
  }

  // ---- litres against 能耗台账 ----
  struct Sum {
    Decimal litres;
    VehicleRow* only_doubtful = nullptr;  ///< the one row whose litres disagree with its consumption
    int doubtful = 0;
  };

  static void add(Sum& sum, VehicleRow& row) {
    sum.litres += *row.litres;
    if (!row.meant) return;
    ++sum.doubtful;
    sum.only_doubtful = &row;
  }

  void compare(int number, Carrier fuel) {
    const auto year = input_.report.years.find(number);
    if (year == input_.report.years.end()) return;
    const CarrierYear& ledger = year->second.carriers.at(fuel);
    std::map<int, Sum> months;
    Sum whole;
    bool monthly = !ledger.months.empty();
    for (VehicleRow& row : rows_) {
      if (row.year != number || row.fuel != fuel || !row.litres) continue;
      add(whole, row);
      if (row.month) add(months[*row.month], row);
      monthly = monthly && row.month.has_value();
    }
    if (monthly) return compare_months(number, fuel, months, ledger);
    if (ledger.quantity && *ledger.quantity != whole.litres)
      differ(year_place(input_.workbook, fuel, number), std::to_string(number) + "年", fuel, whole, *ledger.quantity);
  }

  /// From the first to the last month that the vehicles' ledger has.
  void compare_months(int number, Carrier fuel, std::map<int, Sum>& months, const CarrierYear& ledger) {
    for (const auto& [month, quantity] : ledger.months) {
      if (!quantity || month < months.begin()->first || month > months.rbegin()->first) continue;
      const Sum sum = months.contains(month) ? months.at(month) : Sum();
      if (*quantity != sum.litres) differ(month_place(input_.workbook, fuel, number, month), month_words(number, month), fuel, sum, *quantity);
    }
  }

  void differ(const std::string& place, const std::string& when, Carrier fuel, const Sum& sum, const Decimal& quantity) {
    if (sum.doubtful == 1 && sum.only_doubtful != nullptr) {
      const Decimal corrected = sum.litres - *sum.only_doubtful->litres + *sum.only_doubtful->meant;
      const Decimal unsure = rounding_of(*detail_cell(*sum.only_doubtful->row, kConsumption)) * Decimal(2) *
                             *sum.only_doubtful->kilometres * *Decimal::parse("0.01");
      if ((corrected - quantity).abs() <= unsure) {
        wrong_litres_.insert(sum.only_doubtful);
        return;
      }
    }
    warn(input_, findings_, "vehicle-litres-differ", place,
         when + std::string(carrier_name(fuel)) + "填 " + quantity.shortest() + " 升，" + kSheet + "加油量合计 " + sum.litres.shortest() + " 升",
         "核对两处数据；属实的，在“核对说明”中写明原因");
  }

  void report_consumption() {
    for (const VehicleRow& row : rows_) {
      if (!row.meant) continue;
      const bool litres = wrong_litres_.contains(&row);
      say("vehicle-consumption-differs", row, litres ? kLitres : kConsumption,
          "百公里油耗填 " + row.printed->shortest() + "，按加油量 " + row.litres->shortest() + " 升和里程计算为 " + consumption(row)->text(2) +
              (litres ? "；加油量与能耗台账也不符" : ""));
    }
  }

  const CheckInput& input_;
  const DetailLedger& ledger_;
  Findings& findings_;
  std::vector<VehicleRow> rows_;
  std::set<const VehicleRow*> wrong_litres_;
};

}  // namespace

void check_vehicles(const CheckInput& input, Findings& findings) {
  if (const DetailLedger* ledger = detail_ledger(input.workbook, kSheet)) VehicleCheck(input, *ledger, findings).check();
}

}  // namespace lvce
