// 补页.pdf: the sheets to print after something was added, behind a list that says where each of them goes.
#pragma once

#include "bind/append/changes.h"
#include "bind/plan/leaves.h"

namespace lvce {

/// A row for pages that are handled alike, in the order in which they lie: those of one piece, or of two that share a sheet.
std::vector<SheetsToAdd> sheets_to_add(const Binding& binding, const Leaves& leaves, const Changes& changes, const EvidenceFolder& evidence, bool duplex);

}  // namespace lvce
