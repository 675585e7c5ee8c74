// Readings that the ledger leaves open and the contract settles, each worked out by hand.
#include <catch2/catch.hpp>

#include "sample_unit.h"

using namespace lvce;
using lvce::test::SampleUnit;

namespace {

Decimal settled(const char* text) { return *Decimal::parse(text); }

}  // namespace

TEST_CASE("a part of 0 whose whole is blank is not used") {
  SampleUnit unit;
  unit.whole(2020, Carrier::natural_gas, "10").whole(2020, Carrier::electricity, "");
  for (const Carrier part : {Carrier::green_electricity, Carrier::resold_electricity, Carrier::official_petrol, Carrier::heating_coal})
    unit.whole(2020, part, "0");
  const EnergyReport report = unit.compute();
  CHECK(report.years.at(2020).total_kgce == settled("13.3"));  // 10 × 1.33
  CHECK(unit.with("part-without-parent").empty());
}

TEST_CASE("a part in some months only, where there are no official vehicles, is not used") {
  SampleUnit unit;
  unit.base(2020, "1000", "10").vehicles(2020, "0", "0").months(2020, Carrier::petrol, "5");
  unit.months(2020, Carrier::official_petrol, "").month(2020, 1, Carrier::official_petrol, "1");
  const EnergyReport report = unit.compute();
  CHECK(report.years.at(2020).building_kgce == report.years.at(2020).total_kgce);
  CHECK(report.years.at(2020).building_kgce.has_value());
  CHECK(unit.with("ledger-cell-missing").empty());
  CHECK(unit.with("part-without-vehicles").size() == 1);
}

TEST_CASE("tonnes of diesel are litres of 0.86 for carbon, whatever density the set prints") {
  SampleUnit unit;
  unit.rubric.factor_set = "xinjiang-form-2023";
  unit.item("省份", "新疆").whole(2020, Carrier::diesel, "1").unit(Carrier::diesel, QuantityUnit::tonne);
  const CarrierYear diesel = unit.compute().years.at(2020).carriers.at(Carrier::diesel);
  CHECK(diesel.kgce == settled("1457.1"));      // 1000 × 1.4571
  CHECK(diesel.carbon_t->text(4) == "3.1605");  // 1000 ÷ 0.86 × 0.002718
}

TEST_CASE("no gap is told from a base of 0") {
  SampleUnit unit;
  unit.target("人均综合能耗", "1");
  unit.base(2019, "1000", "10").base(2020, "1000", "10");
  unit.whole(2019, Carrier::electricity, "0").whole(2020, Carrier::electricity, "100");
  for (const TargetResult& target : unit.compute().targets) CHECK_FALSE(target.gap.has_value());
}
