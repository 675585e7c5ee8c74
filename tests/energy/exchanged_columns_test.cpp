// Two columns filled in for each other: said where the exchange explains figures far from the averages, and only there.
#include <catch2/catch.hpp>

#include "energy/ledger_rows.h"

using namespace lvce;
using lvce::test::check;
using lvce::test::SampleUnit;

namespace {

using Codes = std::vector<std::string>;

/// 12,000 m², 500 people: 15.4 kgce/m² and 21.6 m³ a head where the columns are right.
SampleUnit office(const std::string& electricity, const std::string& water, const std::string& heat) {
  SampleUnit unit;
  for (const int year : {2019, 2020})
    unit.base(year, "12000", "500").months(year, Carrier::electricity, electricity).months(year, Carrier::water, water).months(year, Carrier::heat, heat);
  return unit;
}

bool guesses(const SampleUnit& unit) {
  return std::any_of(unit.findings.begin(), unit.findings.end(), [](const Finding& finding) { return finding.message.find("两列互换") != std::string::npos; });
}

}  // namespace

TEST_CASE("electricity and water in each other's column, both years", "[energy]") {
  SampleUnit unit = office("900", "70000", "200");
  CHECK(check(unit) == Codes{"intensity-implausible"});
  CHECK(unit.findings[0].message.find("电与水两列互换后都在平均范围内") != std::string::npos);
  CHECK(unit.findings[0].count() == 4);  // both columns of both years
}

TEST_CASE("electricity and gas in each other's column, water not given", "[energy]") {
  SampleUnit unit;  // 70,000 kWh and 900 m³ a month are 9.8 kgce/m², 900 kWh and 70,000 m³ 93: not five times 19.29, but 2,244 a head are
  for (const int year : {2019, 2020}) unit.base(year, "12000", "500").months(year, Carrier::electricity, "900").months(year, Carrier::natural_gas, "70000");
  CHECK(check(unit) == Codes{"intensity-implausible"});
  CHECK(unit.findings[0].message.find("电与天然气两列互换") != std::string::npos);
}

TEST_CASE("columns that are right are not exchanged", "[energy]") {
  SampleUnit unit = office("70000", "900", "200");
  CHECK(check(unit).empty());
}

TEST_CASE("a slipped unit is no exchange", "[energy]") {
  SampleUnit unit = office("7000000", "900", "200");
  CHECK(check(unit) == Codes{"intensity-implausible"});
  CHECK_FALSE(guesses(unit));
}
