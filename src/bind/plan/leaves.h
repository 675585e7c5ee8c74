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
  std::size_t piece = 0;  ///< that it belongs to
  int page = 0;           ///< inside the piece, from 0
  PageLabel label;        ///< printed, in the bound file
  bool behind = false;    ///< an empty page behind the piece's own
};

/// A spot that bookmarks and links lead to.
struct BoundPlace {
  std::size_t leaf = 0;
  double top = kA4HeightPt;
};

struct Leaves {
  std::vector<Leaf> leaves;                        ///< as they lie in the volume: by number
  std::vector<std::vector<std::size_t>> of_piece;  ///< leaves of each piece's pages and of the blanks behind them
  std::map<std::string, BoundPlace> places;        ///< as in page_numbers()

  /// Where `anchor`, used in piece `from`, lies.
  std::optional<BoundPlace> find(std::size_t from, const std::string& anchor) const;
};

Leaves spread(const Binding& binding);

}  // namespace lvce
