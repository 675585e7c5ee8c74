// What the carriers of the ledger are to each other, and how typed quantities become base units. Private to energy/.
#pragma once

#include <optional>
#include <string>

#include "energy/energy.h"

namespace lvce {

/// The row that an 其中 row (or 绿电) is part of; nothing for the others.
std::optional<Carrier> parent_of(Carrier carrier);
/// Whether the carrier's kgce and carbon belong in a total: not water, not a part of another row.
bool counts_in_total(Carrier carrier);
/// Its carbon factor as 折算系数 names it: 电网碳排放因子, 天然气碳排放因子.
std::string carbon_factor_name(Carrier carrier);

/// Base units in one typed unit: 10000 for 万千瓦时, 1000 / density for tonnes of petrol. Nothing when the unit does not fit the carrier.
std::optional<Decimal> base_units_in(Carrier carrier, QuantityUnit unit, const FactorSet& factors);

/// The carrier with this Chinese name.
std::optional<Carrier> carrier_by_name(std::string_view name);

}  // namespace lvce
