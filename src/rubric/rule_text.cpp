#include "rubric/counting.h"
#include "rubric/rubric.h"
#include "support/text.h"

namespace lvce {
namespace {

std::string numbered_parts(const Rule& rule, bool with_points) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < rule.parts.size(); ++i) {
    const RulePart& part = rule.parts[i];
    out.push_back(std::to_string(i + 1) + " " + part.name + (with_points ? " " + part.points.text() + " 分" : ""));
  }
  return join(out, "；");
}

std::string counting_text(const Rule& rule) {
  std::string out = each_words(rule);
  if (rule.cap) out += "，最高 " + rule.cap->text() + " 分";
  if (rule.deduct_step > Points{}) out += "；每有 1 处不符扣 " + rule.deduct_step.text() + " 分";
  return out;
}

std::string tiers_text(const Rule& rule) {
  std::vector<std::string> out;
  for (const TierStep& tier : rule.tiers) {
    out.push_back((tier.at_least ? tier.at_least->shortest() + "% 以上" : tier.grade) + " " + tier.points.text() + " 分");
  }
  return join(out, "；");
}

std::string options_text(const Rule& rule) {
  std::vector<std::string> out;
  for (const ChoiceOption& option : rule.options) {
    out.push_back(option.answer + (option.opens_alternative ? " 改按另一套标准" : " " + option.points.text() + " 分"));
  }
  return join(out, "；");
}

std::string targets_text(const Rule& rule) {
  if (rule.shares.empty()) return join(rule.metrics, "、") + "全部完成才得分";
  std::vector<std::string> out;
  for (const TargetShare& share : rule.shares) out.push_back(share.metric + " " + share.points.text() + " 分");
  return join(out, "；");
}

}  // namespace

std::string rule_text(const Indicator& indicator) {
  const Rule& rule = indicator.rule;
  switch (rule.kind) {
    case RuleKind::binary: return "做到得分，否则不得分";
    case RuleKind::all_of: return "全部做到才得分：" + numbered_parts(rule, false);
    case RuleKind::any_of: return "做到其一即得分：" + numbered_parts(rule, false);
    case RuleKind::parts: return "分项得分：" + numbered_parts(rule, true);
    case RuleKind::per_item:
    case RuleKind::per_occurrence: return counting_text(rule);
    case RuleKind::tiers: return "分档：" + tiers_text(rule);
    case RuleKind::deduct: return "每有 1 " + (rule.counted.empty() ? "处不符" : rule.counted) + "扣 " + rule.deduct_step.text() + " 分，扣完为止";
    case RuleKind::judged: return "由评价人员在满分以内评定";
    case RuleKind::open: return "原文未载明评分规则";
    case RuleKind::assessor: return "由主管部门评价";
    case RuleKind::targets: return "按能耗数据计算：" + targets_text(rule);
    case RuleKind::choice: return "按所选方案：" + options_text(rule);
  }
  return {};
}

}  // namespace lvce
