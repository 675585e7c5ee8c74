#include "energy/checks/averages.h"

namespace lvce {
namespace {

constexpr int kTimesAbove = 5;
constexpr int kTimesBelow = 10;

}  // namespace

int off_average(const YearFigures& year, const Average& average) {
  const auto value = metric_value(year, average.metric);
  const Decimal national = *Decimal::parse(average.national);
  if (!value) return 0;
  if (*value > national * Decimal(kTimesAbove)) return 1;
  return *value * Decimal(kTimesBelow) < national ? -1 : 0;
}

}  // namespace lvce
