#include "office/carriers.h"

#include <catch2/catch.hpp>

using namespace lvce;

TEST_CASE("what is part of another row is never added, and is converted as that row is", "[carriers]") {
  for (const CarrierFacts& facts : kCarriers) {
    INFO(std::string(facts.name));
    if (facts.parent) CHECK_FALSE(facts.in_total);
    if (facts.parent && facts.factors_of) CHECK(facts.factors_of == facts.parent);
    if (facts.in_total) CHECK(facts.factors_of);
    if (facts.factors_of) CHECK(facts_of(*facts.factors_of).base == facts.base);
  }
}

TEST_CASE("a header may always name the base unit, which comes first", "[carriers]") {
  for (const CarrierFacts& facts : kCarriers) {
    INFO(std::string(facts.name));
    CHECK(facts.units.front().text == facts.unit);
  }
}

TEST_CASE("resold electricity is taken off, own solar power has no carbon, green electricity is part of the bought", "[carriers]") {
  CHECK(facts_of(Carrier::resold_electricity).sign == -1);
  CHECK(facts_of(Carrier::own_solar).carbon_free);
  CHECK(facts_of(Carrier::own_solar).in_total);
  CHECK(facts_of(Carrier::green_electricity).parent == Carrier::electricity);
  CHECK_FALSE(facts_of(Carrier::water).in_total);
}
