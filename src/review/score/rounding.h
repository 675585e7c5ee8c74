// Ways to round what a standard does not say how to. Pure, exact.
#pragma once

#include <optional>
#include <string>

#include "support/decimal.h"
#include "support/points.h"

namespace lvce {

enum class Rounding { half_up, half_even, down, up };

/// 四舍五入 (half-up), 四舍六入五成双 (half-even), 舍去 (down), 进一 (up).
std::optional<Rounding> parse_rounding(const std::string& text);
std::string rounding_words(Rounding rounding);

/// To a whole number; the values here are never negative.
Decimal round_whole(const Decimal& value, Rounding rounding);
/// To the hundredth.
Points round_points(const Decimal& points, Rounding rounding);

}  // namespace lvce
