// What was understood of an office's own ledgers: series of months, what was left out, what must be asked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "workbook/detect/candidates.h"

namespace lvce::formats {

/// One carrier's year, put together of one or more places.
struct FoundSeries {
  Carrier carrier = Carrier::electricity;
  int year = 0;
  std::vector<std::size_t> parts;  ///< indexes into Layout::used
  int months = 0;                  ///< 0: one figure for the whole year
  Decimal sum;
  std::string unit;
  std::optional<PrintedTotal> printed;
  std::string printed_at;
  bool agrees = false;
  std::vector<std::string> remarks;
};

struct Layout {
  std::vector<Candidate> used;  ///< whose rules make the mapping
  std::vector<FoundSeries> series;
  std::vector<LeftOut> left_out;
  std::vector<std::string> questions;
  std::vector<Candidate> perhaps_official;  ///< fuels of `used` as those of official vehicles, if the office says that they are
};

Layout settle(SeriesCandidates found);

}  // namespace lvce::formats
