#include "bind/plan/leaves.h"

#include <algorithm>

#include "bind/plan/numbering.h"

namespace lvce {
namespace {

Leaf leaf_of(const Piece& piece, std::size_t index, int page) {
  Leaf leaf;
  leaf.piece = index;
  leaf.page = page;
  leaf.label = piece.labels[static_cast<std::size_t>(page)];
  leaf.behind = page >= piece.pages();
  if (leaf.behind) return leaf;
  const bool blank = !piece.is_foreign() && piece.laid_out.pages[static_cast<std::size_t>(page)].blank;
  leaf.kind = piece.is_foreign() ? LeafKind::foreign : blank ? LeafKind::blank : LeafKind::own;
  return leaf;
}

void note_places(const Piece& piece, std::size_t index, Leaves& out) {
  const std::vector<std::size_t>& own = out.of_piece[index];
  if (own.empty()) return;
  const BoundPlace begin = {own.front(), kA4HeightPt};
  for (const std::string& anchor : {piece.anchor, piece.divider}) {
    if (anchor.empty()) continue;
    out.places.try_emplace(anchor, begin);
    out.places[qualified(index, anchor)] = begin;
  }
  for (const auto& [name, anchor] : piece.laid_out.anchors) {
    const std::size_t page = std::min(own.size() - 1, static_cast<std::size_t>(anchor.page));
    const BoundPlace place = {own[page], anchor.y};
    out.places.try_emplace(name, place);
    out.places[qualified(index, name)] = place;
  }
}

}  // namespace

std::optional<BoundPlace> Leaves::find(std::size_t from, const std::string& anchor) const {
  auto found = places.find(qualified(from, anchor));
  if (found == places.end()) found = places.find(anchor);
  return found == places.end() ? std::nullopt : std::optional(found->second);
}

Leaves spread(const Binding& binding) {
  Leaves out;
  std::size_t bound = 0;
  const std::size_t end = bound_end(binding);
  for (std::size_t i = 0; i < binding.pieces.size(); ++i) {
    if (i == end) bound = out.leaves.size();
    const Piece& piece = binding.pieces[i];
    for (std::size_t page = 0; page < piece.labels.size(); ++page) out.leaves.push_back(leaf_of(piece, i, static_cast<int>(page)));
  }
  if (end == binding.pieces.size()) bound = out.leaves.size();
  // A supplement may lie between two pages of a file: sheets that are printed on both sides cannot be parted.
  std::stable_sort(out.leaves.begin(), out.leaves.begin() + static_cast<std::ptrdiff_t>(bound), [](const Leaf& a, const Leaf& b) { return a.label < b.label; });
  out.of_piece.resize(binding.pieces.size());
  for (std::size_t i = 0; i < out.leaves.size(); ++i) out.of_piece[out.leaves[i].piece].push_back(i);
  for (std::size_t i = 0; i < binding.pieces.size(); ++i) note_places(binding.pieces[i], i, out);
  return out;
}

}  // namespace lvce
