// Factor sets, the grid's figure, overrides.
#include <catch2/catch.hpp>

#include "energy/sample_unit.h"

using namespace lvce;
using lvce::test::number;
using lvce::test::SampleUnit;

namespace {

Factor grid_of(const std::string& province, int energy_year) {
  SampleUnit unit;
  unit.item("省份", province);
  unit.years.energy = energy_year;
  return unit.factors().carbon.at(Carrier::electricity);
}

}  // namespace

TEST_CASE("the grid's figure is the province's latest not after the energy year") {
  CHECK(grid_of("山西省", 2022).value == number("0.0007096"));
  CHECK(grid_of("山西", 2030).value == number("0.0006634"));
  CHECK(grid_of("内蒙古自治区", 2021).value == number("0.0007025"));
  CHECK(grid_of("新疆生产建设兵团", 2023).value == number("0.0006021"));
  CHECK(grid_of("西藏自治区", 2022).value == number("0.0002472"));
  CHECK(grid_of("", 2023).name == "电网（全国，2023）");
}

TEST_CASE("a table that begins later is used and said") {
  SampleUnit unit;
  const FactorSet set = unit.factors();
  CHECK(set.carbon.at(Carrier::electricity).name == "电网（山西，2021）");
  CHECK(unit.with("grid-year-later").size() == 1);
  REQUIRE_FALSE(set.remarks.empty());
}

TEST_CASE("a province nobody knows is a warning and the nation's figure") {
  SampleUnit unit;
  unit.item("省份", "江南道");
  CHECK(unit.factors().carbon.at(Carrier::electricity).name == "电网（全国，2021）");
  CHECK(unit.with("province-unknown").size() == 1);
  CHECK(unit.with("factor-not-confirmed").size() == 1);  // the nation's 2021 figure
}

TEST_CASE("figures that are not confirmed keep their mark") {
  SampleUnit unit;
  const FactorSet set = unit.factors();
  CHECK(set.coal.at(Carrier::lpg).sureness == "N");
  CHECK(set.area_heat->sureness == "N");
  CHECK(set.coal.at(Carrier::electricity).sureness == "C");
}

TEST_CASE("the Xinjiang form is kept as printed, with a warning on what is used") {
  SampleUnit unit;
  unit.rubric.factor_set = "xinjiang-form-2023";
  unit.whole(2020, Carrier::diesel, "1000").whole(2020, Carrier::official_diesel, "0");
  const EnergyReport report = unit.compute();
  CHECK(report.years.at(2020).carriers.at(Carrier::diesel).kgce == number("1398.816"));  // 1000 × 0.96 × 1.4571
  CHECK(report.factors.coal.at(Carrier::heat).value == number("34.1"));
  CHECK_FALSE(report.factors.coal.contains(Carrier::lpg));
  CHECK(report.factors.coal.contains(Carrier::kerosene));
  REQUIRE(unit.with("factor-doubtful").size() == 1);
  CHECK(unit.with("factor-doubtful")[0].message.find("0.96") != std::string::npos);
}

TEST_CASE("who gives a doubtful figure of their own is not warned of ours") {
  SampleUnit unit;
  unit.rubric.factor_set = "xinjiang-form-2023";
  unit.whole(2020, Carrier::diesel, "1000").override_factor("柴油密度", "0.85", "kg/L", "检测报告");
  CHECK(unit.factors().multiplier.at(Carrier::diesel) == number("0.85"));
  CHECK(unit.with("factor-doubtful").empty());
}

TEST_CASE("an override with its source replaces the figure everywhere") {
  SampleUnit unit;
  unit.override_factor("电网碳排放因子", "0.6", "kgCO2/kWh", "省厅通知").override_factor("柴油密度", "0.84", "千克／升", "检测报告");
  unit.whole(2020, Carrier::diesel, "1000").whole(2020, Carrier::official_diesel, "1000").whole(2020, Carrier::electricity, "1000");
  const EnergyReport report = unit.compute();
  const auto& carriers = report.years.at(2020).carriers;
  CHECK(carriers.at(Carrier::electricity).carbon_t == number("0.6"));
  CHECK(carriers.at(Carrier::diesel).kgce == number("1223.964"));  // 1000 × 0.84 × 1.4571
  CHECK(carriers.at(Carrier::official_diesel).kgce == number("1223.964"));
  CHECK(report.factors.carbon.at(Carrier::electricity).overridden);
}

TEST_CASE("overrides that cannot be used") {
  SampleUnit unit;
  SECTION("unknown name lists the accepted ones") {
    unit.override_factor("煤气系数", "1", "kgce/m³", "甲");
    unit.factors();
    REQUIRE(unit.with("override-unknown").size() == 1);
    CHECK(unit.with("override-unknown")[0].severity == Severity::warning);
    CHECK(unit.with("override-unknown")[0].hint.find("电折标系数") != std::string::npos);
  }
  SECTION("wrong unit") {
    unit.override_factor("电折标系数", "0.3", "kgce/m³", "甲");
    CHECK(unit.factors().coal.count(Carrier::electricity) == 0);
    CHECK(unit.with("override-unit").size() == 1);
  }
  SECTION("no source") {
    unit.override_factor("电折标系数", "0.3", "kgce/kWh", " ");
    CHECK(unit.factors().coal.count(Carrier::electricity) == 0);  // neither it nor the set's own
    CHECK(unit.with("override-source").size() == 1);
  }
  SECTION("twice") {
    unit.override_factor("电折标系数", "0.3", "kgce/kWh", "甲").override_factor("电折标系数", "0.31", "kgce/kWh", "乙");
    CHECK(unit.factors().coal.count(Carrier::electricity) == 0);  // neither it nor the set's own
    CHECK(unit.with("override-twice").size() == 2);
  }
  SECTION("not positive") {
    unit.override_factor("汽油密度", "0", "kg/L", "甲");
    CHECK(unit.factors().density.count(Carrier::petrol) == 0);
    CHECK(unit.with("override-value").size() == 1);
  }
}

TEST_CASE("a factor set that is not there is an error and computes nothing") {
  SampleUnit unit;
  unit.rubric.factor_set = "../../etc/passwd";
  unit.whole(2020, Carrier::electricity, "1");
  CHECK_FALSE(unit.compute().years.at(2020).total_kgce.has_value());
  CHECK(unit.with("factor-set-unusable").size() == 1);
}

TEST_CASE("heat by floor area") {
  SampleUnit unit;
  unit.item("供热计量", "按面积");
  unit.whole(2019, Carrier::electricity, "0").whole(2020, Carrier::electricity, "0");
  unit.base(2019, "1000", "10").base(2020, "1000", "10");
  unit.base_row(2019).heated_area_m2.value = unit.base_row(2020).heated_area_m2.value = number("1000");
  SECTION("is estimated, and said to be") {
    const YearFigures year = unit.compute().years.at(2020);
    CHECK(year.total_kgce == number("30821"));             // 1000 × 31.45 × 0.98
    CHECK(year.area_heat_carbon_t->text(4) == "99.3643");  // 30821 / 34.12 × 0.11
    CHECK(unit.with("area-heat-estimated").size() == 1);
  }
  SECTION("never stands beside metered heat, and one compared year without either is not known") {
    unit.whole(2019, Carrier::heat, "100");
    const EnergyReport report = unit.compute();
    CHECK_FALSE(report.years.at(2020).total_kgce.has_value());
    CHECK(report.years.at(2019).total_kgce == number("3412"));  // 100 × 34.12
    CHECK(unit.with("area-heat-ignored").size() == 1);
    CHECK(unit.with("heat-one-year-only").size() == 1);
  }
  SECTION("needs the heated area") {
    unit.base_row(2020).heated_area_m2.value.reset();
    CHECK_FALSE(unit.compute().years.at(2020).total_kgce.has_value());
    CHECK(unit.with("heated-area-missing").size() == 1);
  }
}
