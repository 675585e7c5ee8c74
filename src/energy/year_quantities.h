// Quantities of every carrier and year from the ledger's rows, by the rules on blanks (design §2.2). Private to energy/.
#pragma once

#include <map>

#include "energy/energy.h"

namespace lvce {

/// Findings: months without a row, blank and doubled months, a year's row that differs, units that do not fit, carriers not used.
/// A month without any figure is missing only where its year is the energy, base or form year; elsewhere (the running year) it is a note.
std::map<int, std::map<Carrier, CarrierYear>> collect_quantities(const Workbook& workbook, const FactorSet& factors, const Years& years, Findings& findings);

}  // namespace lvce
