#include "energy/carriers.h"
#include "energy/checks/checks.h"
#include "energy/checks/detail_table.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr const char* kSheet = "能耗明细台账";

const std::vector<std::string> kCarrier = {"能源种类", "能源资源种类", "种类", "能源品种"};
const std::vector<std::string> kMeter = {"表号", "计量表号", "仪表编号"};
const std::vector<std::string> kPrevious = {"上期读数", "上次读数", "上月读数", "起数"};
const std::vector<std::string> kPresent = {"本期读数", "本次读数", "本月读数", "止数"};
const std::vector<std::string> kMultiplier = {"倍率"};
const std::vector<std::string> kQuantity = {"用量", "数量", "消耗量", "消费量"};
const std::vector<std::string> kPrice = {"单价"};
const std::vector<std::string> kAmount = {"金额", "费用"};

class MeterCheck {
 public:
  MeterCheck(const CheckInput& input, const DetailLedger& ledger, Findings& findings)
      : input_(input), ledger_(ledger), findings_(findings) {}

  void check() {
    for (const DetailRow& row : ledger_.rows) {
      check_readings(row);
      check_amount(row);
      check_continuity(row);
      add(row);
    }
    compare_years();
  }

 private:
  void say(const char* code, const DetailRow& row, const std::vector<std::string>& headers, std::string message) {
    warn(input_, findings_, code, detail_place(ledger_, row, headers), std::move(message), "核对抄表记录和票据");
  }

  void check_readings(const DetailRow& row) {
    const auto previous = detail_number(row, kPrevious);
    const auto present = detail_number(row, kPresent);
    const auto quantity = detail_number(row, kQuantity);
    if (!previous || !present) return;
    if (*present < *previous) {
      say("meter-reading-falls", row, kPresent, "本期读数 " + present->shortest() + " 小于上期读数 " + previous->shortest());
      return;
    }
    const Decimal used = (*present - *previous) * detail_number(row, kMultiplier).value_or(Decimal(1));
    if (quantity && *quantity != used)
      say("meter-quantity-differs", row, kQuantity, "用量填 " + quantity->shortest() + "，按读数和倍率计算为 " + used.shortest());
  }

  void check_amount(const DetailRow& row) {
    const auto quantity = detail_number(row, kQuantity);
    const auto price = detail_number(row, kPrice);
    const auto amount = detail_number(row, kAmount);
    if (!quantity || !price || !amount) return;
    const Decimal expected = *quantity * *price;
    if ((expected - *amount).abs() <= Decimal(1)) return;  // bills are rounded; prices are often averages
    say("meter-amount-differs", row, kAmount, "金额填 " + amount->shortest() + "，按用量和单价计算为 " + expected.text(2));
  }

  /// A meter's next reading goes on from its last one, in the sheet's order.
  void check_continuity(const DetailRow& row) {
    const std::string meter = detail_text(row, kMeter);
    if (meter.empty()) return;
    const auto previous = detail_number(row, kPrevious);
    const auto last = last_.find(meter);
    if (last != last_.end() && previous && *previous != last->second) {
      say("meter-not-continuous", row, kPrevious,
          "表 " + meter + " 上期读数 " + previous->shortest() + " 与上一行的本期读数 " + last->second.shortest() + " 不衔接");
    }
    if (const auto present = detail_number(row, kPresent)) last_[meter] = *present;
  }

  void add(const DetailRow& row) {
    const auto year = detail_year(row);
    const auto carrier = carrier_by_name(without_space(fold_width(detail_text(row, kCarrier))));
    const auto quantity = detail_number(row, kQuantity);
    if (!year || !carrier || !quantity || detail_text(row, {"备注"}).find("分表") != std::string::npos) return;
    sums_[{*year, *carrier}] += *quantity;
    if (const auto month = detail_month(row)) months_[{*year, *carrier}] |= 1U << *month;
  }

  /// Only where all twelve months are there: a partial detail ledger says nothing about the year.
  void compare_years() {
    constexpr unsigned kAllMonths = 0x1FFE;
    for (const auto& [key, sum] : sums_) {
      const auto year = input_.report.years.find(key.first);
      if (year == input_.report.years.end() || months_[key] != kAllMonths) continue;
      const auto& quantity = year->second.carriers.at(key.second).quantity;
      if (!quantity || *quantity == sum) continue;
      warn(input_, findings_, "meter-year-differs",
           std::string(kSheet) + " " + std::string(carrier_name(key.second)) + " " + std::to_string(key.first) + "年",
           std::to_string(key.first) + "年明细合计 " + sum.shortest() + "，与能耗台账 " + quantity->shortest() + " " +
               std::string(carrier_unit(key.second)) + "不一致",
           "核对两处数据和单位；分表行请在备注写“分表”，不计入合计");
    }
  }

  const CheckInput& input_;
  const DetailLedger& ledger_;
  Findings& findings_;
  std::map<std::string, Decimal> last_;
  std::map<std::pair<int, Carrier>, Decimal> sums_;
  std::map<std::pair<int, Carrier>, unsigned> months_;
};

}  // namespace

void check_meters(const CheckInput& input, Findings& findings) {
  if (const DetailLedger* ledger = detail_ledger(input.workbook, kSheet)) MeterCheck(input, *ledger, findings).check();
}

void check_instruments(const CheckInput& input, Findings& findings) {
  const DetailLedger* ledger = detail_ledger(input.workbook, "计量器具台账");
  if (ledger == nullptr || ledger->rows.empty()) return;
  for (const DetailRow& row : ledger->rows) {
    std::vector<std::string> lacking;
    for (const char* header : {"名称", "规格型号", "安装使用地点", "测量对象"}) {
      if (detail_text(row, {header}).empty()) lacking.push_back(header);
    }
    if (lacking.empty()) continue;
    warn(input, findings, "instrument-incomplete", "计量器具台账 第" + std::to_string(row.row) + "行", "未填" + join(lacking, "、"),
         "评价标准要求台账包括名称、规格型号、安装使用地点、测量对象，请补填");
  }
}

}  // namespace lvce
