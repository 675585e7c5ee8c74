#include "energy/carriers.h"

namespace lvce {
namespace {

enum class Base { kwh, m3, tonne, litre, gigajoule, tce };

Base base_of(Carrier carrier) {
  switch (carrier) {
    case Carrier::electricity:
    case Carrier::resold_electricity:
    case Carrier::own_solar:
    case Carrier::green_electricity: return Base::kwh;
    case Carrier::water:
    case Carrier::natural_gas: return Base::m3;
    case Carrier::heat: return Base::gigajoule;
    case Carrier::other: return Base::tce;
    case Carrier::raw_coal:
    case Carrier::heating_coal:
    case Carrier::lpg:
    case Carrier::coke: return Base::tonne;
    default: return Base::litre;
  }
}

std::optional<Decimal> litres_in_kilograms(Carrier carrier, const Decimal& kilograms, const FactorSet& factors) {
  const auto density = factors.density.find(carrier);
  if (density == factors.density.end()) return std::nullopt;
  return kilograms.divided_by(density->second.value);
}

std::optional<Decimal> mass_in(Carrier carrier, const Decimal& tonnes, const FactorSet& factors) {
  switch (base_of(carrier)) {
    case Base::tonne: return tonnes;
    case Base::litre: return litres_in_kilograms(carrier, tonnes * Decimal(1000), factors);
    case Base::tce: return tonnes;
    case Base::m3: return carrier == Carrier::water ? std::optional(tonnes) : std::nullopt;
    default: return std::nullopt;
  }
}

std::optional<Decimal> only_for(Carrier carrier, Base base, Decimal factor) {
  return base_of(carrier) == base ? std::optional(std::move(factor)) : std::nullopt;
}

}  // namespace

std::optional<Carrier> parent_of(Carrier carrier) {
  switch (carrier) {
    case Carrier::heating_coal: return Carrier::raw_coal;
    case Carrier::official_petrol: return Carrier::petrol;
    case Carrier::official_diesel: return Carrier::diesel;
    case Carrier::green_electricity: return Carrier::electricity;
    default: return std::nullopt;
  }
}

bool counts_in_total(Carrier carrier) { return carrier != Carrier::water && !parent_of(carrier); }

bool is_liquid_fuel(Carrier carrier) { return base_of(carrier) == Base::litre; }

std::optional<Decimal> base_units_in(Carrier carrier, QuantityUnit unit, const FactorSet& factors) {
  static const Decimal kGigajoulesInTenThousandKcal = *Decimal::parse("0.041868");  // 1 kcal = 4.1868 kJ
  static const Decimal kThousandth = *Decimal::parse("0.001");
  switch (unit) {
    case QuantityUnit::kwh: return only_for(carrier, Base::kwh, 1);
    case QuantityUnit::ten_thousand_kwh: return only_for(carrier, Base::kwh, 10000);
    case QuantityUnit::m3: return only_for(carrier, Base::m3, 1);
    case QuantityUnit::ten_thousand_m3: return only_for(carrier, Base::m3, 10000);
    case QuantityUnit::tonne: return mass_in(carrier, 1, factors);
    case QuantityUnit::kilogram: return mass_in(carrier, kThousandth, factors);
    case QuantityUnit::litre: return only_for(carrier, Base::litre, 1);
    case QuantityUnit::gigajoule: return only_for(carrier, Base::gigajoule, 1);
    case QuantityUnit::million_kcal_10k: return only_for(carrier, Base::gigajoule, kGigajoulesInTenThousandKcal);
    case QuantityUnit::tce: return only_for(carrier, Base::tce, 1);
  }
  return std::nullopt;
}

std::optional<Carrier> carrier_by_name(std::string_view name) {
  for (const Carrier carrier : all_carriers()) {
    if (carrier_name(carrier) == name) return carrier;
  }
  return std::nullopt;
}

}  // namespace lvce
