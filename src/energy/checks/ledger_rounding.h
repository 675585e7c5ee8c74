// What rounding may have taken from the figures of 能耗台账. Private to energy/.
#pragma once

#include "energy/checks/checks.h"

namespace lvce {

/// Half a unit of the last decimal that the carrier's column uses, in its base unit: whole litres where other ledgers have decimals.
Decimal ledger_rounding(const CheckInput& input, Carrier carrier);

}  // namespace lvce
