#include <algorithm>
#include <set>

#include "rubric/lint.h"
#include "rubric/vocabulary.h"

namespace lvce {
namespace {

constexpr std::size_t kMostTargets = 4;

const Target* find_target(const Rubric& rubric, const std::string& metric) {
  const auto found = std::find_if(rubric.targets.begin(), rubric.targets.end(), [&](const Target& target) { return target.metric == metric; });
  return found == rubric.targets.end() ? nullptr : &*found;
}

void check_targets(Lint& lint) {
  std::set<std::string> seen;
  const auto& targets = lint.rubric().targets;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const std::string path = "targets/" + std::to_string(i);
    const Target& target = targets[i];
    if (!is_known_metric(target.metric))
      lint.error(path + "/metric", "rubric-unknown-metric", "不认识的指标“" + target.metric + "”", "可以写：" + known_metrics());
    if (!seen.insert(target.metric).second) lint.error(path + "/metric", "rubric-duplicate-id", "目标“" + target.metric + "”重复", "每个指标只写一次");
    if (target.required_pct && (*target.required_pct <= Decimal(0) || *target.required_pct >= Decimal(100))) {
      lint.error(path + "/required_pct", "rubric-bad-number", "下降率“" + target.required_pct->shortest() + "”不对", "下降 1.4% 请写 1.4（正数）");
    }
  }
}

void check_metric(Lint& lint, const std::string& metric, const std::optional<Points>& points, const std::string& path) {
  const Target* target = find_target(lint.rubric(), metric);
  if (target == nullptr) {
    lint.error(path, "rubric-targets", "规则里的“" + metric + "”不在文件开头的 targets 里", "请在 targets 里补上");
  } else if (points && target->points != points) {
    lint.error(path, "rubric-targets",
               "“" + metric + "”在规则里 " + points->text() + " 分，在 targets 里 " + (target->points ? target->points->text() + " 分" : "没有分值"),
               "请核对原文，两处应当相同");
  }
}

void check_target_rules(Lint& lint) {
  lint.each_indicator([&](const Indicator& indicator, const Item&, const std::string& path) {
    std::set<std::string> seen;
    const auto once = [&](const std::string& metric, const std::string& at) {
      if (!seen.insert(metric).second) lint.error(at, "rubric-duplicate-id", "指标 " + indicator.id + " 的“" + metric + "”重复");
    };
    const Rule& rule = indicator.rule;
    for (std::size_t i = 0; i < rule.metrics.size(); ++i) {
      const std::string at = path + "/rule/metrics/" + std::to_string(i);
      check_metric(lint, rule.metrics[i], std::nullopt, at);
      once(rule.metrics[i], at);
    }
    for (std::size_t i = 0; i < rule.shares.size(); ++i) {
      const std::string at = path + "/rule/shares/" + std::to_string(i);
      check_metric(lint, rule.shares[i].metric, rule.shares[i].points, at);
      once(rule.shares[i].metric, at);
    }
  });
}

void check_gates(Lint& lint) {
  std::set<std::string> seen;
  const Rubric& rubric = lint.rubric();
  for (std::size_t i = 0; i < rubric.gates.size(); ++i) {
    const std::string path = "gates/" + std::to_string(i) + "/id";
    const std::string& id = rubric.gates[i].id;
    if (!is_known_gate(id)) lint.error(path, "rubric-unknown-gate", "不认识的必备条件“" + id + "”", "可以写：" + known_gates());
    if (!seen.insert(id).second) lint.error(path, "rubric-duplicate-id", "必备条件“" + id + "”重复");
    if (id == "pass_mark" && !rubric.pass) lint.error(path, "rubric-gate", "有 pass_mark 条件，但没有写合格分 pass");
    if (id == "yearly_target" && rubric.targets.empty()) lint.error(path, "rubric-gate", "有 yearly_target 条件，但没有写 targets");
  }
}

}  // namespace

void lint_targets(Lint& lint) {
  check_targets(lint);
  if (lint.rubric().targets.size() <= kMostTargets) check_target_rules(lint);  // more than there are metrics: said above
  check_gates(lint);
}

}  // namespace lvce
