// The rules on blanks, one case each.
#include <catch2/catch.hpp>

#include "energy/sample_unit.h"

using namespace lvce;
using lvce::test::number;
using lvce::test::SampleUnit;

namespace {

SampleUnit sample() {
  SampleUnit unit;
  unit.base(2019, "1000", "10").base(2020, "1000", "10");
  unit.months(2019, Carrier::electricity, "1000").months(2020, Carrier::electricity, "1000");
  return unit;
}

}  // namespace

TEST_CASE("twelve months make a year") {
  SampleUnit unit = sample();
  const EnergyReport report = unit.compute();
  CHECK(report.years.at(2020).carriers.at(Carrier::electricity).quantity == number("12000"));
  CHECK(report.years.at(2020).total_kgce == number("1474.8"));
  CHECK(is_complete(unit.findings));
}

TEST_CASE("a carrier blank for a whole year is not used: one note, no number") {
  SampleUnit unit = sample();
  unit.months(2020, Carrier::natural_gas, "").months(2019, Carrier::natural_gas, "1");
  const YearFigures year = unit.compute().years.at(2020);
  CHECK_FALSE(year.carriers.at(Carrier::natural_gas).used);
  CHECK_FALSE(year.carriers.at(Carrier::natural_gas).quantity.has_value());
  CHECK(year.total_kgce == number("1474.8"));
  REQUIRE(unit.with("carrier-not-used").size() == 1);
  CHECK(unit.with("carrier-not-used")[0].severity == Severity::note);
  CHECK(unit.with("carrier-not-used")[0].message.find("天然气") != std::string::npos);
}

TEST_CASE("a month left blank is missing, and what depends on it unknown") {
  SampleUnit unit = sample();
  unit.month(2020, 5, Carrier::electricity, "").months(2020, Carrier::water, "3").months(2019, Carrier::water, "3");
  const YearFigures year = unit.compute().years.at(2020);
  CHECK(year.carriers.at(Carrier::electricity).used);
  CHECK(year.carriers.at(Carrier::electricity).incomplete);
  CHECK_FALSE(year.total_kgce.has_value());
  CHECK_FALSE(year.per_capita_kgce.has_value());
  CHECK(year.per_capita_water_m3 == number("3.6"));
  const auto found = unit.with("ledger-cell-missing");
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::missing);
  CHECK(found[0].place.text() == "台账.xlsx 能耗台账!C18");  // header 1, 2019 in rows 2–13, May 2020 in row 18
  CHECK(found[0].hint.find("未用请填0") != std::string::npos);
}

TEST_CASE("each blank month is said") {
  SampleUnit unit = sample();
  unit.months(2020, Carrier::heat, "").month(2020, 1, Carrier::heat, "100").month(2020, 12, Carrier::heat, "100");
  unit.compute();
  CHECK(unit.with("ledger-cell-missing").size() == 10);
}

TEST_CASE("zero is a quantity") {
  SampleUnit unit = sample();
  unit.months(2020, Carrier::heat, "0");
  CHECK(unit.compute().years.at(2020).total_kgce == number("1474.8"));
}

TEST_CASE("a whole month without a row is missing once") {
  SampleUnit unit = sample();
  auto& rows = unit.workbook.ledger.rows;
  rows.erase(rows.begin() + 12 + 6);  // July 2020
  const YearFigures year = unit.compute().years.at(2020);
  CHECK_FALSE(year.total_kgce.has_value());
  const auto found = unit.with("ledger-month-missing");
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::missing);
  CHECK(found[0].message.find("2020年7月") != std::string::npos);
}

TEST_CASE("months that the running year still lacks are only noted") {
  SampleUnit unit = sample();
  for (int month = 1; month <= 9; ++month) unit.month(2021, month, Carrier::electricity, "900");
  CHECK_FALSE(unit.compute().years.at(2021).total_kgce.has_value());
  CHECK(unit.with("ledger-month-missing").size() == 1);
  CHECK(is_complete(unit.findings));
}

TEST_CASE("全年 beside months: months count and a difference is an error") {
  SampleUnit unit = sample();
  unit.whole(2020, Carrier::electricity, "12001").whole(2019, Carrier::electricity, "12000");
  CHECK(unit.compute().years.at(2020).carriers.at(Carrier::electricity).quantity == number("12000"));
  REQUIRE(unit.with("ledger-year-differs").size() == 1);
  CHECK(unit.with("ledger-year-differs")[0].severity == Severity::error);
}

TEST_CASE("全年 with a carrier that the months leave blank is an error, not a figure") {
  SampleUnit unit = sample();
  unit.whole(2020, Carrier::natural_gas, "5");
  const YearFigures year = unit.compute().years.at(2020);
  CHECK_FALSE(year.carriers.at(Carrier::natural_gas).quantity.has_value());
  CHECK_FALSE(year.total_kgce.has_value());
  CHECK(unit.with("ledger-year-differs").size() == 1);
}

TEST_CASE("a broken cell makes the year unknown without a second finding") {
  SampleUnit unit = sample();
  unit.month(2020, 5, Carrier::electricity, "!");
  CHECK_FALSE(unit.compute().years.at(2020).total_kgce.has_value());
  CHECK(unit.with("ledger-cell-missing").empty());
}

TEST_CASE("a month typed twice counts for neither") {
  SampleUnit unit = sample();
  LedgerRow again = unit.workbook.ledger.rows.back();
  unit.workbook.ledger.rows.push_back(again);
  CHECK_FALSE(unit.compute().years.at(2020).total_kgce.has_value());
  CHECK(unit.with("ledger-month-twice").size() == 1);
}

TEST_CASE("official-vehicle fuel left blank") {
  SampleUnit unit = sample();
  unit.months(2019, Carrier::petrol, "100").months(2020, Carrier::petrol, "100");
  unit.months(2019, Carrier::official_petrol, "0").months(2020, Carrier::official_petrol, "");
  SECTION("leaves building energy unknown") {
    const YearFigures year = unit.compute().years.at(2020);
    CHECK(year.total_kgce.has_value());
    CHECK_FALSE(year.building_kgce.has_value());
    CHECK_FALSE(year.per_area_kgce.has_value());
    CHECK(unit.with("official-fuel-missing").size() == 1);
  }
  SECTION("is zero where there are no official vehicles") {
    unit.vehicles(2020, "3", "0");
    const YearFigures year = unit.compute().years.at(2020);
    CHECK(year.building_kgce == year.total_kgce);
    CHECK(unit.with("official-fuel-missing").empty());
  }
}

TEST_CASE("official-vehicle fuel above its parent is an error") {
  SampleUnit unit = sample();
  unit.months(2020, Carrier::petrol, "100").months(2020, Carrier::official_petrol, "101");
  const YearFigures year = unit.compute().years.at(2020);
  CHECK_FALSE(year.building_kgce.has_value());
  CHECK(unit.with("part-exceeds-parent").size() == 1);
}

TEST_CASE("official-vehicle fuel without its parent is an error") {
  SampleUnit unit = sample();
  unit.months(2020, Carrier::official_diesel, "100");
  CHECK_FALSE(unit.compute().years.at(2020).total_kgce.has_value());
  CHECK(unit.with("part-without-parent").size() == 1);
}

TEST_CASE("denominators of zero or blank give no figure and a finding") {
  SampleUnit unit = sample();
  unit.base(2020, "0", "");
  const YearFigures year = unit.compute().years.at(2020);
  CHECK_FALSE(year.per_area_kgce.has_value());
  CHECK_FALSE(year.per_capita_kgce.has_value());
  CHECK(unit.with("base-zero").size() == 1);
  CHECK(unit.with("base-missing").size() == 1);
}

TEST_CASE("a year without any ledger row is missing") {
  SampleUnit unit;
  unit.base(2020, "1000", "10").base(2019, "1000", "10").months(2020, Carrier::electricity, "1");
  unit.compute();
  REQUIRE(unit.with("ledger-year-missing").size() == 1);
  CHECK(unit.with("ledger-year-missing")[0].message.find("2019") != std::string::npos);
}
