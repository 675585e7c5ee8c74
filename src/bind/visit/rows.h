// Where the evidence of each indicator is, for the sheets of a visit. Pure.
#pragma once

#include <map>
#include <string>

#include "bind/plan/piece.h"
#include "compose/visit.h"

namespace lvce {

/// After paginate(). Pages that follow each other are joined: "57-59、63".
std::map<std::string, VisitRow> visit_rows(const Binding& binding, const EvidenceFolder& evidence);

}  // namespace lvce
