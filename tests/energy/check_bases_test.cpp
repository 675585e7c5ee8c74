// 年度基数 from year to year and against its own parts; months off what is usual.
#include <algorithm>

#include <catch2/catch.hpp>

#include "energy/ledger_rows.h"

using namespace lvce;
using lvce::test::check;
using lvce::test::number;
using lvce::test::ordinary;
using lvce::test::SampleUnit;

namespace {

using Codes = std::vector<std::string>;

/// Each year's floor area in a row of its own.
SampleUnit with_areas(const std::map<int, std::string>& areas) {
  SampleUnit unit = ordinary();
  int row = 2;
  for (const auto& [year, area] : areas) {
    unit.base(year, area, "500").vehicles(year, "10", "8");
    unit.base_row(year).area_m2.place = {"年度基数", "B" + std::to_string(row++)};
    if (year > 2020) unit.month(year, 1, Carrier::electricity, "70000");
    if (year < 2019) unit.months(year, Carrier::electricity, "70000").months(year, Carrier::water, "900").months(year, Carrier::heat, "200");
  }
  return unit;
}

}  // namespace

TEST_CASE("a floor area that changed names both years' cells") {
  SampleUnit unit = with_areas({{2019, "10000"}, {2020, "12000"}});
  CHECK(check(unit) == Codes{"base-changed"});
  CHECK(unit.findings[0].place.text() == "台账.xlsx 年度基数!B3");
  CHECK(unit.findings[0].message == "2020年比2019年建筑面积上升 20.0%（10000 → 12000，2019年见 B2），超过 10%");
}

TEST_CASE("area and people that grew alike have one cause, and are asked about once") {
  SampleUnit unit = ordinary();
  SECTION("a fifth more of both") {
    unit.base(2020, "14400", "600");
    CHECK(check(unit) == Codes{"base-changed"});
    CHECK(unit.findings[0].message.find("建筑面积上升 20.0%（12000 → 14400，") != std::string::npos);
    CHECK(unit.findings[0].message.find("、用能人数上升 20.0%（500 → 600）") != std::string::npos);
    CHECK(unit.findings[0].places.empty());
    unit.workbook.answers = {{"base-changed", unit.findings[0].place.text(), "新楼启用"}};
    CHECK(check(unit) == Codes{"base-changed"});
    CHECK(unit.findings[0].severity == Severity::note);
  }
  SECTION("a figure ten times too large has a cause of its own") {
    unit.base(2020, "14400", "5000");
    const Codes codes = check(unit);
    CHECK(std::count(codes.begin(), codes.end(), "base-changed") == 2);
  }
  SECTION("what the office explained by its own cell keeps its explanation") {
    unit.base(2020, "14400", "600");
    unit.workbook.answers = {{"base-changed", "能耗台账!D2", "机构合并"}};
    CHECK(check(unit) == Codes{"base-changed", "base-changed"});
    CHECK(unit.with("base-changed")[0].severity == Severity::warning);
    CHECK(unit.with("base-changed")[1].answer == "机构合并");
  }
}

TEST_CASE("a year between two that are alike is the one to look at, and is said once") {
  SECTION("the energy year") {
    SampleUnit unit = with_areas({{2019, "12000"}, {2020, "15000"}, {2021, "12000"}});
    CHECK(check(unit) == Codes{"base-changed"});
    CHECK(unit.findings[0].place.text() == "台账.xlsx 年度基数!B3");
  }
  SECTION("the base year") {
    SampleUnit unit = with_areas({{2018, "12000"}, {2019, "10000"}, {2020, "12000"}});
    CHECK(check(unit) == Codes{"base-changed"});
    CHECK(unit.findings[0].place.text() == "台账.xlsx 年度基数!B3");
  }
  SECTION("before the base year nothing is compared") {
    SampleUnit unit = with_areas({{2018, "9000"}, {2019, "12000"}, {2020, "12000"}});
    CHECK(check(unit).empty());
  }
}

TEST_CASE("a part of 年度基数 above its whole") {
  SampleUnit unit = ordinary();
  SECTION("official vehicles") {
    unit.vehicles(2020, "10", "11");
    CHECK(check(unit) == Codes{"base-part-exceeds"});
    unit.vehicles(2020, "10", "10");
    CHECK(check(unit).empty());
  }
  SECTION("heated floor area") {
    for (const int year : {2019, 2020}) unit.base_row(year).heated_area_m2.value = number("12001");
    CHECK(check(unit) == Codes{"base-part-exceeds", "base-part-exceeds"});
  }
}

TEST_CASE("months of carriers that run all year, and of those that do not") {
  SampleUnit unit = ordinary();
  SECTION("a tenth, of what has no season") {
    for (const int year : {2019, 2020}) unit.months(year, Carrier::kerosene, "20");
    unit.month(2020, 6, Carrier::kerosene, "2");
    CHECK(check(unit) == Codes{"month-outlier"});
  }
  SECTION("nothing, where there is something all year") {
    for (const int year : {2019, 2020}) unit.months(year, Carrier::natural_gas, "300");
    unit.month(2020, 6, Carrier::natural_gas, "0");
    CHECK(check(unit) == Codes{"month-outlier"});
  }
  SECTION("neighbouring months that stand out alike are one question with each of their cells") {
    for (int month = 3; month <= 5; ++month) unit.month(2020, month, Carrier::electricity, "0");
    unit.month(2020, 9, Carrier::electricity, "0");
    CHECK(check(unit) == Codes{"month-outlier", "month-outlier"});
    CHECK(unit.findings[0].message == "2020年3月至5月电 0、0、0，不到该年各月中位数 70000 的五分之一");
    REQUIRE(unit.findings[0].places.size() == 3);
    CHECK(unit.findings[0].places[2].text() == "台账.xlsx 能耗台账!C18");
    CHECK(unit.findings[1].places.empty());
  }
  SECTION("green electricity is a part, and looked at by itself") {
    for (const int year : {2019, 2020}) unit.months(year, Carrier::green_electricity, "5000");
    unit.month(2020, 6, Carrier::green_electricity, "50000");
    CHECK(check(unit) == Codes{"month-outlier"});
  }
  SECTION("a season") {
    for (const int year : {2019, 2020}) {
      unit.months(year, Carrier::raw_coal, "0");
      for (const int month : {1, 2, 3, 11, 12}) unit.month(year, month, Carrier::raw_coal, "6");
      unit.month(year, 3, Carrier::raw_coal, "1");
    }
    CHECK(check(unit).empty());
    unit.month(2020, 11, Carrier::raw_coal, "0.6");
    CHECK(check(unit) == Codes{"month-outlier"});
    CHECK(unit.findings[0].place.text() == "台账.xlsx 能耗台账!C24");
    unit.month(2020, 11, Carrier::raw_coal, "6").month(2020, 3, Carrier::raw_coal, "0.1");  // the margin of the season: weather
    CHECK(check(unit).empty());
  }
  SECTION("a carrier that begins in the second year") {
    unit.months(2019, Carrier::natural_gas, "0").months(2020, Carrier::natural_gas, "0");
    for (int month = 4; month <= 12; ++month) unit.month(2020, month, Carrier::natural_gas, "500");
    CHECK(check(unit).empty());
  }
}
