#include <algorithm>

#include "rubric/read.h"

namespace lvce {
namespace {

std::optional<RuleKind> kind_named(std::string_view name) {
  for (const RuleKind kind : all_rule_kinds()) {
    if (rule_kind_name(kind) == name) return kind;
  }
  return std::nullopt;
}

std::string all_kind_names() {
  std::string out;
  for (const RuleKind kind : all_rule_kinds()) out += (out.empty() ? "" : "、") + std::string(rule_kind_name(kind));
  return out;
}

void one_of_two(const Fields& fields, const std::string& first, const std::string& second) {
  fields.context().error(fields.place(), "rubric-rule-fields", "这里应当写 " + first + "和 " + second + "中的一个", "请只写其中一个");
}

/// A part is its plain name, or a map where it has more to say.
RulePart read_part(const ReadContext& context, const YamlNode& node, const std::string& path) {
  RulePart part;
  if (node.kind == YamlNode::Kind::scalar) {
    part.name = node.text;
    return part;
  }
  Fields fields(context, node, path);
  part.name = fields.required_text("name");
  part.points = fields.points("points").value_or(Points{});
  part.needs = fields.numbers("needs");
  part.at_least = fields.decimal("at_least");
  part.only_if = fields.texts("only_if");
  fields.refuse_unknown();
  return part;
}

void read_parts(Fields& fields, Rule& rule, bool required) {
  const std::vector<YamlNode>& nodes = fields.list("parts");
  if (required && nodes.empty()) fields.missing("parts");
  for (std::size_t i = 0; i < nodes.size(); ++i) rule.parts.push_back(read_part(fields.context(), nodes[i], fields.entry_path("parts", i)));
}

void read_tiers(Fields& fields, Rule& rule) {
  const std::vector<YamlNode>& nodes = fields.list("tiers");
  if (nodes.empty()) fields.missing("tiers");
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    Fields step(fields.context(), nodes[i], fields.entry_path("tiers", i));
    TierStep tier;
    tier.at_least = step.decimal("at_least");
    tier.grade = step.text("grade");
    tier.points = step.required_points("points");
    if (tier.at_least.has_value() == !tier.grade.empty()) one_of_two(step, "at_least（百分比）", "grade（等级）");
    step.refuse_unknown();
    rule.tiers.push_back(std::move(tier));
  }
}

void read_targets(Fields& fields, Rule& rule) {
  rule.metrics = fields.texts("metrics");
  rule.quota_alternative = fields.yes("quota_alternative");
  const std::vector<YamlNode>& nodes = fields.list("shares");
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    Fields share(fields.context(), nodes[i], fields.entry_path("shares", i));
    TargetShare one;
    one.metric = share.required_text("metric");
    one.points = share.required_points("points");
    share.refuse_unknown();
    rule.shares.push_back(std::move(one));
  }
  if (rule.metrics.empty() == rule.shares.empty()) {
    fields.error_at("kind", "rubric-rule-fields", "目标规则要写 metrics（全部完成才得分）或 shares（各项分别得分）之一", "请只写其中一个");
  }
}

void read_options(Fields& fields, Rule& rule) {
  const std::vector<YamlNode>& nodes = fields.list("options");
  if (nodes.empty()) fields.missing("options");
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    Fields one(fields.context(), nodes[i], fields.entry_path("options", i));
    ChoiceOption option;
    option.answer = one.required_text("answer");
    option.points = one.points("points").value_or(Points{});
    option.opens_alternative = one.yes("opens_alternative");
    one.refuse_unknown();
    rule.options.push_back(std::move(option));
  }
}

void read_counting(Fields& fields, Rule& rule) {
  rule.step = fields.required_points("step");
  rule.cap = fields.points("cap");
  rule.counted = fields.text("counted");
  if (rule.kind == RuleKind::per_item) rule.deduct_step = fields.points("deduct").value_or(Points{});
  read_parts(fields, rule, false);
}

NotApplicable read_not_applicable(Fields& fields) {
  const std::string text = fields.text("not_applicable");
  if (text == "full_points") return NotApplicable::full_points;
  if (text == "full_points_with_statement") return NotApplicable::full_points_with_statement;
  if (!text.empty() && text != "refused") {
    fields.error_at("not_applicable", "rubric-bad-value", "“" + text + "”不对", "请写 refused、full_points 或 full_points_with_statement");
  }
  return NotApplicable::refused;
}

std::optional<Branch> read_branch(Fields& fields) {
  const YamlNode* node = fields.find("branch");
  if (node == nullptr) return std::nullopt;
  Fields inner(fields.context(), *node, fields.path() + "/branch");
  Branch branch;
  branch.field = inner.required_text("field");
  branch.values = inner.texts("is");
  const std::vector<std::string> excluded = inner.texts("not");
  branch.negated = !excluded.empty();
  if (branch.values.empty() == excluded.empty()) one_of_two(inner, "is（采用的值）", "not（不采用的值）");
  if (branch.negated) branch.values = excluded;
  inner.refuse_unknown();
  return branch;
}

/// Each kind asks for its own fields only, so that a field of another kind is unknown here.
void read_kind_fields(Fields& fields, Rule& rule) {
  switch (rule.kind) {
    case RuleKind::binary: return;
    case RuleKind::all_of:
    case RuleKind::any_of:
    case RuleKind::parts: return read_parts(fields, rule, true);
    case RuleKind::per_item:
    case RuleKind::per_occurrence: return read_counting(fields, rule);
    case RuleKind::tiers: return read_tiers(fields, rule);
    case RuleKind::deduct:
      rule.deduct_step = fields.required_points("deduct");
      rule.counted = fields.text("counted");
      return;
    case RuleKind::judged:
    case RuleKind::open:
    case RuleKind::assessor: rule.cap = fields.points("cap"); return;
    case RuleKind::targets: return read_targets(fields, rule);
    case RuleKind::choice: return read_options(fields, rule);
  }
}

}  // namespace

Rule read_rule(const ReadContext& context, const YamlNode& node, const std::string& path) {
  Fields fields(context, node, path);
  Rule rule;
  const std::string name = fields.required_text("kind");
  const auto kind = kind_named(name);
  if (!kind) {
    if (!name.empty()) fields.error_at("kind", "rubric-unknown-kind", "不认识的评分规则“" + name + "”", "可以写：" + all_kind_names());
    return rule;
  }
  rule.kind = *kind;
  read_kind_fields(fields, rule);
  rule.not_applicable = read_not_applicable(fields);
  rule.branch = read_branch(fields);
  rule.note = fields.text("note");
  fields.refuse_unknown();
  return rule;
}

}  // namespace lvce
