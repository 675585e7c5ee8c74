#include "energy/carriers.h"

#include "office/carriers.h"

namespace lvce {
namespace {

std::optional<Decimal> litres_in_kilograms(Carrier carrier, const Decimal& kilograms, const FactorSet& factors) {
  const auto density = factors.density.find(carrier);
  if (density == factors.density.end()) return std::nullopt;
  return kilograms.divided_by(density->second.value);
}

std::optional<Decimal> mass_in(Carrier carrier, const Decimal& tonnes, const FactorSet& factors) {
  switch (facts_of(carrier).base) {
    case BaseUnit::tonne:
    case BaseUnit::tce: return tonnes;
    case BaseUnit::litre: return litres_in_kilograms(carrier, tonnes * Decimal(1000), factors);
    case BaseUnit::m3: return carrier == Carrier::water ? std::optional(tonnes) : std::nullopt;
    case BaseUnit::kwh:
    case BaseUnit::gigajoule: return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Decimal> only_for(Carrier carrier, BaseUnit base, Decimal factor) {
  return facts_of(carrier).base == base ? std::optional(std::move(factor)) : std::nullopt;
}

}  // namespace

std::optional<Carrier> parent_of(Carrier carrier) { return facts_of(carrier).parent; }

bool counts_in_total(Carrier carrier) { return facts_of(carrier).in_total; }

std::string carbon_factor_name(Carrier carrier) {
  return carrier == Carrier::electricity ? "电网碳排放因子" : std::string(carrier_name(carrier)) + "碳排放因子";
}

std::optional<Decimal> base_units_in(Carrier carrier, QuantityUnit unit, const FactorSet& factors) {
  static const Decimal kGigajoulesInTenThousandKcal = *Decimal::parse("0.041868");  // 1 kcal = 4.1868 kJ
  static const Decimal kThousandth = *Decimal::parse("0.001");
  switch (unit) {
    case QuantityUnit::kwh: return only_for(carrier, BaseUnit::kwh, 1);
    case QuantityUnit::ten_thousand_kwh: return only_for(carrier, BaseUnit::kwh, 10000);
    case QuantityUnit::megawatt_hour: return only_for(carrier, BaseUnit::kwh, 1000);
    case QuantityUnit::m3: return only_for(carrier, BaseUnit::m3, 1);
    case QuantityUnit::ten_thousand_m3: return only_for(carrier, BaseUnit::m3, 10000);
    case QuantityUnit::tonne: return mass_in(carrier, 1, factors);
    case QuantityUnit::kilogram: return mass_in(carrier, kThousandth, factors);
    case QuantityUnit::litre: return only_for(carrier, BaseUnit::litre, 1);
    case QuantityUnit::gigajoule: return only_for(carrier, BaseUnit::gigajoule, 1);
    case QuantityUnit::million_kcal_10k: return only_for(carrier, BaseUnit::gigajoule, kGigajoulesInTenThousandKcal);
    case QuantityUnit::tce: return only_for(carrier, BaseUnit::tce, 1);
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
