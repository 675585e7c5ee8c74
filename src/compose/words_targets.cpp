#include "compose/words_targets.h"

#include <algorithm>
#include <memory>

#include "assess/rules.h"
#include "energy/metrics.h"
#include "support/text.h"

namespace lvce {
namespace {

using Maybe = std::optional<Decimal>;

constexpr const char* kMet = "完成";
constexpr const char* kMetByQuota = "完成（按定额值）";
constexpr const char* kNotMet = "未完成";

/// Doubles of a spreadsheet carry 15 digits; the exact verdict is compared at 12 decimals there.
constexpr const char* kExactly = ",12)";

bool counts_quota(const Assessment& assessment, const TargetResult& target) {
  return target.quota && is_energy_metric(target.metric) && rubric_allows_quota(*assessment.rubric);
}

std::string met_words(const TargetResult& target) {
  if (target.met == Met::unknown) return "无法判断";
  if (target.met == Met::no) return kNotMet;
  return target.met_by_quota ? kMetByQuota : kMet;
}

/// The clause that ends a target's sentence in the report.
std::string verdict_words(const TargetResult& t) {
  std::string asked = "未下达指标";
  if (t.required_pct) asked = "下达的年度指标为下降" + t.required_pct->text(2) + "%";
  if (t.quota) asked = (t.required_pct ? asked + "，" : std::string()) + "定额值为" + t.quota->grouped(2) + metric_unit(t.metric);
  if (!t.required_pct && !t.quota) return asked;
  if (t.met == Met::unknown) return asked + "，是否完成无法判断";
  if (t.met == Met::no) return asked + "，未完成";
  return asked + (t.met_by_quota ? "，未超过定额值，已完成" : "，已完成");
}

std::string cell(const std::string& row, const std::string& key) { return "{m." + row + "." + key + "}"; }

std::string quota_kept(const std::string& key) { return "ROUND(" + cell("actual", key) + kExactly + "<=ROUND(" + cell("quota", key) + kExactly; }

/// IF(fall enough,"完成",IF(quota kept,"完成（按定额值）","未完成")), as far as the target has the two.
std::string met_formula(const TargetResult& target, const std::string& key, bool by_quota) {
  const auto quoted = [](const char* word) { return "\"" + std::string(word) + "\""; };
  std::string formula = quoted(kNotMet);
  if (by_quota) formula = "IF(" + quota_kept(key) + "," + quoted(kMetByQuota) + "," + formula + ")";
  const bool by_fall = target.required_pct && target.change_pct;
  const std::string fallen = "ROUND(" + cell("change", key) + kExactly + "<=ROUND(" + cell("required", key) + kExactly;
  return by_fall ? "IF(" + fallen + "," + quoted(kMet) + "," + formula + ")" : formula;
}

/// The largest figure that is still enough: by the fall, or the quota where that allows more.
std::string enough_formula(const TargetResult& target, const std::string& key, bool by_quota) {
  const std::string by_fall = target.required_pct && target.base ? cell("base", key) + "*(1+" + cell("required", key) + ")" : "";
  if (!by_quota) return by_fall;
  return by_fall.empty() ? cell("quota", key) : "MAX(" + by_fall + "," + cell("quota", key) + ")";
}

std::string divisor_cell(const Assessment& assessment, const std::string& metric) {
  const bool by_water_users = metric == kPerCapitaWater && assessment.rubric->water == WaterDenominator::water_users;
  const bool per_capita = metric == kPerCapitaEnergy || metric == kPerCapitaWater;
  return "{b." + std::to_string(assessment.years.energy) + (by_water_users ? ".water_users}" : per_capita ? ".people}" : ".area}");
}

void describe_gap(Scope& scope, const TargetResult& target, const std::string& key, const Assessment& assessment) {
  const bool water = target.metric == kPerCapitaWater;
  scope.set("metric.gap", target.gap, kIntensityFormat);
  scope.set("metric.gap_total", target.gap_total, water ? kCoalFormat : kTonneFormat);
  scope.set("metric.gap_total_formula", cell("gap", key) + "*" + divisor_cell(assessment, target.metric) + (water ? "" : "/1000"));
  scope.set("metric.gap_kwh", target.gap_kwh, NumberFormat{0, true, false, false});
}

// ---- points ----

std::string key_of(const std::string& metric) {
  const auto* found = std::find_if(std::begin(kMetrics), std::end(kMetrics), [&](const auto& each) { return metric == each.first; });
  return found == std::end(kMetrics) ? std::string() : found->second;
}

/// A metric that has no target, or cannot be judged, says so in words that do not begin with 完成.
std::string is_met(const std::string& metric) { return "LEFT(" + cell("met", key_of(metric)) + ",2)=\"" + kMet + "\""; }

std::string points_by_share(const Rule& rule) {
  std::vector<std::string> terms;
  for (const TargetShare& share : rule.shares) terms.push_back("IF(" + is_met(share.metric) + "," + share.points.text() + ",0)");
  return join(terms, "+");
}

/// All or nothing; where the rubric allows the quota instead, also when every energy metric keeps its quota.
std::string points_of_all(const Rule& rule, Points maximum, const Assessment& assessment) {
  std::vector<std::string> all, quotas;
  bool every_quota = rule.quota_alternative;
  for (const std::string& metric : rule.metrics) {
    all.push_back(is_met(metric));
    if (!is_energy_metric(metric)) continue;
    const auto& targets = assessment.energy.targets;
    every_quota = every_quota && std::any_of(targets.begin(), targets.end(), [&](const TargetResult& t) { return t.metric == metric && t.quota && t.actual; });
    quotas.push_back(quota_kept(key_of(metric)));
  }
  std::string condition = "AND(" + join(all, ",") + ")";
  if (every_quota && !quotas.empty()) condition = "OR(" + condition + ",AND(" + join(quotas, ",") + "))";
  return "IF(" + condition + "," + maximum.text() + ",0)";
}

std::string way_of(const Rule& rule, Points maximum) {
  std::vector<std::string> words;
  for (const TargetShare& share : rule.shares) words.push_back("完成" + share.metric + "指标得" + share.points.text() + "分");
  if (!words.empty()) return join(words, "，");
  return join(rule.metrics, "、") + "指标全部完成得" + maximum.text() + "分" + (rule.quota_alternative ? "；能耗指标均不高于定额值的同样得分" : "");
}

bool is_counted(const IndicatorResult& result) {
  return result.indicator != nullptr && result.indicator->rule.kind == RuleKind::targets && result.status != Status::not_applicable;
}

Points maximum_of(const IndicatorResult& result, const Rubric& rubric) {
  if (result.indicator->points) return *result.indicator->points;
  return result.indicator->rule.cap.value_or(rubric.total);
}

void describe_score(Scope& scope, const IndicatorResult& result, const Assessment& assessment) {
  const Rule& rule = result.indicator->rule;
  const Points maximum = maximum_of(result, *assessment.rubric), given = result.rule_points.value_or(Points());
  const bool live = points_of_targets(rule, maximum, assessment.energy.targets).points == given;  // 不适用 gives points of its own
  scope.set("target_score.id", result.indicator->id);
  scope.set("target_score.way", live ? way_of(rule, maximum) : result.explanation);
  scope.set("target_score.points", maximum);
  scope.set("target_score.given", given);
  scope.set_flag("target_score.is_live", live);
  scope.set("target_score.formula", rule.shares.empty() ? points_of_all(rule, maximum, assessment) : points_by_share(rule));
}

}  // namespace

void describe_target(Scope& scope, const TargetResult* target, const std::string& key, const Assessment& assessment) {
  static const TargetResult kNone;
  const TargetResult& t = target == nullptr ? kNone : *target;
  const bool set = t.required_pct || t.quota, by_quota = counts_quota(assessment, t);
  scope.set_flag("metric.has_target", target != nullptr);
  scope.set_flag("metric.is_set", set);
  scope.set_flag("metric.has_required", t.required_pct.has_value());
  scope.set_flag("metric.has_quota", t.quota.has_value());
  scope.set("metric.required", t.required_pct, kPercentFormat);
  scope.set("metric.required_signed", t.required_pct ? Maybe(-*t.required_pct) : std::nullopt, kPercentFormat);
  scope.set("metric.not_required", target == nullptr ? "不考核" : "未下达");
  scope.set("metric.quota", t.quota, kIntensityFormat);
  scope.set("metric.why", t.why);
  scope.set_flag("metric.is_met", t.met == Met::yes);
  scope.set_flag("metric.is_missed", t.met == Met::no);
  scope.set_flag("metric.is_judged", t.met != Met::unknown);
  scope.set_flag("metric.by_quota", t.met == Met::yes && t.met_by_quota);
  scope.set("metric.verdict", verdict_words(t));
  scope.set("metric.enough", t.enough, kIntensityFormat);
  scope.set("metric.enough_formula", enough_formula(t, key, by_quota));
  scope.set("metric.met", set ? met_words(t) : scope.text("metric.not_required"));
  scope.set("metric.met_formula", met_formula(t, key, by_quota));
  describe_gap(scope, t, key, assessment);
}

void add_target_words(Vocabulary& words, const Assessment& assessment) {
  std::vector<const IndicatorResult*> counted;
  Points others = assessment.claimed, computed, other_points = assessment.rubric->total;
  bool as_claimed = true;
  for (const IndicatorResult& result : assessment.indicators) {
    if (!is_counted(result)) continue;
    counted.push_back(&result);
    others = others - result.claimed;
    computed += result.rule_points.value_or(Points());
    other_points = other_points - maximum_of(result, *assessment.rubric);
    as_claimed = as_claimed && result.claimed == result.rule_points.value_or(Points());
  }
  words.root.set_flag("target_scores.any", !counted.empty());
  words.root.set_flag("target_scores.as_claimed", as_claimed);
  words.root.set_flag("target_scores.differs", !counted.empty() && !as_claimed);
  words.root.set("target_scores.first", counted.empty() ? "" : counted.front()->indicator->id);
  words.root.set("target_scores.others", others);
  words.root.set("target_scores.other_points", other_points);
  words.root.set("target_scores.total", others + computed);
  words.collections["target_scores"] = [counted, &assessment](const Scope& at) {
    std::vector<Scope> scopes;
    for (const IndicatorResult* result : counted) {
      scopes.emplace_back(&at);
      describe_score(scopes.back(), *result, assessment);
    }
    return scopes;
  };
}

}  // namespace lvce
