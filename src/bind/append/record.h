// A paginated binding → its print record. Pure.
#pragma once

#include "bind/append/print_record.h"
#include "bind/plan/piece.h"

namespace lvce {

/// What page `page` (from 0) of a piece shows, its printed number aside: 12 hexadecimal digits; "-" for an empty one.
std::string page_digest(const Piece& piece, int page, const EvidenceFolder& evidence);

/// Its pieces, files and volumes; how it is printed and the round are left to who asks. `rounds`: as in ArrangeOptions.
PrintRecord record_of(const Binding& binding, const EvidenceFolder& evidence, const std::vector<int>& rounds);

}  // namespace lvce
