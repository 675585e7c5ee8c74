// What is said where a demand asks for a seal: seal-reminder, a note, never a point.
#pragma once

#include <vector>

#include "assess/demands.h"

namespace lvce {

/// Of each demand that asks for one and has an accepted file: how many of its files show a seal, may show one, or show none. Those without are named.
void remind_of_seals(const IndicatorResult& result, const std::vector<EvidenceFile>& files, Findings& findings);

}  // namespace lvce
