#include <catch2/catch.hpp>

#include "energy/energy.h"

using namespace lvce;

TEST_CASE("years come from the year of work and the rubric's offsets") {
  UnitInfo unit;
  Rubric rubric;
  Findings findings;
  unit.items["评价年度"] = "2021";
  SECTION("defaults") {
    const Years years = decide_years(unit, rubric, findings);
    CHECK(years.work == 2021);
    CHECK(years.energy == 2020);
    CHECK(years.base == 2019);
    CHECK(years.form == 2020);
    CHECK(findings.empty());
  }
  SECTION("a rubric of the year itself") {
    rubric.energy_year_offset = 0;
    const Years years = decide_years(unit, rubric, findings);
    CHECK(years.energy == 2021);
    CHECK(years.base == 2020);
  }
  SECTION("the unit's own years") {
    unit.items["能耗年度"] = "2019";
    unit.items["对比基期"] = "2015";
    unit.items["备案表年度"] = "2018";
    const Years years = decide_years(unit, rubric, findings);
    CHECK(years.energy == 2019);
    CHECK(years.base == 2015);
    CHECK(years.form == 2018);
  }
  SECTION("a base not before the energy year is an error, the default holds") {
    unit.items["对比基期"] = "2020";
    CHECK(decide_years(unit, rubric, findings).base == 2019);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == "year-impossible");
  }
  SECTION("missing") {
    unit.items.clear();
    CHECK(decide_years(unit, rubric, findings).energy == 0);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == "work-year-missing");
    CHECK(findings[0].severity == Severity::error);
  }
  SECTION("not readable, which the reader has said") {
    unit.items.clear();
    unit.broken.insert("评价年度");
    CHECK(decide_years(unit, rubric, findings).energy == 0);
    CHECK(findings.empty());
  }
  SECTION("impossible") {
    unit.items["评价年度"] = "1021";
    CHECK(decide_years(unit, rubric, findings).work == 0);
    CHECK(findings.size() == 1);
  }
}
