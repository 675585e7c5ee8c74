// A bureau's review against the unit and the standard that it is said to be of.
#pragma once

#include <string>
#include <vector>

#include "office/review_opinion.h"
#include "rubric/model.h"

namespace lvce {

/// Errors where it is of another unit or standard, names an indicator that the standard has not, or gives more points than it has: it is not used then.
Findings check_review(const ReviewOpinion& opinion, const Rubric& rubric, const std::string& unit, const std::string& file);

/// What the review says of an indicator; nullptr: nothing.
const IndicatorOpinion* find_opinion(const ReviewOpinion& opinion, const std::string& indicator);

/// Whether something is to be put right: points were lost, or it says what to do.
bool asks_to_rectify(const IndicatorOpinion& opinion, const Indicator& indicator);

}  // namespace lvce
