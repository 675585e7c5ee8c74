// lvce map: what is understood of an office's own ledgers, as series of months and as a mapping to confirm.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "support/decimal.h"
#include "support/finding.h"

namespace lvce {

inline constexpr const char* kProposedMapping = "映射（待确认）.yaml";

/// One carrier in one year.
struct LedgerSeries {
  std::string carrier;  ///< 电
  int year = 0;
  std::string file, sheet, range;
  int months = 0;  ///< 0: one figure for the whole year
  Decimal sum;     ///< in `unit`
  std::string unit;
  std::optional<Decimal> printed_total;
  bool agrees = false;  ///< the printed total is the sum
  std::string line;     ///< all of it in words
};

struct LedgerLeftOut {
  std::string place, header, why;
};

struct LedgerLayout {
  std::vector<LedgerSeries> series;
  std::vector<LedgerLeftOut> left_out;
  std::vector<std::string> questions;
  std::string mapping;  ///< YAML; empty where nothing was found
  Findings findings;    ///< files that could not be read
};

/// Looks through the spreadsheets of the unit folder and of its 能耗 folder; sheets of the contract's own form are not looked at. Writes nothing.
LedgerLayout understand_ledgers(const std::filesystem::path& folder);

}  // namespace lvce
