#include "review/sheets/review_sheet.h"

#include <algorithm>

#include "assess/answer.h"
#include "rubric/counting.h"
#include "support/text.h"

namespace lvce {
namespace {

/// How many items the office states; nothing where it is no count, or the rule counts none.
std::optional<std::int64_t> items_of(const Rule& rule, const std::string& done) {
  SelfScore stated;
  stated.done.value = done;
  const Answer answer = rule.counts() ? read_answer(rule, stated) : Answer();
  return answer.shape == Answer::Shape::given ? std::optional(answer.count) : std::nullopt;
}

/// The stated items at their step, within the cap; the maximum where no count is known.
Points points_of_items(const Rule& rule, const std::optional<std::int64_t>& items, Points maximum) {
  if (!rule.counts() || !items) return maximum;
  return points_for(rule, *items, maximum);
}

std::optional<Deduction> deduction_of(const Rubric& rubric, const Indicator& indicator, const IndicatorFacts& facts, Points maximum) {
  const OnSiteRule* on_site = on_site_rule(rubric.review, indicator.id);
  const bool by_rule = indicator.rule.deduct_step > Points();
  if (on_site == nullptr && !by_rule) return std::nullopt;
  Deduction out;
  out.effect = on_site == nullptr ? OnSiteEffect::deduct : on_site->effect;
  out.items = items_of(indicator.rule, facts.done);
  out.most = points_of_items(indicator.rule, out.items, maximum);
  out.maximum = maximum;
  out.step = indicator.rule.deduct_step;
  out.counted = &indicator.rule;
  return out;
}

SheetRow sheet_row(const Rubric& rubric, const Item& item, const Indicator& indicator, const PackageFacts& facts) {
  SheetRow row;
  row.indicator = &indicator;
  row.maximum = indicator.points.value_or(indicator.rule.cap.value_or(item.points));
  const auto known = facts.indicators.find(indicator.id);
  const IndicatorFacts own = known == facts.indicators.end() ? IndicatorFacts() : known->second;
  row.claimed = own.claimed;
  row.supported = own.supported;
  row.pages = join(own.labels, "、");
  row.applies = own.applies;
  row.deduction = deduction_of(rubric, indicator, own, row.maximum);
  return row;
}

}  // namespace

ReviewSheet review_sheet(const Rubric& rubric, const ReceivedPackage& package, const PackageFacts& facts, const std::string& level) {
  ReviewSheet sheet;
  sheet.identity = {package.about.name, rubric.id, level, package.round, package.package_sha256};
  sheet.title = rubric.title;
  for (const Unit& unit : rubric.units)
    for (const Item& item : unit.items)
      for (const Indicator& indicator : item.indicators) sheet.rows.push_back(sheet_row(rubric, item, indicator, facts));
  return sheet;
}

std::optional<Points> points_after(const Deduction& deduction, Points supported, std::int64_t places) {
  Points left;
  switch (deduction.effect) {
    case OnSiteEffect::zero: left = places > 0 ? Points() : supported; break;
    case OnSiteEffect::deduct: left = deduction.most - deduction.step * places; break;
    case OnSiteEffect::not_counted:
      if (!deduction.items) return std::nullopt;
      left = points_for(*deduction.counted, std::max<std::int64_t>(0, *deduction.items - places), deduction.maximum);
      break;
  }
  return std::max(Points(), std::min(supported, left));
}

std::string deduction_words(const Deduction& deduction) {
  switch (deduction.effect) {
    case OnSiteEffect::zero: return "有1处即不得分";
    case OnSiteEffect::deduct: return "每处扣" + deduction.step.text() + "分，扣完为止";
    case OnSiteEffect::not_counted: return "每有1项未落实，" + one_less_words(*deduction.counted);
  }
  return "";
}

std::optional<std::vector<std::string>> levels_of(const Rubric& rubric, const ReviewUnit& unit) {
  if (rubric.review.weights.empty()) return std::vector<std::string>{""};
  const ReviewWeights* weights = weights_for(rubric.review, unit.level);
  if (weights == nullptr) return std::nullopt;
  std::vector<std::string> out;
  for (const ReviewPart& part : weights->parts)
    if (part.by != kOwnPart) out.push_back(part.by);
  return out;
}

}  // namespace lvce
