// Meters that are read every few months: a figure in the month of reading, 0 in those between. Private to energy/.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "energy/energy.h"

namespace lvce {

struct MeterReading {
  int month = 0;
  int covers = 1;   ///< months
  Decimal a_month;  ///< of the reading
};

struct MeterRhythm {
  std::vector<MeterReading> readings;  ///< in order, two at least
  std::set<int> between;               ///< months whose 0 the next reading makes up for
};

/// The rhythm of a year, where its zeros lie between readings: every second, third or sixth month, or, where that changes, readings that make up
/// for the zeros before them (most of them must: a month that was forgotten is not made up for). Nothing for others, and where a month is not known.
/// What makes up is 1.35 times the readings around it at least, and nearer to the months together than to its own month alone, as a neighbouring year has them,
/// else as the readings beside it are. `before` and `after` are the neighbouring years, null where there is none; a first reading may cover months of the year
/// before.
std::optional<MeterRhythm> rhythm_of(const CarrierYear* before, const CarrierYear& figures, const CarrierYear* after);

}  // namespace lvce
