// Pieces that stand before a volume: covers, contents, sheets to read first.
#pragma once

#include <string>

#include "bind/plan/piece.h"

namespace lvce {

/// Adds the piece behind all others, unnumbered; printed on both sides an empty page fills its last sheet. Its pages count on from `next` (1: a file of its
/// own begins), which is moved on.
void add_front(Binding& binding, const std::string& key, Document document, LaidOut laid_out, bool duplex, int& next);

}  // namespace lvce
