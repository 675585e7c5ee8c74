#include "energy/checks/reading_chain.h"

namespace lvce {

std::optional<int> fitting_month(const std::vector<ChainLink>& chain, const ChainLink& row, std::size_t left_out) {
  if (!row.reads()) return std::nullopt;
  const ChainLink* before = nullptr;
  const ChainLink* first = nullptr;
  for (std::size_t i = 0; i < chain.size(); ++i) {
    const ChainLink& next = chain[i];
    if (i == left_out || !next.when) continue;
    if (before != nullptr && *next.when == *before->when + 2 && before->goes_on_to(row) && row.goes_on_to(next)) return *before->when + 1;
    before = &next;
    if (first == nullptr) first = &next;
  }
  if (before == nullptr) return std::nullopt;
  if (before->when != row.when && before->goes_on_to(row)) return *before->when + 1;
  return first->when != row.when && row.goes_on_to(*first) ? std::optional(*first->when - 1) : std::nullopt;
}

bool stands_wrong(const std::vector<ChainLink>& chain, std::size_t at) {
  const ChainLink& row = chain[at];
  const ChainLink* before = at == 0 ? nullptr : &chain[at - 1];
  const ChainLink* next = at + 1 == chain.size() ? nullptr : &chain[at + 1];
  if (!row.when) return true;
  if ((before != nullptr && before->when == row.when) || (next != nullptr && next->when == row.when)) return true;
  return (before == nullptr || !before->goes_on_to(row)) && (next == nullptr || !row.goes_on_to(*next));
}

bool mostly_goes_on(const std::vector<ChainLink>& chain) {
  constexpr std::size_t kNeeded = 5;
  std::size_t on = 0;
  for (std::size_t i = 0; i + 1 < chain.size(); ++i) on += chain[i].goes_on_to(chain[i + 1]) ? 1 : 0;
  return on >= kNeeded && on * 4 >= (chain.size() - 1) * 3;
}

}  // namespace lvce
