// Targets are judged on unrounded figures.
#include <catch2/catch.hpp>

#include "energy/sample_unit.h"

using namespace lvce;
using lvce::test::number;
using lvce::test::SampleUnit;

namespace {

/// Water per head: base 100 m³, energy year as given, 1 person.
SampleUnit water(const std::string& used) {
  SampleUnit unit;
  unit.base(2019, "100", "1").base(2020, "100", "1");
  unit.whole(2019, Carrier::water, "100").whole(2020, Carrier::water, used);
  return unit;
}

void allow_quota(SampleUnit& unit) {
  Indicator indicator;
  indicator.id = "1.1.1";
  indicator.rule.kind = RuleKind::targets;
  indicator.rule.quota_alternative = true;
  Item item;
  item.indicators.push_back(indicator);
  Unit first;
  first.items.push_back(item);
  unit.rubric.units.push_back(first);
}

}  // namespace

TEST_CASE("exactly the fall that was asked for is met") {
  SampleUnit unit = water("98.6");
  const TargetResult target = unit.target(kPerCapitaWater, "1.4").compute().targets.at(0);
  CHECK(target.change_pct == number("-1.4"));
  CHECK(target.gap == number("0"));
  CHECK(target.met == Met::yes);
  CHECK_FALSE(target.met_by_quota);
}

TEST_CASE("a hair less is not met, though it prints the same") {
  SampleUnit unit = water("98.600001");
  const TargetResult target = unit.target(kPerCapitaWater, "1.4").compute().targets.at(0);
  CHECK(target.change_pct->text(2) == "-1.40");
  CHECK(target.met == Met::no);
  CHECK(target.gap == number("0.000001"));
}

TEST_CASE("ties are rounded away from zero in print only") {
  SampleUnit unit = water("98.595");
  const TargetResult target = unit.target(kPerCapitaWater, "1.41").compute().targets.at(0);
  CHECK(target.change_pct == number("-1.405"));
  CHECK(target.change_pct->text(2) == "-1.41");
  CHECK(target.met == Met::no);
}

TEST_CASE("the rubric's rate holds where the office was assigned none, the office's own goes first") {
  SampleUnit unit = water("98");
  unit.rubric.targets.push_back({kPerCapitaWater, number("2.5"), std::nullopt});
  SECTION("rubric") { CHECK(unit.compute().targets.at(0).met == Met::no); }
  SECTION("assigned") {
    AssignedTarget row;
    row.metric = kPerCapitaWater;
    row.required_pct.value = number("2");
    unit.workbook.targets.push_back(row);
    CHECK(unit.compute().targets.at(0).met == Met::yes);
  }
}

TEST_CASE("without a rate the target cannot be judged") {
  SampleUnit unit = water("98");
  const TargetResult target = unit.target(kPerCapitaWater, "").compute().targets.at(0);
  CHECK(target.met == Met::unknown);
  CHECK(target.change_pct == number("-2"));
  CHECK(unit.with("target-not-assigned").size() == 1);
}

TEST_CASE("a base year without figures or of zero leaves the target unknown") {
  SampleUnit unit = water("98");
  SECTION("blank") { unit.whole(2019, Carrier::water, ""); }
  SECTION("zero") { unit.whole(2019, Carrier::water, "0"); }
  const TargetResult target = unit.target(kPerCapitaWater, "1.4").compute().targets.at(0);
  CHECK(target.met == Met::unknown);
  CHECK_FALSE(target.change_pct.has_value());
  CHECK(unit.with("target-not-computable").size() == 1);
}

TEST_CASE("a target follows a fault of the ledger that has its own finding") {
  // March 2020 is blank: that is the one thing to mend, and the target's unknown state only follows from it.
  SampleUnit unit;
  unit.base(2019, "100", "10").base(2020, "100", "10").whole(2019, Carrier::water, "1000");
  for (int month = 1; month <= 12; ++month) unit.month(2020, month, Carrier::water, month == 3 ? "" : "80");
  unit.target(kPerCapitaWater, "1.4").compute();
  REQUIRE(unit.with("ledger-cell-missing").size() + unit.with("ledger-month-missing").size() == 1);
  REQUIRE(unit.with("target-not-computable").size() == 1);
  const Finding follows = unit.with("target-not-computable").front();
  CHECK(follows.severity == Severity::note);
  REQUIRE(follows.cause);
  CHECK(follows.cause->place.sheet == "能耗台账");
}

TEST_CASE("a target follows the floor area that is missing, not a fault of the ledger that it does not depend on") {
  SampleUnit unit;
  unit.base(2019, "100", "10").base(2020, "100", "").whole(2019, Carrier::water, "1000").whole(2020, Carrier::water, "900");
  unit.target(kPerCapitaWater, "1.4").compute();
  REQUIRE(unit.with("target-not-computable").size() == 1);
  const auto cause = unit.with("target-not-computable").front().cause;
  REQUIRE(cause);
  CHECK(cause->code == "base-missing");
}

TEST_CASE("the quota of an energy metric") {
  // 10000 kWh and 1 person: 1229 kgce per head in both years, so that no fall is met.
  SampleUnit unit;
  unit.base(2019, "100", "1").base(2020, "100", "1");
  unit.whole(2019, Carrier::electricity, "10000").whole(2020, Carrier::electricity, "10000");
  SECTION("counts where the rubric allows it") {
    allow_quota(unit);
    const TargetResult target = unit.target(kPerCapitaEnergy, "1.4", "1229").compute().targets.at(0);
    CHECK(target.met == Met::yes);
    CHECK(target.met_by_quota);
    CHECK(target.gap == number("0"));
  }
  SECTION("exceeded") {
    allow_quota(unit);
    const TargetResult target = unit.target(kPerCapitaEnergy, "", "1228.99").compute().targets.at(0);
    CHECK(target.met == Met::no);
    CHECK(target.gap == number("0.01"));
  }
  SECTION("does not count elsewhere") {
    const TargetResult target = unit.target(kPerCapitaEnergy, "1.4", "1229").compute().targets.at(0);
    CHECK(target.met == Met::no);
    CHECK(target.quota == number("1229"));
  }
}

TEST_CASE("the rate is a positive number") {
  SampleUnit unit = water("90");
  CHECK(unit.target(kPerCapitaWater, "-1.4").compute().targets.at(0).met == Met::unknown);
  CHECK(unit.with("target-negative").size() == 1);
}
