// Which indicators count for this unit: branches by the kind of unit, and the scheme that a `choice` takes.
#pragma once

#include <map>
#include <string>

#include "assess/score.h"

namespace lvce {

/// Taken or not, by indicator id. A unit item that a branch needs and that is not given is an error finding, once.
std::map<std::string, Taken> decide_branches(const Rubric& rubric, const Workbook& workbook, Findings& findings);

}  // namespace lvce
