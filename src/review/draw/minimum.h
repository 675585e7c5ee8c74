// What a standard prints about how many are drawn at least.
#pragma once

#include "review/draw/draw.h"
#include "rubric/rubric.h"

namespace lvce {

/// One note for each printed minimum (review.recheck_shares) that the draw stays below; where it is divided by 单位层级, of the levels that the minimum is for.
Findings below_minimum(const Draw& draw, const Rubric& rubric);

}  // namespace lvce
