#include "assess/review.h"

#include <algorithm>

#include "support/text.h"

namespace lvce {
namespace {

/// Widths and blanks do not make another unit.
std::string comparable_name(const std::string& name) { return without_space(fold_width(name)); }

Finding review_fault(const char* code, const std::string& file, std::string what, std::string hint) {
  return Finding::error(code, in_file(file), std::move(what), std::move(hint));
}

}  // namespace

Findings check_review(const ReviewOpinion& opinion, const Rubric& rubric, const std::string& unit, const std::string& file) {
  if (comparable_name(opinion.unit) != comparable_name(unit))
    return {review_fault("review-other-unit", file, "这是“" + opinion.unit + "”的核查意见，本单位是“" + unit + "”", "请用主管部门发给本单位的 核查意见.json")};
  if (opinion.rubric != rubric.id)
    return {review_fault("review-other-rubric", file, "核查用的评价标准是 " + opinion.rubric + "，台账里的是 " + rubric.id,
                         "请核对“单位信息”的评价标准，或向主管部门核对")};
  Findings findings;
  for (const IndicatorOpinion& one : opinion.indicators) {
    const Indicator* indicator = find_indicator(rubric, one.id);
    if (indicator == nullptr) {
      findings.push_back(review_fault("review-indicator-unknown", file, "评价标准没有指标 " + one.id, "请向主管部门重新取得 核查意见.json"));
    } else if (one.score && indicator->points && *one.score > *indicator->points) {
      findings.push_back(review_fault("review-score-over-maximum", file,
                                      "指标 " + one.id + " 核查得分 " + one.score->text() + " 超过满分 " + indicator->points->text(),
                                      "请向主管部门核对，重新取得 核查意见.json"));
    }
  }
  return findings;
}

const IndicatorOpinion* find_opinion(const ReviewOpinion& opinion, const std::string& indicator) {
  const auto found = std::find_if(opinion.indicators.begin(), opinion.indicators.end(), [&](const IndicatorOpinion& one) { return one.id == indicator; });
  return found == opinion.indicators.end() ? nullptr : &*found;
}

bool asks_to_rectify(const IndicatorOpinion& opinion, const Indicator& indicator) {
  const bool lost = opinion.score && indicator.points && *opinion.score < *indicator.points;
  return lost || !opinion.fix.empty() || opinion.places.value_or(0) > 0;
}

}  // namespace lvce
