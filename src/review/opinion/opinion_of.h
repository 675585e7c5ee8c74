// From the reviewed sheets to a unit's opinion.
#pragma once

#include <optional>
#include <string>

#include "review/opinion/opinion_papers.h"
#include "review/score/reviewed.h"

namespace lvce {

/// The level whose review counts for the papers: the one that is asked for, else the last of which something was returned; nullptr: none.
const LevelReview* level_of_opinion(const ReviewedUnit& unit, const std::string& asked);

/// What that level found. `date` of the papers (2021-11-01; empty: not said) gives the day by which it is to be put right, where the standard prints how many
/// days there are.
ReviewOpinion opinion_of(const ReviewedUnit& unit, const LevelReview& level, const std::string& date);
OpinionFacts facts_of(const ReviewedUnit& unit, const std::string& date);

}  // namespace lvce
