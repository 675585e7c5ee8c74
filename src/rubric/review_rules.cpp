#include "rubric/review_rules.h"

#include <algorithm>

namespace lvce {

const ReviewWeights* weights_for(const Review& review, const std::string& level) {
  for (const ReviewWeights& weights : review.weights)
    if (std::find(weights.levels.begin(), weights.levels.end(), level) != weights.levels.end()) return &weights;
  return nullptr;
}

std::vector<std::string> reviewing_levels(const Review& review) {
  std::vector<std::string> out;
  for (const ReviewWeights& weights : review.weights) {
    for (const ReviewPart& part : weights.parts) {
      if (part.by != kOwnPart && std::find(out.begin(), out.end(), part.by) == out.end()) out.push_back(part.by);
    }
  }
  return out;
}

const OnSiteRule* on_site_rule(const Review& review, const std::string& indicator) {
  const auto found = std::find_if(review.on_site.begin(), review.on_site.end(), [&](const OnSiteRule& rule) { return rule.indicator == indicator; });
  return found == review.on_site.end() ? nullptr : &*found;
}

std::vector<std::string> rounding_names() { return {"四舍五入", "四舍六入五成双", "舍去", "进一"}; }

}  // namespace lvce
