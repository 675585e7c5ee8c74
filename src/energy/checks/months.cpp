#include <algorithm>

#include "energy/carriers.h"
#include "energy/checks/checks.h"

namespace lvce {
namespace {

constexpr int kOutlier = 5;  // times the median
constexpr std::size_t kMonthsNeeded = 6;

std::string place_of(Carrier carrier, int year, int month) {
  return "能耗台账 " + std::string(carrier_name(carrier)) + " " + std::to_string(year) + "年" + std::to_string(month) + "月";
}

/// Only what runs all year: heat and fuels come and go with the seasons.
void check_outliers(const CheckInput& input, int year, Carrier carrier, const CarrierYear& figures, Findings& findings) {
  std::vector<Decimal> known;
  for (const auto& [month, quantity] : figures.months) {
    if (quantity) known.push_back(*quantity);
  }
  if (known.size() < kMonthsNeeded) return;
  std::sort(known.begin(), known.end());
  const Decimal median = known[known.size() / 2];
  if (median.is_zero()) return;
  for (const auto& [month, quantity] : figures.months) {
    if (!quantity || *quantity <= median * Decimal(kOutlier)) continue;
    warn(input, findings, "month-outlier", place_of(carrier, year, month),
         std::to_string(year) + "年" + std::to_string(month) + "月" + std::string(carrier_name(carrier)) + " " + quantity->shortest() +
             "，是该年各月中位数 " + median.shortest() + " 的 5 倍以上",
         "核对是否多输了位数或合并了几个月；属实的，在“核对说明”中写明原因");
  }
}

void check_parts(const CheckInput& input, int year, const std::map<Carrier, CarrierYear>& carriers, Carrier part, Findings& findings) {
  const CarrierYear& share = carriers.at(part);
  const CarrierYear& whole = carriers.at(*parent_of(part));
  for (std::size_t i = 0; i < share.months.size() && i < whole.months.size(); ++i) {
    const auto& [month, quantity] = share.months[i];
    if (!quantity || !whole.months[i].second || *quantity <= *whole.months[i].second) continue;
    warn(input, findings, "month-part-exceeds", place_of(part, year, month),
         std::to_string(year) + "年" + std::to_string(month) + "月" + std::string(carrier_name(part)) + " " + quantity->shortest() +
             " 大于" + std::string(carrier_name(*parent_of(part))) + " " + whole.months[i].second->shortest(),
         "核对两列");
  }
}

}  // namespace

void check_months(const CheckInput& input, Findings& findings) {
  for (const auto& [number, year] : input.report.years) {
    for (const Carrier carrier : {Carrier::electricity, Carrier::water})
      check_outliers(input, number, carrier, year.carriers.at(carrier), findings);
    for (const Carrier carrier : all_carriers()) {
      if (parent_of(carrier)) check_parts(input, number, year.carriers, carrier, findings);
    }
  }
}

}  // namespace lvce
