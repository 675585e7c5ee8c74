// Meters that are read every few months: their zeros are no outliers, a forgotten month is one.
#include <catch2/catch.hpp>

#include "energy/ledger_rows.h"

using namespace lvce;
using lvce::test::check;
using lvce::test::ordinary;
using lvce::test::SampleUnit;

namespace {

/// Cells of the outliers of an ordinary office whose water of both years is this.
std::vector<std::string> outlier_cells(const std::vector<std::string>& before, const std::vector<std::string>& now) {
  SampleUnit unit = ordinary();
  for (int month = 1; month <= 12; ++month) {
    unit.month(2019, month, Carrier::water, before[static_cast<std::size_t>(month) - 1]);
    unit.month(2020, month, Carrier::water, now[static_cast<std::size_t>(month) - 1]);
  }
  std::vector<std::string> cells;
  check(unit);
  for (const Finding& finding : unit.findings)
    if (finding.code == "month-outlier") cells.push_back(finding.place.cell);
  return cells;
}

using Months = std::vector<std::string>;
const Months kMonthly(12, "900");

}  // namespace

TEST_CASE("every second month, and a rhythm that changes", "[energy]") {
  CHECK(outlier_cells(kMonthly, {"0", "1800", "0", "1750", "0", "1900", "0", "1850", "0", "1700", "0", "1800"}).empty());
  CHECK(outlier_cells(kMonthly, {"0", "1800", "0", "0", "2700", "0", "1900", "0", "0", "2600", "0", "1800"}).empty());
  CHECK(outlier_cells(kMonthly, {"900", "900", "0", "1800", "900", "0", "0", "2700", "900", "900", "0", "1800"}).empty());
}

TEST_CASE("a month that nothing makes up for is said", "[energy]") {
  CHECK(outlier_cells(kMonthly, {"900", "900", "900", "900", "0", "900", "900", "900", "900", "900", "900", "900"}).size() == 1);
  CHECK(outlier_cells(kMonthly, {"900", "0", "900", "900", "0", "900", "900", "0", "900", "900", "900", "900"}).size() == 3);
}

TEST_CASE("a small reading counts among several that make up, not alone", "[energy]") {
  CHECK(outlier_cells(kMonthly, {"900", "0", "1800", "0", "1800", "0", "1800", "0", "1200", "900", "900", "900"}).empty());
  CHECK(outlier_cells(kMonthly, {"900", "900", "900", "900", "900", "900", "900", "0", "1200", "900", "900", "900"}).size() == 1);
}

TEST_CASE("a slip of the point among readings is said once", "[energy]") {
  CHECK(outlier_cells(kMonthly, {"0", "1800", "0", "1750", "0", "19000", "0", "1850", "0", "1700", "0", "1800"}).size() == 1);
}

TEST_CASE("a zero before a level that has risen for good is not made up for", "[energy]") {
  CHECK(outlier_cells(kMonthly, {"900", "900", "900", "900", "900", "900", "900", "0", "1400", "1450", "1400", "1420"}).size() == 1);
  CHECK(outlier_cells(kMonthly, {"900", "900", "900", "900", "900", "900", "900", "0", "2300", "1450", "1400", "1420"}).empty());
}
