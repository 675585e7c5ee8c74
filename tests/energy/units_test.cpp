// Units of columns become base units.
#include <catch2/catch.hpp>

#include "energy/sample_unit.h"

using namespace lvce;
using lvce::test::number;
using lvce::test::SampleUnit;

namespace {

std::optional<Decimal> quantity(Carrier carrier, QuantityUnit typed, const std::string& value) {
  SampleUnit unit;
  unit.whole(2020, carrier, value).unit(carrier, typed);
  return unit.compute().years.at(2020).carriers.at(carrier).quantity;
}

}  // namespace

TEST_CASE("typed units become base units") {
  CHECK(quantity(Carrier::electricity, QuantityUnit::ten_thousand_kwh, "85.5") == number("855000"));
  CHECK(quantity(Carrier::electricity, QuantityUnit::megawatt_hour, "85.5") == number("85500"));
  CHECK(quantity(Carrier::natural_gas, QuantityUnit::ten_thousand_m3, "1.2") == number("12000"));
  CHECK(quantity(Carrier::water, QuantityUnit::tonne, "300") == number("300"));
  CHECK(quantity(Carrier::raw_coal, QuantityUnit::kilogram, "1500") == number("1.5"));
  CHECK(quantity(Carrier::heat, QuantityUnit::million_kcal_10k, "1000") == number("41.868"));
  CHECK(quantity(Carrier::other, QuantityUnit::tce, "2") == number("2"));
}

TEST_CASE("tonnes of petrol become litres by the set's density and come back as the same standard coal") {
  SampleUnit unit;
  unit.whole(2020, Carrier::petrol, "7.3").unit(Carrier::petrol, QuantityUnit::tonne);
  const CarrierYear petrol = unit.compute().years.at(2020).carriers.at(Carrier::petrol);
  CHECK(petrol.quantity == number("10000"));  // 7300 kg / 0.73
  CHECK(petrol.kgce == number("10741.22"));   // 7300 × 1.4714
  CHECK(petrol.carbon_t == number("21.79"));
}

TEST_CASE("a unit that does not fit its carrier is an error and the figure is unknown") {
  SampleUnit unit;
  unit.whole(2020, Carrier::electricity, "5").unit(Carrier::electricity, QuantityUnit::litre);
  const EnergyReport report = unit.compute();
  CHECK_FALSE(report.years.at(2020).carriers.at(Carrier::electricity).quantity.has_value());
  CHECK_FALSE(report.years.at(2020).total_kgce.has_value());
  REQUIRE(unit.with("ledger-unit-unfit").size() == 1);
  CHECK(unit.with("ledger-unit-unfit")[0].severity == Severity::error);
}
