// Change from year to year in percent. Private to energy/.
#pragma once

#include <optional>
#include <string>

#include "support/decimal.h"

namespace lvce {

/// Beyond this, in percent, reviewing authorities ask for an explanation.
inline constexpr int kChangeLimit = 10;

/// (now − before) / before in percent; nothing with a base of zero.
std::optional<Decimal> change_pct(const Decimal& before, const Decimal& now);
/// "下降 4.2%", "上升 12.0%".
std::string change_text(const Decimal& pct);

}  // namespace lvce
