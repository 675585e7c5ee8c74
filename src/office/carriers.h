// All that is fixed about a carrier, once: a new one is a value of Carrier, a row here and its factors in rubrics/factors/. What it is called
// elsewhere: words of headers (workbook/sheets/header_names), of foreign ledgers (workbook/detect/words), of invoices (templates/invoices.yaml).
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "office/dossier.h"

namespace lvce {

/// What the quantities of a carrier are converted to.
enum class BaseUnit { kwh, m3, tonne, litre, gigajoule, tce };

/// A unit that a header may name (as header_unit() gives it), and how quantities below it are read.
struct UnitName {
  std::string_view text;
  QuantityUnit unit;
};

inline constexpr auto kPowerUnits = std::to_array<UnitName>({{"千瓦时", QuantityUnit::kwh},
                                                             {"度", QuantityUnit::kwh},
                                                             {"kwh", QuantityUnit::kwh},
                                                             {"万千瓦时", QuantityUnit::ten_thousand_kwh},
                                                             {"万度", QuantityUnit::ten_thousand_kwh},
                                                             {"万kwh", QuantityUnit::ten_thousand_kwh},
                                                             {"兆瓦时", QuantityUnit::megawatt_hour},
                                                             {"mwh", QuantityUnit::megawatt_hour}});
inline constexpr auto kWaterUnits = std::to_array<UnitName>({{"立方米", QuantityUnit::m3},
                                                             {"m3", QuantityUnit::m3},
                                                             {"吨", QuantityUnit::m3},
                                                             {"t", QuantityUnit::m3},
                                                             {"方", QuantityUnit::m3},
                                                             {"万立方米", QuantityUnit::ten_thousand_m3},
                                                             {"万m3", QuantityUnit::ten_thousand_m3},
                                                             {"万吨", QuantityUnit::ten_thousand_m3}});
inline constexpr auto kGasUnits = std::to_array<UnitName>({{"立方米", QuantityUnit::m3},
                                                           {"m3", QuantityUnit::m3},
                                                           {"方", QuantityUnit::m3},
                                                           {"万立方米", QuantityUnit::ten_thousand_m3},
                                                           {"万m3", QuantityUnit::ten_thousand_m3}});
inline constexpr auto kMassUnits = std::to_array<UnitName>({{"吨", QuantityUnit::tonne},
                                                            {"t", QuantityUnit::tonne},
                                                            {"千克", QuantityUnit::kilogram},
                                                            {"公斤", QuantityUnit::kilogram},
                                                            {"kg", QuantityUnit::kilogram}});
inline constexpr auto kLiquidUnits = std::to_array<UnitName>({{"升", QuantityUnit::litre},
                                                              {"l", QuantityUnit::litre},
                                                              {"吨", QuantityUnit::tonne},
                                                              {"t", QuantityUnit::tonne},
                                                              {"千克", QuantityUnit::kilogram},
                                                              {"公斤", QuantityUnit::kilogram},
                                                              {"kg", QuantityUnit::kilogram}});
inline constexpr auto kHeatUnits = std::to_array<UnitName>(
    {{"吉焦", QuantityUnit::gigajoule}, {"gj", QuantityUnit::gigajoule}, {"百万千焦", QuantityUnit::gigajoule}, {"万大卡", QuantityUnit::million_kcal_10k}});
inline constexpr auto kCoalEquivalentUnits = std::to_array<UnitName>(
    {{"吨标准煤", QuantityUnit::tce}, {"吨标煤", QuantityUnit::tce}, {"tce", QuantityUnit::tce}});

struct CarrierFacts {
  Carrier carrier;
  std::string_view name;  ///< header of the ledger's column
  std::string_view unit;  ///< the base unit in words
  BaseUnit base;
  std::span<const UnitName> units;    ///< that a header may name
  std::optional<Carrier> parent;      ///< the row that it is part of: never added to totals
  bool of_vehicles;                   ///< the part of `parent` that official vehicles burn: never counted to buildings
  std::optional<Carrier> factors_of;  ///< whose factors convert it, itself mostly; nothing: it is not converted
  int sign;                           ///< of what it gives: −1 is taken off
  bool in_total;                      ///< its kgce and carbon belong in a total
  bool carbon_free;                   ///< takes no carbon factor from `factors_of`: its own, if any, is in the factor set
  bool on_form;                       ///< a row of the usual calculation form, also when not used
  std::string_view line;              ///< that row's name
};

/// In the order of Carrier, which is that of the papers.
inline constexpr std::array<CarrierFacts, kCarrierCount> kCarriers = {{
    {Carrier::electricity, "电", "千瓦时", BaseUnit::kwh, kPowerUnits, {}, false, Carrier::electricity, 1, true, false, true, "电消耗量"},
    {Carrier::water, "水", "立方米", BaseUnit::m3, kWaterUnits, {}, false, {}, 1, false, false, true, "水消耗量"},
    {Carrier::raw_coal, "原煤", "吨", BaseUnit::tonne, kMassUnits, {}, false, Carrier::raw_coal, 1, true, false, true, "原煤消耗量"},
    {Carrier::heating_coal, "其中采暖用煤", "吨", BaseUnit::tonne, kMassUnits, Carrier::raw_coal, false, Carrier::raw_coal, 1, false, false, true,
     "其中：采暖用煤消耗量"},
    {Carrier::natural_gas, "天然气", "立方米", BaseUnit::m3, kGasUnits, {}, false, Carrier::natural_gas, 1, true, false, true, "天然气消耗量"},
    {Carrier::lpg, "液化石油气", "吨", BaseUnit::tonne, kMassUnits, {}, false, Carrier::lpg, 1, true, false, true, "液化石油气消耗量"},
    {Carrier::petrol, "汽油", "升", BaseUnit::litre, kLiquidUnits, {}, false, Carrier::petrol, 1, true, false, true, "汽油消耗量"},
    {Carrier::official_petrol, "其中公务用车汽油", "升", BaseUnit::litre, kLiquidUnits, Carrier::petrol, true, Carrier::petrol, 1, false, false, true,
     "其中：公务用车消耗量"},
    {Carrier::diesel, "柴油", "升", BaseUnit::litre, kLiquidUnits, {}, false, Carrier::diesel, 1, true, false, true, "柴油消耗量"},
    {Carrier::official_diesel, "其中公务用车柴油", "升", BaseUnit::litre, kLiquidUnits, Carrier::diesel, true, Carrier::diesel, 1, false, false, true,
     "其中：公务用车消耗量"},
    {Carrier::heat, "热力", "吉焦", BaseUnit::gigajoule, kHeatUnits, {}, false, Carrier::heat, 1, true, false, true, "热力消耗量"},
    {Carrier::other, "其他能源", "吨标准煤", BaseUnit::tce, kCoalEquivalentUnits, {}, false, Carrier::other, 1, true, false, false, "其他能源消耗量"},
    {Carrier::kerosene, "煤油", "升", BaseUnit::litre, kLiquidUnits, {}, false, Carrier::kerosene, 1, true, false, false, "煤油消耗量"},
    {Carrier::fuel_oil, "燃料油", "升", BaseUnit::litre, kLiquidUnits, {}, false, Carrier::fuel_oil, 1, true, false, false, "燃料油消耗量"},
    {Carrier::coke, "焦炭", "吨", BaseUnit::tonne, kMassUnits, {}, false, Carrier::coke, 1, true, false, false, "焦炭消耗量"},
    {Carrier::resold_electricity, "转供电", "千瓦时", BaseUnit::kwh, kPowerUnits, {}, false, Carrier::electricity, -1, true, false, false, "减：转供电量"},
    {Carrier::own_solar, "自发自用光伏", "千瓦时", BaseUnit::kwh, kPowerUnits, {}, false, Carrier::electricity, 1, true, true, false, "自发自用光伏电量"},
    {Carrier::green_electricity, "绿电", "千瓦时", BaseUnit::kwh, kPowerUnits, Carrier::electricity, false, {}, 1, false, false, false, "其中：绿电"},
}};

constexpr const CarrierFacts& facts_of(Carrier carrier) { return kCarriers[static_cast<std::size_t>(carrier)]; }

constexpr bool carriers_stand_in_order() {
  for (std::size_t i = 0; i < kCarriers.size(); ++i) {
    if (kCarriers[i].carrier != static_cast<Carrier>(i)) return false;
  }
  return true;
}
static_assert(carriers_stand_in_order());

/// True where its quantity, with its sign, belongs to the electricity that the office itself used: 电 − 转供电 + 自发自用光伏.
constexpr bool is_own_electricity(const CarrierFacts& facts) { return facts.in_total && facts.factors_of == Carrier::electricity; }

/// A fuel that vehicles burn, and the row that says how much of it official ones did.
struct VehicleFuel {
  Carrier fuel;
  Carrier official;
};

constexpr std::size_t vehicle_fuel_count() {
  std::size_t count = 0;
  for (const CarrierFacts& facts : kCarriers) count += facts.of_vehicles ? 1 : 0;
  return count;
}

/// All of them, in the order of Carrier.
inline constexpr std::array<VehicleFuel, vehicle_fuel_count()> kVehicleFuels = [] {
  std::array<VehicleFuel, vehicle_fuel_count()> fuels{};
  std::size_t at = 0;
  for (const CarrierFacts& facts : kCarriers) {
    if (facts.of_vehicles) fuels[at++] = {*facts.parent, facts.carrier};
  }
  return fuels;
}();

/// What 加油量 is measured in where a row does not say of which fuel it is.
inline constexpr std::string_view kUsualFuelUnit = facts_of(kVehicleFuels.front().fuel).unit;

/// The fuel that a cell names (0号柴油); of several the last in the table. Nothing: none of them.
constexpr std::optional<VehicleFuel> vehicle_fuel_in(std::string_view typed) {
  std::optional<VehicleFuel> found;
  for (const VehicleFuel& one : kVehicleFuels) {
    if (typed.find(facts_of(one.fuel).name) != std::string_view::npos) found = one;
  }
  return found;
}

/// The row of official vehicles' part of a fuel; nothing where vehicles do not burn it.
constexpr std::optional<Carrier> official_part_of(Carrier fuel) {
  for (const VehicleFuel& one : kVehicleFuels) {
    if (one.fuel == fuel) return one.official;
  }
  return std::nullopt;
}

/// Converted by factors of its own.
constexpr bool has_own_factors(const CarrierFacts& facts) { return facts.factors_of == facts.carrier; }

}  // namespace lvce
