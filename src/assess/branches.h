// Which indicators count for this unit: branches by the kind of unit, and the scheme that a `choice` takes.
#pragma once

#include <map>
#include <set>
#include <string>

#include "assess/score.h"

namespace lvce {

/// Taken or not, by indicator id. A unit item that a branch needs and that is not given is an error finding, once.
std::map<std::string, Taken> decide_branches(const Rubric& rubric, const Workbook& workbook, Findings& findings);

/// Indicators that the unit's own answers leave out: of another branch, or of the scheme that an answered `choice` does not take. A choice that nobody
/// has answered leaves out nothing.
std::set<std::string> left_out_by_answers(const Rubric& rubric, const Workbook& workbook);

}  // namespace lvce
