// How many units a share is. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "support/decimal.h"

namespace lvce {

/// "30%", "12.5％", "0.3" as an exact part of one; nothing unless it is more than 0 and at most 1.
std::optional<Decimal> parse_share(const std::string& text);

/// The share of n, rounded up exactly: 30 % of 10 are 3, of 11 are 4.
std::size_t count_of_share(const Decimal& share, std::size_t n);

/// "30%"
std::string share_text(const Decimal& share);

}  // namespace lvce
