// Units of the ledger's carriers: what a unit is to a carrier, and which ones a title or a header names. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "office/dossier.h"

namespace lvce::formats {

/// How a quantity in `unit` is brought to one that the ledger's column of this carrier may have: that unit, and the tens to multiply with.
struct LedgerUnit {
  std::string unit;
  int tens = 0;
};
/// Nothing for a unit that the carrier is not given in. An empty unit is the carrier's own.
std::optional<LedgerUnit> ledger_unit(const std::string& carrier, const std::string& unit);

/// One spelling for one unit: 度 and kWh are 千瓦时.
std::string canonical_unit(const std::string& unit);

/// Units of a carrier that a text names: in brackets, behind a slash, behind 单位：, or as the whole text. In the order of the text.
std::vector<std::string> units_in(const std::string& text, Carrier carrier);

}  // namespace lvce::formats
