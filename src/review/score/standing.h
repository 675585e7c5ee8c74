// Final points, ranks, who passes and who loses the title: plain values in and out. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "review/score/rounding.h"

namespace lvce {

/// One of the scores that the final points are made of.
struct PartPoints {
  std::string by;  ///< 自评 or a reviewing level; empty: the only review
  Decimal percent;
  std::optional<Points> points;  ///< nothing: not complete
};

struct RankedUnit {
  std::string name;
  bool reverified = false;  ///< named in an earlier year
  std::vector<PartPoints> parts;
  std::optional<bool> gates = true;  ///< all conditions but the pass mark: met, not met, nothing: cannot be judged
};

struct StandingRules {
  std::optional<Points> pass;            ///< nothing: the standard prints none
  std::optional<Decimal> eliminate_pct;  ///< of the candidates under re-verification
  Rounding rounding = Rounding::half_up;
};

/// Nothing where it cannot be said: a review that is not complete, a tie at the cut, no pass mark, a gate that cannot be judged.
struct Standing {
  std::optional<Points> final_points;
  std::optional<int> rank;  ///< equal points have equal ranks, and the next one counts them: 1, 2, 2, 4
  std::optional<bool> passed;
  std::optional<bool> eliminated;
  bool tied_at_cut = false;  ///< as many points as others of whom only some would be eliminated
};

/// In the order of the candidates, which are all of one standard. A candidate with an incomplete part has no final points and no rank; while such
/// are under re-verification, only those count as eliminated, or as not, of whom it can no longer change.
std::vector<Standing> judge_standings(const std::vector<RankedUnit>& candidates, const StandingRules& rules);

/// How many lose the title: the share of those under re-verification, rounded as given.
std::int64_t count_eliminated(std::int64_t reverified, const StandingRules& rules);

/// Unrounded; nothing while a part is missing.
std::optional<Decimal> weighted_points(const std::vector<PartPoints>& parts);

}  // namespace lvce
