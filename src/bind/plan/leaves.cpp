#include "bind/plan/leaves.h"

namespace lvce {
namespace {

void note_places(const Piece& piece, std::size_t index, std::size_t first_leaf, Leaves& out) {
  if (!piece.anchor.empty()) out.places.try_emplace(piece.anchor, BoundPlace{first_leaf, kA4HeightPt});
  for (const auto& [name, anchor] : piece.laid_out.anchors) {
    const BoundPlace place = {first_leaf + static_cast<std::size_t>(anchor.page), anchor.y};
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
  for (std::size_t i = 0; i < binding.pieces.size(); ++i) {
    const Piece& piece = binding.pieces[i];
    for (int blank = 0; blank < piece.blanks; ++blank) out.leaves.push_back({LeafKind::blank, i, 0, piece.first - piece.blanks + blank});
    out.first_of.push_back(out.leaves.size());
    note_places(piece, i, out.leaves.size(), out);
    for (int page = 0; page < piece.pages(); ++page) {
      const bool blank = !piece.is_foreign() && piece.laid_out.pages[static_cast<std::size_t>(page)].blank;
      const LeafKind kind = piece.is_foreign() ? LeafKind::foreign : blank ? LeafKind::blank : LeafKind::own;
      out.leaves.push_back({kind, i, page, piece.first + page});
    }
  }
  out.first_of.push_back(out.leaves.size());
  return out;
}

}  // namespace lvce
