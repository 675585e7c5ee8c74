// Readings that go on from each other: meters, odometers. Which month a row belongs to can be told from them. Private to energy/.
#pragma once

#include <optional>
#include <vector>

#include "support/decimal.h"

namespace lvce {

/// More rows than this of one meter or vehicle, or more single rows in a ledger, are no slips of a pen: rows are not looked for there.
inline constexpr std::size_t kChainAtMost = 2000, kSinglesAtMost = 50;

struct ChainLink {
  std::optional<int> when;  ///< months since year 0
  std::optional<Decimal> from, to;

  bool reads() const { return from && to && *from != *to; }
  bool goes_on_to(const ChainLink& next) const { return to && next.from && *to == *next.from; }
};

/// The month between two links, in time, into which the row's readings fit, or the one behind the last link or before the first; `left_out` is not looked at.
std::optional<int> fitting_month(const std::vector<ChainLink>& chain, const ChainLink& row, std::size_t left_out);
/// Its month is not known or taken, or its readings fit neither the link before nor the one behind.
bool stands_wrong(const std::vector<ChainLink>& chain, std::size_t at);
/// Whether readings go on from row to row in at least three of four places, and in five: a break is a fault there.
bool mostly_goes_on(const std::vector<ChainLink>& chain);

}  // namespace lvce
