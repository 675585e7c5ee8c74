#include "energy/checks/checks.h"

namespace lvce {
namespace {

struct Average {
  const char* metric;
  const char* national;  ///< of public institutions, 2018
};

constexpr Average kAverages[] = {{kPerAreaEnergy, "19.29"}, {kPerCapitaEnergy, "341.57"}, {kPerCapitaWater, "23.04"}};

void check_metric(const CheckInput& input, const YearFigures& year, const Average& average, Findings& findings) {
  const auto value = metric_value(year, average.metric);
  const Decimal national = *Decimal::parse(average.national);
  if (!value || (*value <= national * Decimal(10) && *value * Decimal(10) >= national)) return;
  const std::string unit = metric_unit(average.metric);
  warn(input, findings, "intensity-implausible", std::string("能耗台账 ") + average.metric + " " + std::to_string(year.year) + "年",
       std::to_string(year.year) + "年" + average.metric + " " + value->text(2) + " " + unit + "，与全国公共机构 2018 年平均 " +
           average.national + " 相差十倍以上",
       "核对单位（千瓦时与万千瓦时、立方米与万立方米等）、建筑面积和人数");
}

}  // namespace

void check_plausible(const CheckInput& input, Findings& findings) {
  for (const int number : {input.report.base_year, input.report.energy_year}) {
    const auto year = input.report.years.find(number);
    if (year == input.report.years.end()) continue;
    for (const Average& average : kAverages) check_metric(input, year->second, average, findings);
    if (year->second.total_kgce && !year->second.carriers.at(Carrier::electricity).used) {
      warn(input, findings, "electricity-not-used", "能耗台账 电 " + std::to_string(number) + "年",
           std::to_string(number) + "年没有填用电量", "补填用电量");
    }
  }
}

}  // namespace lvce
