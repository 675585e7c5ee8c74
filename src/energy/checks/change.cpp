#include "energy/checks/change.h"

namespace lvce {

std::optional<Decimal> change_pct(const Decimal& before, const Decimal& now) {
  const auto ratio = (now - before).divided_by(before);
  return ratio ? std::optional(*ratio * Decimal(100)) : std::nullopt;
}

std::string change_text(const Decimal& pct) { return (pct.is_negative() ? "下降 " : "上升 ") + pct.abs().text(1) + "%"; }

}  // namespace lvce
