#include <algorithm>
#include <string>
#include <vector>

#include "energy/carriers.h"
#include "energy/checks/checks.h"
#include "energy/checks/detail_table.h"
#include "energy/checks/outliers.h"
#include "energy/places.h"
#include "support/text.h"

namespace lvce {
namespace {

/// Off in the same month and direction: the whole has been said, and its part with it.
bool has_outlier(const CheckInput& input, int year, Carrier carrier, int month, bool high) {
  const std::vector<Outlier> found = outliers_of(input.report, carrier, year);
  return std::any_of(found.begin(), found.end(), [&](const Outlier& outlier) { return outlier.month == month && outlier.high == high; });
}

/// Neighbouring months that stand out alike have one cause (a building not yet in use, bills that are missing).
bool goes_on(const Outlier& last, const Outlier& next) { return next.month == last.month + 1 && next.high == last.high && next.by == last.by; }

const char* usual_words(UsualBy by) {
  switch (by) {
    case UsualBy::year: return "该年各月中位数 ";
    case UsualBy::season: return "相邻年度同月 ";
    case UsualBy::neighbours: return "按相邻年度同月和前后各月推算的约 ";
  }
  return "";
}

/// One figure where it is the same for all of them.
std::string usual_figures(const std::vector<Outlier>& run) {
  std::vector<std::string> figures;
  for (const Outlier& outlier : run) {
    const std::string figure = outlier.by == UsualBy::neighbours ? outlier.usual.rounded(outlier.usual < Decimal(100) ? 1 : 0).shortest()
                                                                 : outlier.usual.shortest();
    if (figures.empty() || figures.back() != figure) figures.push_back(figure);
  }
  return join(figures, "、");
}

void say_outliers(const CheckInput& input, int year, Carrier carrier, const std::vector<Outlier>& run, Findings& findings) {
  const Outlier& first = run.front();
  std::vector<std::string> quantities;
  std::vector<Place> places;
  for (const Outlier& outlier : run) {
    quantities.push_back(outlier.quantity.shortest());
    places.push_back(month_place(input.workbook, carrier, year, outlier.month));
  }
  const std::string months = month_words(year, first.month) + (run.size() > 1 ? "至" + std::to_string(run.back().month) + "月" : "");
  const std::string usual = usual_words(first.by) + usual_figures(run);
  const Place place = places.front();
  warn(findings, "month-outlier", place,
       months + std::string(carrier_name(carrier)) + " " + join(quantities, "、") +
           (first.high ? "，是" + usual + " 的 5 倍以上" : "，不到" + usual + " 的五分之一"),
       "核对是否输错位数、漏填或合并了几个月；属实的，在“核对说明”中写明原因");
  if (places.size() > 1) findings.back().places = std::move(places);
}

void check_outliers(const CheckInput& input, int year, Carrier carrier, Findings& findings) {
  std::vector<Outlier> run;
  for (const Outlier& outlier : outliers_of(input.report, carrier, year)) {
    const auto whole = parent_of(carrier);
    if (whole && has_outlier(input, year, *whole, outlier.month, outlier.high)) continue;
    if (!run.empty() && !goes_on(run.back(), outlier)) {
      say_outliers(input, year, carrier, run, findings);
      run.clear();
    }
    run.push_back(outlier);
  }
  if (!run.empty()) say_outliers(input, year, carrier, run, findings);
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
