#include "bind/plan/numbering.h"

#include <algorithm>

namespace lvce {

std::size_t bound_end(const Binding& binding) {
  const auto& pieces = binding.pieces;
  return static_cast<std::size_t>(std::find_if(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.restarts; }) - pieces.begin());
}

PageLabel RunningNumbers::first_of(const Binding& binding, std::size_t index) {
  if (binding.pieces[index].restarts) next_ = 1;
  return next_;
}

std::vector<PageLabel> RunningNumbers::take(const Binding& binding, std::size_t index) {
  const Piece& piece = binding.pieces[index];
  std::vector<PageLabel> labels;
  for (int page = 0; page < piece.pages(); ++page) labels.emplace_back(next_++);
  const std::size_t end = bound_end(binding);
  const bool ends_sheet = index < end && (index + 1 == end || binding.pieces[index + 1].takes_new_sheet());
  if (duplex_ && ends_sheet && next_ % 2 == 0) labels.emplace_back(next_++);
  return labels;
}

}  // namespace lvce
