// A stretch of months of one year, compared with the same months of another.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "energy/energy.h"

namespace lvce {

struct Period {
  int year = 0;
  int base_year = 0;
  int first = 1, last = 12;  ///< months, both counted
  std::string name;          ///< "2020年第一季度"
  bool whole_year() const { return first == 1 && last == 12; }
};

/// The four quarters, or both halves.
std::vector<Period> quarters_of(int year);
std::vector<Period> halves_of(int year);

/// A carrier's sum over the period in base units; nothing when a month is blank. A whole year is the ledger's own figure.
std::optional<Decimal> quantity_in(const EnergyReport& report, int year, const Period& period, Carrier carrier);
/// Its standard coal as the energy report works it out (what was passed on is negative); nothing for water, 其中 rows and unknown quantities.
std::optional<Decimal> kgce_in(const EnergyReport& report, int year, const Period& period, Carrier carrier);
/// Of all carriers in use; nothing when one is unknown. Heat billed by floor area has no months: it is in whole years only.
std::optional<Decimal> total_kgce_in(const EnergyReport& report, int year, const Period& period);

/// Carriers with a figure in the year, in the workbook's order.
std::vector<Carrier> carriers_used(const EnergyReport& report, int year);
/// Nothing: blank.
std::optional<Decimal> month_quantity(const EnergyReport& report, int year, Carrier carrier, int month);
/// Which carriers in use are blank in which months of the period: "电5月；汽油、柴油4—6月", "各项6月"; empty: none.
std::string blank_words(const EnergyReport& report, const Period& period);
/// The cells of those (of a month that has no row: the sheet).
std::vector<Place> blank_cells(const EnergyReport& report, const Workbook& workbook, const Period& period);
/// Whether any month of the period has a figure.
bool has_months(const EnergyReport& report, const Period& period);

}  // namespace lvce
