#include "assess/rules.h"

#include <algorithm>

#include "rubric/counting.h"
#include "support/text.h"

namespace lvce {
namespace {

std::string points_text(Points points) { return points.text() + " 分"; }

RuleOutcome yes_or_no(bool yes, Points maximum) {
  return yes ? RuleOutcome{maximum, "做到，得 " + points_text(maximum)} : RuleOutcome{Points(), "未做到，不得分"};
}

bool needs_met(const RulePart& part, const std::set<int>& done) {
  return std::all_of(part.needs.begin(), part.needs.end(), [&](int need) { return done.contains(need); });
}

RuleOutcome sum_of_parts(const Rule& rule, Points maximum, const std::set<int>& done) {
  RuleOutcome out;
  std::vector<std::string> counted;
  for (int number : done) {
    const RulePart& part = rule.parts[static_cast<std::size_t>(number) - 1];
    if (!needs_met(part, done)) {
      counted.push_back("第" + std::to_string(number) + "项的前提未做到，不得分");
      continue;
    }
    out.points += part.points;
    counted.push_back("第" + std::to_string(number) + "项 " + points_text(part.points));
  }
  out.explanation = counted.empty() ? "各项均未做到，不得分" : join(counted, "，");
  if (out.points > maximum) {  // 最高得…分
    out.points = maximum;
    out.explanation += "，最高 " + points_text(maximum);
  }
  return out;
}

RuleOutcome counted_items(const Rule& rule, Points maximum, const Answer& answer) {
  RuleOutcome out;
  out.points = points_for(rule, answer.count, maximum);
  out.explanation = count_words(rule, answer.count) + "，最高 " + points_text(most_by_counting(rule, maximum));
  if (rule.deduct_step > Points()) {
    out.points = std::max(Points(), out.points - rule.deduct_step * answer.places_wrong);
    out.explanation += "，扣 " + std::to_string(answer.places_wrong) + " 处 × " + points_text(rule.deduct_step);
  }
  return out;
}

RuleOutcome first_step_met(const Rule& rule, const Answer& answer) {
  for (const TierStep& step : rule.tiers) {
    const bool met = step.at_least ? answer.percent && *answer.percent >= *step.at_least : step.grade == answer.word;
    if (!met) continue;
    const std::string name = step.at_least ? step.at_least->shortest() + "% 以上" : step.grade;
    return {step.points, name + "，得 " + points_text(step.points)};
  }
  return {Points(), "未达到任何一档，不得分"};
}

RuleOutcome chosen(const Rule& rule, const Answer& answer) {
  for (const ChoiceOption& option : rule.options) {
    if (option.answer == answer.word) return {option.points, option.answer + "，得 " + points_text(option.points)};
  }
  return {};
}

const TargetResult* result_of(const std::vector<TargetResult>& results, const std::string& metric) {
  for (const TargetResult& result : results) {
    if (result.metric == metric) return &result;
  }
  return nullptr;
}

/// By the fall alone, whatever the quota says.
Met met_by_fall(const TargetResult* result) {
  if (result == nullptr || !result->required_pct || !result->change_pct) return Met::unknown;
  return *result->change_pct <= -*result->required_pct ? Met::yes : Met::no;
}

Met met_by_quota(const TargetResult* result) {
  if (result == nullptr || !result->quota || !result->actual) return Met::unknown;
  return *result->actual <= *result->quota ? Met::yes : Met::no;
}

bool is_energy_metric(const std::string& metric) { return metric == kPerCapitaEnergy || metric == kPerAreaEnergy; }

/// By the fall or, where the rule allows it, by the quota: the same verdict as EnergyReport gives.
Met met_either_way(const Rule& rule, const std::string& metric, const std::vector<TargetResult>& results) {
  const TargetResult* result = result_of(results, metric);
  const Met fall = met_by_fall(result);
  if (!rule.quota_alternative || !is_energy_metric(metric)) return fall;
  const Met quota = met_by_quota(result);
  if (fall == Met::yes || quota == Met::yes) return Met::yes;
  const bool quota_alone = quota == Met::no && !result->required_pct;
  return fall == Met::no || quota_alone ? Met::no : Met::unknown;
}

bool every_energy_quota_met(const Rule& rule, const std::vector<TargetResult>& results) {
  bool any = false;
  for (const std::string& metric : rule.metrics) {
    if (!is_energy_metric(metric)) continue;
    if (met_by_quota(result_of(results, metric)) != Met::yes) return false;
    any = true;
  }
  return any;
}

TargetsOutcome all_targets(const Rule& rule, Points maximum, const std::vector<TargetResult>& results) {
  TargetsOutcome out;
  if (rule.quota_alternative && every_energy_quota_met(rule, results)) {
    return {maximum, Met::yes, false, "能耗指标不高于定额值，得 " + points_text(maximum)};
  }
  int yes = 0;
  int no = 0;
  int unknown = 0;
  for (const std::string& metric : rule.metrics) {
    const Met met = met_either_way(rule, metric, results);
    yes += met == Met::yes ? 1 : 0;
    no += met == Met::no ? 1 : 0;
    unknown += met == Met::unknown ? 1 : 0;
  }
  if (unknown > 0) {
    out.met = no > 0 ? Met::no : Met::unknown;
    out.explanation = std::to_string(unknown) + " 项指标无法判定，按 0 分计";
    return out;
  }
  out.met = no == 0 ? Met::yes : Met::no;
  out.partly = yes > 0 && no > 0;
  if (no == 0) out.points = maximum;
  out.explanation = no == 0 ? "各项指标全部完成，得 " + points_text(maximum) : std::to_string(no) + " 项指标未完成，不得分";
  return out;
}

TargetsOutcome each_target(const Rule& rule, const std::vector<TargetResult>& results) {
  TargetsOutcome out;
  bool any_no = false;
  bool any_unknown = false;
  std::vector<std::string> words;
  for (const TargetShare& share : rule.shares) {
    const Met met = met_either_way(rule, share.metric, results);
    any_no |= met == Met::no;
    any_unknown |= met == Met::unknown;
    if (met == Met::yes) out.points += share.points;
    const char* verdict = met == Met::yes ? "完成，得 " : met == Met::no ? "未完成，得 " : "无法判定，得 ";
    words.push_back(share.metric + verdict + points_text(met == Met::yes ? share.points : Points()));
  }
  out.met = any_no ? Met::no : any_unknown ? Met::unknown : Met::yes;
  out.explanation = join(words, "；");
  return out;
}

}  // namespace

RuleOutcome points_of_answer(const Rule& rule, Points maximum, const Answer& answer) {
  switch (rule.kind) {
    case RuleKind::binary: return yes_or_no(*answer.yes, maximum);
    case RuleKind::all_of: return yes_or_no(answer.yes ? *answer.yes : answer.parts.size() == rule.parts.size(), maximum);
    case RuleKind::any_of: return yes_or_no(answer.yes ? *answer.yes : !answer.parts.empty(), maximum);
    case RuleKind::parts: return sum_of_parts(rule, maximum, answer.parts);
    case RuleKind::per_item:
    case RuleKind::per_occurrence: return counted_items(rule, maximum, answer);
    case RuleKind::tiers: return first_step_met(rule, answer);
    case RuleKind::deduct: {
      const Points left = std::max(Points(), maximum - rule.deduct_step * answer.count);
      return {left, std::to_string(answer.count) + " 处 × " + points_text(rule.deduct_step) + "，从 " + points_text(maximum) + "中扣除"};
    }
    case RuleKind::choice: return chosen(rule, answer);
    case RuleKind::judged:
    case RuleKind::open:
    case RuleKind::assessor:
    case RuleKind::targets: return {};
  }
  return {};
}

TargetsOutcome points_of_targets(const Rule& rule, Points maximum, const std::vector<TargetResult>& results) {
  return rule.shares.empty() ? all_targets(rule, maximum, results) : each_target(rule, results);
}

}  // namespace lvce
