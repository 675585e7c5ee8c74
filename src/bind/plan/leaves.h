// The pages of all volumes one by one, and where every anchor lies.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "bind/plan/piece.h"

namespace lvce {

enum class LeafKind { own, foreign, blank };

struct Leaf {
  LeafKind kind = LeafKind::blank;
  std::size_t piece = 0;  ///< that it belongs to (a blank: the piece behind it)
  int page = 0;           ///< inside the piece, from 0
  int number = 0;         ///< printed, in the bound file
};

/// A spot that bookmarks and links lead to.
struct BoundPlace {
  std::size_t leaf = 0;
  double top = kA4HeightPt;
};

struct Leaves {
  std::vector<Leaf> leaves;
  std::vector<std::size_t> first_of;         ///< leaf of each piece's first page; one more entry than pieces
  std::map<std::string, BoundPlace> places;  ///< as in page_numbers()

  /// Where `anchor`, used in piece `from`, lies.
  std::optional<BoundPlace> find(std::size_t from, const std::string& anchor) const;
};

Leaves spread(const Binding& binding);

}  // namespace lvce
