// What an indicator falls short of.
#pragma once

#include "assess/assess.h"

namespace lvce {

/// To its maximum. Where the standard prints none, what the office claims is all that can be lost.
Points lost_points(const IndicatorResult& result);

}  // namespace lvce
