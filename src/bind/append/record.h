// A paginated binding → its print record. Pure.
#pragma once

#include "bind/bind.h"
#include "bind/plan/piece.h"

namespace lvce {

/// What page `page` (from 0) of a piece shows, its printed number aside: 12 hexadecimal digits; "-" for an empty one.
std::string page_digest(const Piece& piece, int page, const EvidenceFolder& evidence);

/// `rounds`: as in ArrangeOptions.
PrintRecord record_of(const Binding& binding, const EvidenceFolder& evidence, const std::vector<int>& rounds, const BindOptions& options);

}  // namespace lvce
