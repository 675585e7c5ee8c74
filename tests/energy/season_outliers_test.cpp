// Months that stand out where a building goes by the seasons: against the other year's same month and the months around it.
#include <catch2/catch.hpp>

#include "energy/ledger_rows.h"

using namespace lvce;
using lvce::test::check;
using lvce::test::ordinary;
using lvce::test::SampleUnit;

namespace {

using Months = std::vector<std::string>;

/// Cells of the outliers of an ordinary office whose carrier is this in both years. 2019 stands in rows 2 to 13, 2020 in 14 to 25.
Months outlier_cells(Carrier carrier, const Months& before, const Months& now) {
  SampleUnit unit = ordinary();
  for (int month = 1; month <= 12; ++month) {
    unit.month(2019, month, carrier, before[static_cast<std::size_t>(month) - 1]);
    unit.month(2020, month, carrier, now[static_cast<std::size_t>(month) - 1]);
  }
  Months cells;
  check(unit);
  for (const Finding& finding : unit.findings)
    if (finding.code == "month-outlier") cells.push_back(finding.place.cell);
  return cells;
}

const Months kWinterPower = {"110000", "95000", "91000", "80000", "64000", "55000", "53000", "52000", "59000", "70000", "90000", "108000"};
const Months kGasHeating = {"1500", "1490", "1470", "910", "300", "0", "0", "0", "0", "700", "1010", "910"};

Months with(Months months, int month, const std::string& figure) {
  months[static_cast<std::size_t>(month) - 1] = figure;
  return months;
}

}  // namespace

TEST_CASE("a forgotten month is not made up for by a month of winter", "[energy]") {
  CHECK(outlier_cells(Carrier::electricity, kWinterPower, kWinterPower).empty());
  CHECK(outlier_cells(Carrier::electricity, kWinterPower, with(kWinterPower, 11, "0")) == Months{"C24"});
  CHECK(outlier_cells(Carrier::electricity, with(kWinterPower, 2, "0"), kWinterPower) == Months{"C3"});
}

TEST_CASE("a winter's bill of two months is a reading period", "[energy]") {
  CHECK(outlier_cells(Carrier::electricity, kWinterPower, with(with(kWinterPower, 11, "0"), 12, "198000")).empty());
}

TEST_CASE("two months in one figure, the second 0: the 0 is said", "[energy]") {
  CHECK(outlier_cells(Carrier::electricity, kWinterPower, with(with(kWinterPower, 9, "129000"), 10, "0")) == Months{"C23"});
}

TEST_CASE("when heating begins and ends is the weather's", "[energy]") {
  CHECK(outlier_cells(Carrier::natural_gas, kGasHeating, with(kGasHeating, 5, "3")).empty());
  CHECK(outlier_cells(Carrier::natural_gas, kGasHeating, with(kGasHeating, 10, "0")).empty());
  CHECK(outlier_cells(Carrier::natural_gas, kGasHeating, with(kGasHeating, 2, "0")) == Months{"C15"});
}

TEST_CASE("a building heated by electricity has a season", "[energy]") {
  const Months heated = {"9284", "6614", "6193", "6180", "4894", "644", "133", "168", "142", "4956", "6953", "6521"};
  CHECK(outlier_cells(Carrier::electricity, heated, with(heated, 9, "1400")).empty());
  CHECK(outlier_cells(Carrier::electricity, heated, with(heated, 2, "661")) == Months{"C15"});
  const Months steady(12, "9000");
  CHECK(outlier_cells(Carrier::electricity, steady, with(with(with(steady, 6, "0"), 7, "0"), 8, "0")) == Months{"C19"});  // three months in one finding
}

TEST_CASE("slips of the point in a year at another level", "[energy]") {
  const Months half_empty = {"76000", "67000", "73000", "17000", "15000", "14800", "14900", "14700", "13000", "13500", "14000", "13000"};
  const Months full = {"76000", "67000", "73000", "66000", "68000", "65000", "74000", "76000", "71000", "66000", "70000", "62000"};
  CHECK(outlier_cells(Carrier::electricity, full, half_empty).empty());
  CHECK(outlier_cells(Carrier::electricity, full, with(half_empty, 8, "147000")) == Months{"C21"});  // within three times of August 2019
}

TEST_CASE("a tenth of a winter month that is no fifth of the year's median", "[energy]") {
  const Months steep = {"7000", "6700", "6300", "4100", "940", "890", "900", "920", "1000", "2200", "6600", "6650"};
  CHECK(outlier_cells(Carrier::electricity, steep, steep).empty());
  CHECK(outlier_cells(Carrier::electricity, steep, with(steep, 3, "630")) == Months{"C16"});
  CHECK(outlier_cells(Carrier::electricity, with(steep, 3, "630"), steep) == Months{"C4"});  // the year that slipped, not the sound one
}

TEST_CASE("small offices use a fifth of the average, not a tenth", "[energy]") {
  const auto codes = [](const std::string& electricity) {
    SampleUnit unit;
    for (const int year : {2019, 2020}) unit.base(year, "12000", "700").months(year, Carrier::electricity, electricity).months(year, Carrier::water, "1300");
    return check(unit);
  };
  CHECK(codes("25000").empty());                                               // 300,000 kWh × 0.1229 ÷ 12,000 m² = 3.07 kgce, a sixth
  CHECK(codes("15000") == std::vector<std::string>{"intensity-implausible"});  // 1.84 kgce, less than a tenth of 19.29
}

TEST_CASE("a month five times away from both beside it and from the other year's same month", "[energy]") {
  const Months heated = {"9300", "6600", "6200", "6200", "4900", "640", "130", "170", "140", "5000", "7000", "6500"};
  CHECK(outlier_cells(Carrier::electricity, heated, heated).empty());
  CHECK(outlier_cells(Carrier::electricity, heated, with(heated, 7, "9200")) == Months{"C20"});  // less than a winter's month, 70 times a summer's
  const Months gas = {"720", "540", "480", "590", "380", "80", "97", "26", "48", "320", "549", "610"};
  const Months warm = {"488", "466", "452", "134", "25", "66", "108", "113", "130", "351", "458", "540"};
  CHECK(outlier_cells(Carrier::natural_gas, warm, with(gas, 11, "54.9")) == Months{"C24"});
  CHECK(outlier_cells(Carrier::natural_gas, warm, with(gas, 10, "54.9")).empty());  // at the edge of the season only September is near
}
