#include <algorithm>

#include "energy/carriers.h"
#include "energy/checks/checks.h"
#include "energy/checks/detail_table.h"
#include "energy/checks/outliers.h"
#include "energy/places.h"

namespace lvce {
namespace {

/// Off in the same month and direction: the whole has been said, and its part with it.
bool has_outlier(const CheckInput& input, int year, Carrier carrier, int month, bool high) {
  const std::vector<Outlier> found = outliers_of(input.report, carrier, year);
  return std::any_of(found.begin(), found.end(), [&](const Outlier& outlier) { return outlier.month == month && outlier.high == high; });
}

void check_outliers(const CheckInput& input, int year, Carrier carrier, Findings& findings) {
  for (const Outlier& outlier : outliers_of(input.report, carrier, year)) {
    const auto whole = parent_of(carrier);
    if (whole && has_outlier(input, year, *whole, outlier.month, outlier.high)) continue;
    const std::string usual = (outlier.of_year ? "该年各月中位数 " : "相邻年度同月 ") + outlier.usual.shortest();
    warn(findings, "month-outlier", month_place(input.workbook, carrier, year, outlier.month),
         month_words(year, outlier.month) + std::string(carrier_name(carrier)) + " " + outlier.quantity.shortest() +
             (outlier.high ? "，是" + usual + " 的 5 倍以上" : "，不到" + usual + " 的五分之一"),
         "核对是否输错位数、漏填或合并了几个月；属实的，在“核对说明”中写明原因");
  }
}

void check_parts(const CheckInput& input, int year, const std::map<Carrier, CarrierYear>& carriers, Carrier part, Findings& findings) {
  const CarrierYear& share = carriers.at(part);
  const CarrierYear& whole = carriers.at(*parent_of(part));
  const std::vector<int> months = months_exceeding(share, whole);
  const bool year_says_it = share.quantity && whole.quantity && *share.quantity > *whole.quantity;
  if (year_says_it && months.size() == 1) return;
  for (const int month : months) {
    if (has_outlier(input, year, *parent_of(part), month, false)) continue;  // the whole is to blame
    const auto at = static_cast<std::size_t>(month) - 1;
    warn(findings, "month-part-exceeds", month_place(input.workbook, part, year, month),
         month_words(year, month) + std::string(carrier_name(part)) + " " + share.months[at].second->shortest() + " 大于" +
             std::string(carrier_name(*parent_of(part))) + " " + whole.months[at].second->shortest(),
         "核对两列");
  }
}

}  // namespace

void check_months(const CheckInput& input, Findings& findings) {
  for (const auto& [number, year] : input.report.years) {
    for (const Carrier carrier : all_carriers()) {
      check_outliers(input, number, carrier, findings);
      if (parent_of(carrier)) check_parts(input, number, year.carriers, carrier, findings);
    }
  }
}

}  // namespace lvce
