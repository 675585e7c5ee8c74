// What a package says of itself against what its own data give: both figures of everything that differs.
#pragma once

#include "assess/assess.h"
#include "review/receive/claims.h"

namespace lvce {

/// Totals first, then verdict, indicators in the standard's order, energy, the list of evidence.
std::vector<Difference> compare_claims(const Claims& claims, const Assessment& again);

/// pass, fail, undetermined; empty where the standard prints no pass mark.
std::string verdict_word(Verdict verdict);

}  // namespace lvce
