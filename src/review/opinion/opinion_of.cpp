#include "review/opinion/opinion_of.h"

#include <algorithm>

namespace lvce {

const LevelReview* level_of_opinion(const ReviewedUnit& unit, const std::string& asked) {
  const LevelReview* found = nullptr;
  for (const LevelReview& level : unit.levels)
    if (level.returned && (asked.empty() || level.level == asked)) found = &level;
  return found;
}

ReviewOpinion opinion_of(const ReviewedUnit& unit, const LevelReview& level, const std::string& date) {
  ReviewOpinion out;
  out.unit = unit.package->about.name;
  out.rubric = unit.rubric->id;
  out.package_sha256 = unit.package->package_sha256;
  out.level = level.level;
  out.round = unit.package->round;
  out.due = day_after(date, unit.rubric->review.rectify_days.value_or(0));
  if (!unit.rubric->review.rectify_days) out.due.clear();
  for (const ReviewedIndicator& one : level.indicators) {
    IndicatorOpinion row{one.indicator->id, one.score, std::nullopt, one.opinion, ""};
    if (one.places) row.places = static_cast<int>(std::clamp<std::int64_t>(*one.places, 0, 1'000'000));
    split_fix(row);
    out.indicators.push_back(std::move(row));
  }
  return out;
}

OpinionFacts facts_of(const ReviewedUnit& unit, const std::string& date) {
  OpinionFacts out;
  Points supported;
  for (const auto& [id, facts] : unit.facts.indicators) {
    out.claimed[id] = facts.claimed;
    supported += facts.supported;
  }
  out.claimed_total = unit.facts.claimed;
  if (!unit.facts.indicators.empty()) out.supported_total = supported;
  out.days = unit.rubric->review.rectify_days.value_or(0);
  out.date = date;
  return out;
}

}  // namespace lvce
