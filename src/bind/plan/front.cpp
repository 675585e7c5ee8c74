#include "bind/plan/front.h"

namespace lvce {

void add_front(Binding& binding, const std::string& key, Document document, LaidOut laid_out, bool duplex, int& next) {
  Piece& piece = binding.pieces.emplace_back();
  piece.key = key;
  piece.document = std::move(document);
  piece.laid_out = std::move(laid_out);
  piece.restarts = next == 1;
  piece.unnumbered = true;
  for (int page = 0; page < piece.pages(); ++page) piece.labels.emplace_back(next++);
  if (!duplex || next % 2 == 1) return;
  Page blank;
  blank.blank = true;
  LaidOut pad;
  pad.pages.push_back(blank);
  add_front(binding, "", {}, std::move(pad), duplex, next);
}

}  // namespace lvce
