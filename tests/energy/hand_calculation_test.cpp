// Two years with every carrier, worked out by hand.
#include <catch2/catch.hpp>

#include "energy/sample_unit.h"

using namespace lvce;
using lvce::test::number;
using lvce::test::SampleUnit;

namespace {

/// The base year and, with other electricity, water and heat, the energy year.
void fill(SampleUnit& unit, int year, const std::string& electricity, const std::string& water, const std::string& heat) {
  unit.whole(year, Carrier::electricity, electricity)
      .whole(year, Carrier::water, water)
      .whole(year, Carrier::raw_coal, "20")
      .whole(year, Carrier::heating_coal, "15")
      .whole(year, Carrier::natural_gas, "8000")
      .whole(year, Carrier::lpg, "0.5")
      .whole(year, Carrier::petrol, "12000")
      .whole(year, Carrier::official_petrol, "10000")
      .whole(year, Carrier::diesel, "3000")
      .whole(year, Carrier::official_diesel, "1000")
      .whole(year, Carrier::heat, heat)
      .whole(year, Carrier::other, "0")
      .whole(year, Carrier::kerosene, "100")
      .whole(year, Carrier::fuel_oil, "200")
      .whole(year, Carrier::coke, "0")
      .whole(year, Carrier::resold_electricity, "50000")
      .whole(year, Carrier::own_solar, "30000")
      .whole(year, Carrier::green_electricity, "40000")
      .base(year, "12000", "180")
      .vehicles(year, "15", "10");
}

SampleUnit sample() {
  SampleUnit unit;
  unit.item("煤种", "烟煤");
  fill(unit, 2019, "900000", "4500", "3000");
  fill(unit, 2020, "850000", "4320", "2900");
  return unit;
}

}  // namespace

// Standard coal of 2019 in kg:
//   电            900000 × 0.1229                = 110610
//   转供电        −50000 × 0.1229                =  −6145
//   自发自用光伏   30000 × 0.1229                =   3687
//   原煤          20 × 1000 × 0.7143             =  14286      (其中采暖用煤 15 t is part of it)
//   天然气        8000 × 1.33                    =  10640
//   液化石油气    0.5 × 1000 × 1.7143            =    857.15
//   汽油          12000 × 0.73 × 1.4714          =  12889.464
//   柴油          3000 × 0.86 × 1.4571           =   3759.318
//   热力          3000 × 34.12                   = 102360
//   煤油          100 × 0.82 × 1.4714            =    120.6548
//   燃料油        200 × 0.92 × 1.4286            =    262.8624
//   其他能源, 焦炭 0; 绿电 is part of 电; water is never converted
//   total                                        = 253327.4492
//   公务用车      10000 × 0.73 × 1.4714 + 1000 × 0.86 × 1.4571 = 10741.22 + 1253.106 = 11994.326
//   building                                     = 241333.1232
TEST_CASE("standard coal of all carriers, by hand") {
  SampleUnit unit = sample();
  const EnergyReport report = unit.compute();
  const YearFigures& year = report.years.at(2019);
  CHECK(year.carriers.at(Carrier::electricity).kgce == number("110610"));
  CHECK(year.carriers.at(Carrier::resold_electricity).kgce == number("-6145"));
  CHECK(year.carriers.at(Carrier::own_solar).kgce == number("3687"));
  CHECK(year.carriers.at(Carrier::raw_coal).kgce == number("14286"));
  CHECK(year.carriers.at(Carrier::heating_coal).kgce == number("10714.5"));
  CHECK(year.carriers.at(Carrier::natural_gas).kgce == number("10640"));
  CHECK(year.carriers.at(Carrier::lpg).kgce == number("857.15"));
  CHECK(year.carriers.at(Carrier::petrol).kgce == number("12889.464"));
  CHECK(year.carriers.at(Carrier::diesel).kgce == number("3759.318"));
  CHECK(year.carriers.at(Carrier::heat).kgce == number("102360"));
  CHECK(year.carriers.at(Carrier::kerosene).kgce == number("120.6548"));
  CHECK(year.carriers.at(Carrier::fuel_oil).kgce == number("262.8624"));
  CHECK_FALSE(year.carriers.at(Carrier::water).kgce.has_value());
  CHECK_FALSE(year.carriers.at(Carrier::green_electricity).kgce.has_value());
  CHECK(year.total_kgce == number("253327.4492"));
  CHECK(year.official_vehicle_kgce == number("11994.326"));
  CHECK(year.building_kgce == number("241333.1232"));
}

// Carbon of 2019 in t, grid of 山西 2021 (no table year ≤ 2020): 0.7222 kg/kWh:
//   电 900000 × 0.0007222 = 649.98 · 转供电 −36.11 · 光伏 0 · 烟煤 20 × 2.174 = 43.48 · 天然气 8000 × 0.002184 = 17.472
//   液化石油气 500 kg × 0.003166 = 1.583 · 汽油 12000 × 0.002179 = 26.148 · 柴油 3000 × 0.002718 = 8.154 · 热力 3000 × 0.11 = 330
//   煤油 100 × 0.002539 = 0.2539 · 燃料油 200 × 0.002978 = 0.5956
//   total = 1041.5565; 公务用车 10000 × 0.002179 + 1000 × 0.002718 = 24.508; building = 1017.0485
TEST_CASE("carbon of all carriers, by hand") {
  SampleUnit unit = sample();
  const EnergyReport report = unit.compute();
  const YearFigures& year = report.years.at(2019);
  CHECK(year.carriers.at(Carrier::electricity).carbon_t == number("649.98"));
  CHECK(year.carriers.at(Carrier::lpg).carbon_t == number("1.583"));
  CHECK(year.carriers.at(Carrier::own_solar).carbon_t == number("0"));
  CHECK(year.carbon_t == number("1041.5565"));
  CHECK(year.building_carbon_t == number("1017.0485"));
}

// 2020: 电 850000 → 104465; 热力 2900 → 98948. Total = 253327.4492 − 6145 − 3412 = 243770.4492; building 231776.1232.
TEST_CASE("intensities of both years, by hand") {
  SampleUnit unit = sample();
  const EnergyReport report = unit.compute();
  const YearFigures& base = report.years.at(2019);
  const YearFigures& year = report.years.at(2020);
  CHECK(year.total_kgce == number("243770.4492"));
  CHECK(year.building_kgce == number("231776.1232"));
  CHECK(base.per_capita_kgce->text(4) == "1407.3747");        // 253327.4492 / 180
  CHECK(year.per_capita_kgce->text(4) == "1354.2803");        // 243770.4492 / 180
  CHECK(base.per_area_kgce->text(4) == "20.1111");            // 241333.1232 / 12000
  CHECK(year.per_capita_water_m3 == number("24"));            // 4320 / 180
  CHECK(base.per_area_carbon_kg->text(4) == "84.7540");       // 1017048.5 / 12000 = 84.75404…
  CHECK(year.per_capita_kwh->text(2) == "4611.11");           // (850000 − 50000 + 30000) / 180
  CHECK(year.litres_per_vehicle == number("1000"));           // (12000 + 3000) / 15
  CHECK(year.litres_per_official_vehicle == number("1100"));  // (10000 + 1000) / 10
  CHECK(is_complete(unit.findings));
}

TEST_CASE("a used fuel without a carbon factor leaves carbon unknown, not the coal") {
  SampleUnit unit = sample();
  unit.whole(2020, Carrier::coke, "1");
  const YearFigures year = unit.compute().years.at(2020);
  CHECK(year.total_kgce == number("244741.8492"));  // + 1 × 1000 × 0.9714
  CHECK_FALSE(year.carbon_t.has_value());
  REQUIRE(unit.with("factor-missing").size() == 1);
  CHECK(unit.with("factor-missing")[0].hint.find("焦炭碳排放因子") != std::string::npos);
}

TEST_CASE("raw coal asks for its kind") {
  SampleUnit unit = sample();
  unit.item("煤种", "");
  const YearFigures year = unit.compute().years.at(2020);
  CHECK(year.total_kgce == number("243770.4492"));
  CHECK_FALSE(year.carbon_t.has_value());
  CHECK(unit.with("coal-kind-missing").size() == 1);
}

TEST_CASE("the water denominator is the rubric's") {
  SampleUnit unit = sample();
  unit.rubric.water = WaterDenominator::water_users;
  unit.base_row(2020).water_users.value = number("200");
  CHECK(unit.compute().years.at(2020).per_capita_water_m3 == number("21.6"));
}
