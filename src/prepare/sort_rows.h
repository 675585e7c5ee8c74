// The rows of 归档建议.xlsx: what is proposed now, and what the office has decided before. Pure.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "prepare/propose.h"
#include "prepare/sort_table.h"

namespace lvce {

/// Proposals for indicators that this office is not judged by (assess/branches.h) fall away; with the last one the reason goes too.
void leave_out(std::vector<Proposal>& proposals, const std::set<std::string>& indicators);

/// What the office has decided in `earlier` stays, names included. What an earlier round (with --ocr) found where this one finds nothing is offered
/// again; not as sure, since the file may have changed.
std::vector<SortRow> sort_rows(std::vector<Proposal> proposals, const std::vector<SortRow>& earlier);

}  // namespace lvce
