// What would have been enough, gaps of the whole office, and the rest of a running year.
#include <catch2/catch.hpp>

#include "energy/sample_unit.h"

using namespace lvce;
using lvce::test::number;
using lvce::test::SampleUnit;

TEST_CASE("a missed target says what would have been enough, and the office's gap") {
  // 10 people, 1000 m². 2019: 10000 kWh = 1229 kgce, 122.9 per head. 2020: 20000 kWh.
  SampleUnit unit;
  unit.base(2019, "1000", "10").base(2020, "1000", "10").vehicles(2019, "1", "0").vehicles(2020, "1", "0");
  unit.whole(2019, Carrier::electricity, "10000").whole(2020, Carrier::electricity, "20000");
  unit.whole(2019, Carrier::water, "100").whole(2020, Carrier::water, "80");
  unit.target(kPerCapitaEnergy, "10").target(kPerCapitaWater, "10").target(kPerAreaCarbon, "10");
  const EnergyReport report = unit.compute();
  const TargetResult& energy = report.targets.at(0);
  CHECK(energy.enough == number("110.61"));     // 122.9 × 0.9
  CHECK(energy.gap == number("135.19"));        // 245.8 − 110.61
  CHECK(energy.gap_total == number("1.3519"));  // × 10 people, in tonnes
  CHECK(energy.gap_unit == "吨标准煤");
  CHECK(energy.gap_kwh == number("11000"));  // 20000 − 9000
  const TargetResult& water = report.targets.at(1);
  CHECK(water.enough == number("9"));
  CHECK(water.gap_total == number("-10"));
  CHECK(water.gap_unit == "立方米");
  CHECK_FALSE(water.gap_kwh.has_value());
  const TargetResult& carbon = report.targets.at(2);
  CHECK(carbon.gap_total == number("7.9442"));  // 11000 kWh × 0.7222 kg, in tonnes
  CHECK(carbon.gap_unit == "吨二氧化碳");
}

namespace {

/// 2020 whole, 2021 (the year of the work) up to September.
SampleUnit running_year(const std::string& water_a_month) {
  SampleUnit unit;
  unit.base(2019, "1000", "10").base(2020, "1000", "10").base(2021, "1000", "20");
  unit.months(2019, Carrier::water, "10").months(2020, Carrier::water, "10");
  for (int month = 1; month <= 9; ++month) unit.month(2021, month, Carrier::water, water_a_month);
  for (int month = 10; month <= 12; ++month) unit.month(2021, month, Carrier::water, "");
  unit.target(kPerCapitaWater, "5");
  return unit;
}

}  // namespace

TEST_CASE("the months that are left may use what the target leaves") {
  SampleUnit unit = running_year("20");
  const EnergyReport report = unit.compute();
  REQUIRE(report.rest.size() == 1);
  const RestOfYear& rest = report.rest[0];
  CHECK(rest.months_left == std::vector<int>{10, 11, 12});
  CHECK(rest.allowed == number("228"));  // 12 m³ a head × 0.95 × 20 people
  CHECK(rest.used == number("180"));
  CHECK(rest.rest == number("48"));
  CHECK(rest.base_rest == number("30"));
  REQUIRE(unit.with("target-rest-of-year").size() == 1);
  CHECK(unit.with("target-rest-of-year")[0].severity == Severity::note);
  CHECK(unit.with("target-rest-of-year")[0].message.find("10—12月最多还可用 48.00") != std::string::npos);
}

TEST_CASE("a target that is already out of reach is a warning") {
  SampleUnit unit = running_year("26");
  CHECK(unit.compute().rest.at(0).rest == number("-6"));
  CHECK(unit.with("target-out-of-reach").size() == 1);
}

TEST_CASE("people of the running year not given: those of the year before") {
  SampleUnit unit = running_year("5");
  unit.base(2021, "", "");
  const RestOfYear rest = unit.compute().rest.at(0);
  CHECK(rest.bases_of_base_year);
  CHECK(rest.allowed == number("114"));
}

TEST_CASE("a whole year, or one before the year of the work, gives no early warning") {
  SampleUnit unit = running_year("20");
  SECTION("whole") { unit.months(2021, Carrier::water, "20"); }
  SECTION("before") { unit.years.work = 2022; }
  CHECK(unit.compute().rest.empty());
}

TEST_CASE("heat billed by floor area counts as used for the whole year") {
  // 31.45 × 0.98 × 1000 m² = 30821 kgce a year, beside 100 kWh = 12.29 kgce a month.
  SampleUnit unit;
  unit.rubric.factor_set = "xinjiang-form-2023";
  unit.item("供热计量", "按面积").base(2019, "1000", "10").base(2020, "1000", "10").base(2021, "1000", "10");
  for (int year = 2019; year <= 2021; ++year) unit.base_row(year).heated_area_m2 = {number("1000"), false, {"年度基数", "C2"}};
  unit.months(2019, Carrier::electricity, "100").months(2020, Carrier::electricity, "100");
  for (int month = 1; month <= 12; ++month) unit.month(2021, month, Carrier::electricity, month <= 9 ? "100" : "");
  unit.target(kPerCapitaEnergy, "0.1");
  const EnergyReport report = unit.compute();
  REQUIRE(report.rest.size() == 1);
  CHECK(report.rest[0].used == number("30931.61"));        // 30821 + 9 × 12.29
  CHECK(report.rest[0].allowed == number("30937.51152"));  // (30821 + 147.48) × 0.999
  CHECK(report.rest[0].base_rest == number("36.87"));
  const auto said = unit.with("target-rest-of-year");
  REQUIRE(said.size() == 1);
  CHECK(said[0].message.find("含按面积计供热全年数") != std::string::npos);
}
