#include "review/score/standing.h"

#include <algorithm>
#include <cmath>

namespace lvce {
namespace {

Decimal as_decimal(Points points) { return *Decimal(points.hundredths()).divided_by(Decimal(100)); }

/// Points in ascending order, for counting those below.
std::vector<Points> sorted_points(const std::vector<RankedUnit>& candidates, const std::vector<Standing>& standings, bool reverified_only) {
  std::vector<Points> out;
  for (std::size_t i = 0; i < candidates.size(); ++i)
    if (standings[i].final_points && (candidates[i].reverified || !reverified_only)) out.push_back(*standings[i].final_points);
  std::sort(out.begin(), out.end());
  return out;
}

void judge_ranks(const std::vector<RankedUnit>& candidates, std::vector<Standing>& standings) {
  const std::vector<Points> all = sorted_points(candidates, standings, false);
  for (Standing& standing : standings)
    if (standing.final_points) standing.rank = static_cast<int>(all.end() - std::upper_bound(all.begin(), all.end(), *standing.final_points)) + 1;
}

std::optional<bool> judge_pass(const RankedUnit& candidate, const Standing& standing, const StandingRules& rules) {
  if (!rules.pass || !standing.final_points) return std::nullopt;
  if (*standing.final_points < *rules.pass || candidate.gates == false) return false;
  return candidate.gates ? std::optional(true) : std::nullopt;
}

/// Equal points at the cut are not parted; those whose review is not complete may still come below anyone.
void judge_elimination(const std::vector<RankedUnit>& candidates, std::vector<Standing>& standings, const StandingRules& rules) {
  std::int64_t reverified = 0;
  for (const RankedUnit& candidate : candidates) reverified += candidate.reverified ? 1 : 0;
  const std::vector<Points> all = sorted_points(candidates, standings, true);
  const std::int64_t open = reverified - static_cast<std::int64_t>(all.size());
  const std::int64_t count = count_eliminated(reverified, rules);
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    Standing& standing = standings[i];
    if (!candidates[i].reverified) standing.eliminated = false;
    if (!candidates[i].reverified || !standing.final_points) continue;
    const auto below = std::lower_bound(all.begin(), all.end(), *standing.final_points) - all.begin();
    const auto not_above = std::upper_bound(all.begin(), all.end(), *standing.final_points) - all.begin();
    if (not_above + open <= count) standing.eliminated = true;
    else if (below >= count) standing.eliminated = false;
    else standing.tied_at_cut = open == 0;
  }
}

}  // namespace

std::int64_t count_eliminated(std::int64_t reverified, const StandingRules& rules) {
  if (!rules.eliminate_pct) return 0;
  const Decimal exact = *(Decimal(reverified) * *rules.eliminate_pct).divided_by(Decimal(100));
  return std::llround(round_whole(exact, rules.rounding).to_double());
}

std::optional<Decimal> weighted_points(const std::vector<PartPoints>& parts) {
  Decimal sum;
  for (const PartPoints& part : parts) {
    if (!part.points) return std::nullopt;
    sum += as_decimal(*part.points) * part.percent;
  }
  return parts.empty() ? std::nullopt : sum.divided_by(Decimal(100));
}

std::vector<Standing> judge_standings(const std::vector<RankedUnit>& candidates, const StandingRules& rules) {
  std::vector<Standing> standings(candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i)
    if (const auto exact = weighted_points(candidates[i].parts)) standings[i].final_points = round_points(*exact, rules.rounding);
  judge_ranks(candidates, standings);
  for (std::size_t i = 0; i < candidates.size(); ++i) standings[i].passed = judge_pass(candidates[i], standings[i], rules);
  judge_elimination(candidates, standings, rules);
  return standings;
}

}  // namespace lvce
