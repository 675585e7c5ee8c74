// Fuels of vehicles stand in the table of carriers; the data that name them know the same ones.
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>

#include "office/carriers.h"
#include "paths.h"
#include "support/files.h"
#include "support/text.h"

using namespace lvce;

namespace {

using Names = std::set<std::string>;

/// The line of a file below templates/ that holds `mark`, which one does.
std::string line_with(const std::string& file, const std::string& mark) {
  std::string found;
  for (const std::string& line : split(read_file(std::filesystem::path(kSourceFolder) / "templates" / file, 1 << 20).value(), '\n')) {
    if (line.find(mark) == std::string::npos) continue;
    CHECK(found.empty());
    found = line;
  }
  return found;
}

/// What stands behind `before` up to `end`, each time.
Names named_in(const std::string& line, const std::string& before, const std::string& end) {
  Names out;
  for (std::size_t at = line.find(before); at != std::string::npos; at = line.find(before, at + 1)) {
    const std::size_t begin = at + before.size();
    out.insert(line.substr(begin, line.find(end, begin) - begin));
  }
  return out;
}

}  // namespace

TEST_CASE("what official vehicles burn is part of a fuel, in its unit", "[carriers]") {
  REQUIRE(kVehicleFuels.size() == 2);
  CHECK(kVehicleFuels[0].fuel == Carrier::petrol);
  CHECK(kVehicleFuels[1].fuel == Carrier::diesel);
  for (const auto& [fuel, official] : kVehicleFuels) {
    INFO(std::string(carrier_name(official)));
    CHECK(facts_of(official).parent == fuel);
    CHECK(facts_of(official).base == facts_of(fuel).base);
    CHECK(official_part_of(fuel) == official);
  }
  CHECK(kUsualFuelUnit == "升");
  CHECK(vehicle_fuel_in("0号柴油")->official == Carrier::official_diesel);
  CHECK_FALSE(vehicle_fuel_in("电"));
  CHECK_FALSE(official_part_of(Carrier::natural_gas));
  CHECK_FALSE(official_part_of(Carrier::raw_coal));  // heating coal is a part, and of buildings
}

TEST_CASE("the calculation sheet divides the litres of all fuels of vehicles, and of official ones", "[carriers]") {
  Names fuels, official;
  for (const VehicleFuel& one : kVehicleFuels) {
    if (facts_of(one.fuel).base != BaseUnit::litre) continue;
    fuels.insert(std::string(carrier_name(one.fuel)));
    official.insert(std::string(carrier_name(one.official)));
  }
  const std::string of_year = "N({q.{{year.year}}.";
  CHECK(named_in(line_with("energy/energy.yaml", "value: year.litres_per_vehicle"), of_year, "}") == fuels);
  CHECK(named_in(line_with("energy/energy.yaml", "value: year.litres_per_official"), of_year, "}") == official);
}

TEST_CASE("the workbook has a column for each fuel of vehicles and its official part", "[carriers]") {
  for (const VehicleFuel& one : kVehicleFuels) {
    for (const Carrier carrier : {one.fuel, one.official}) {
      INFO(std::string(carrier_name(carrier)));
      CHECK_FALSE(line_with("workbook.yaml", "header: " + std::string(carrier_name(carrier)) + "（" + std::string(carrier_unit(carrier))).empty());
    }
  }
}

TEST_CASE("公务用车台账 offers the fuels of vehicles, and electricity, and no other", "[carriers]") {
  Names fuels = {"电"};
  for (const VehicleFuel& one : kVehicleFuels) fuels.insert(std::string(carrier_name(one.fuel)));
  Names offered;
  for (const std::string& listed : named_in(line_with("workbook.yaml", "header: 燃料,"), "choices: [", "]")) {
    for (const std::string& name : split(listed, ',')) offered.insert(trim(name));
  }
  CHECK(offered == fuels);  // a fuel is one of kVehicleFuels by its 其中公务用车… (of_vehicles in office/carriers.h)
}
