// Rule × answer → points. The rule table of the design, one function a kind; pure.
#pragma once

#include <string>

#include "assess/answer.h"
#include "energy/energy.h"
#include "rubric/model.h"

namespace lvce {

struct RuleOutcome {
  Points points;
  std::string explanation;  ///< how they came about, Chinese: "3 项 × 1 分，最高 5 分"
};

/// Points of an answered indicator (`answer.shape == given`) whose kind is answered in 完成情况. `maximum` is P.
RuleOutcome points_of_answer(const Rule& rule, Points maximum, const Answer& answer);

/// Points of a `targets` rule from the computed results; unknown counts 0. `all` mode: every metric by its fall, or — where the rubric
/// allows the quota instead — every energy metric with a 定额值 that is met.
struct TargetsOutcome {
  Points points;
  Met met = Met::unknown;  ///< of the whole: yes, no, or unknown where a result that matters is unknown
  bool partly = false;     ///< `all` mode: some met, some not
  std::string explanation;
};
TargetsOutcome points_of_targets(const Rule& rule, Points maximum, const std::vector<TargetResult>& results);

}  // namespace lvce
