#include <algorithm>
#include <set>

#include "rubric/counting.h"
#include "rubric/lint.h"
#include "rubric/vocabulary.h"

namespace lvce {
namespace {

/// One indicator under examination, with its points.
struct Subject {
  Lint& lint;
  const Indicator& indicator;
  Points points;
  std::string path;      ///< of the rule
  bool has_alternative;  ///< other indicators name this one in alternative_of

  const Rule& rule() const { return indicator.rule; }
  void error(const std::string& field, std::string message, std::string hint = {}) const {
    lint.error(path + field, "rubric-rule-points", "指标 " + indicator.id + "：" + std::move(message), std::move(hint));
  }
  void warn(const std::string& field, std::string code, std::string message, std::string hint = {}) const {
    lint.warn(path + field, std::move(code), "指标 " + indicator.id + "：" + std::move(message), std::move(hint));
  }
};

void check_cap(const Subject& subject) {
  const auto& cap = subject.rule().cap;
  if (cap && *cap != subject.points) {
    subject.error("/cap", "最高分 " + cap->text() + " 与指标分值 " + subject.points.text() + " 不符", "请核对原文，两处应当相同");
  }
}

void check_counting(const Subject& subject) {
  const Rule& rule = subject.rule();
  check_cap(subject);
  if (rule.step <= Points{}) return subject.error("/step", "每项（次）分值应当大于 0");
  if (rule.step > subject.points)
    return subject.error("/step", "每项（次）" + rule.step.text() + " 分，高于最高分 " + subject.points.text() + " 分", "请核对原文");
  const Points reach = uncapped_points_for(rule, static_cast<std::int64_t>(rule.parts.size()));
  if (!rule.parts.empty() && reach < subject.points) {
    subject.warn("/parts", "rubric-cap-unreachable",
                 "列明的 " + std::to_string(rule.parts.size()) + " 项合计 " + reach.text() + " 分，达不到最高分 " + subject.points.text() + " 分",
                 "若原文如此，无须改动");
  }
}

void check_part_numbers(const Subject& subject) {
  const std::vector<RulePart>& parts = subject.rule().parts;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::string field = "/parts/" + std::to_string(i);
    for (int need : parts[i].needs) {
      if (need > static_cast<int>(i))
        subject.error(field + "/needs", "第 " + std::to_string(i + 1) + " 部分所依赖的“" + std::to_string(need) + "”不在它前面", "请写前面某一部分的序号");
    }
    if (parts[i].at_least && (parts[i].at_least->is_negative() || *parts[i].at_least > Decimal(100)))
      subject.error(field + "/at_least", "百分比应当在 0 到 100 之间");
    for (const std::string& item : parts[i].only_if) {
      const auto* values = values_of_unit_item(item);
      if (values == nullptr || values->size() != 2)
        subject.error(field + "/only_if", "“" + item + "”不是填“是/否”的单位信息项目", "可以写：" + conditional_unit_items());
    }
    if (parts[i].name.empty()) subject.error(field, "第 " + std::to_string(i + 1) + " 部分没有名称");
  }
}

void check_parts(const Subject& subject) {
  Points sum;
  for (const RulePart& part : subject.rule().parts) {
    if (part.points <= Points{}) subject.error("/parts", "“" + part.name + "”没有分值", "parts 规则的每一部分都要写 points");
    sum += part.points;
  }
  if (sum < subject.points) {
    subject.warn("/parts", "rubric-cap-unreachable", "各部分合计 " + sum.text() + " 分，达不到指标分值 " + subject.points.text() + " 分",
                 "若原文如此，无须改动");
  }
}

void refuse_part_points(const Subject& subject) {
  for (const RulePart& part : subject.rule().parts) {
    if (part.points != Points{}) subject.error("/parts", "“" + part.name + "”不能写分值", "只有 parts 规则的各部分有分值");
  }
}

void check_tiers(const Subject& subject) {
  const std::vector<TierStep>& tiers = subject.rule().tiers;
  std::set<std::string> grades;
  for (std::size_t i = 0; i < tiers.size(); ++i) {
    const std::string field = "/tiers/" + std::to_string(i);
    const TierStep& tier = tiers[i];
    if (tier.at_least.has_value() != tiers.front().at_least.has_value()) subject.error(field, "百分比和等级不能混用");
    if (tier.at_least && (tier.at_least->is_negative() || *tier.at_least > Decimal(100))) subject.error(field, "百分比应当在 0 到 100 之间");
    if (!tier.grade.empty() && !grades.insert(tier.grade).second) subject.error(field, "等级“" + tier.grade + "”重复");
    if (i == 0) continue;
    const TierStep& above = tiers[i - 1];
    if (tier.at_least && above.at_least && *tier.at_least >= *above.at_least) subject.error(field, "百分比应当从高到低排列");
    if (tier.points > above.points) subject.error(field, "分值应当从高到低排列");
  }
  if (!tiers.empty() && tiers.front().points != subject.points) {
    subject.error("/tiers", "最高一档 " + tiers.front().points.text() + " 分，与指标分值 " + subject.points.text() + " 分不符", "请核对原文");
  }
}

void check_deduct(const Subject& subject) {
  const Points step = subject.rule().deduct_step;
  if (step <= Points{} || step > subject.points) subject.error("/deduct", "每处扣分应当大于 0、不超过 " + subject.points.text() + " 分", "请核对原文");
}

void check_shares(const Subject& subject) {
  const Rule& rule = subject.rule();
  if (rule.shares.empty()) return;
  Points sum;
  for (const TargetShare& share : rule.shares) sum += share.points;
  if (sum != subject.points) subject.error("/shares", "各项目标合计 " + sum.text() + " 分，与指标分值 " + subject.points.text() + " 分不符", "请核对原文");
}

void check_choice(const Subject& subject) {
  std::set<std::string> answers;
  Points best;
  int opening = 0;
  for (const ChoiceOption& option : subject.rule().options) {
    if (!answers.insert(option.answer).second) subject.error("/options", "选项“" + option.answer + "”重复");
    best = std::max(best, option.points);
    opening += option.opens_alternative ? 1 : 0;
  }
  if (best != subject.points) subject.error("/options", "最高的选项 " + best.text() + " 分，与指标分值 " + subject.points.text() + " 分不符", "请核对原文");
  if ((opening > 0) != subject.has_alternative) {
    subject.error("/options", subject.has_alternative ? "有替代指标，但没有选项写 opens_alternative: true"
                                                      : "有选项写了 opens_alternative，但没有指标以它为 alternative_of");
  }
}

void check_kind(const Subject& subject) {
  switch (subject.rule().kind) {
    case RuleKind::binary: return;
    case RuleKind::all_of:
    case RuleKind::any_of: return refuse_part_points(subject);
    case RuleKind::parts: return check_parts(subject);
    case RuleKind::per_item:
    case RuleKind::per_occurrence: refuse_part_points(subject); return check_counting(subject);
    case RuleKind::tiers: return check_tiers(subject);
    case RuleKind::deduct: return check_deduct(subject);
    case RuleKind::judged:
    case RuleKind::open:
    case RuleKind::assessor: return check_cap(subject);
    case RuleKind::targets: return check_shares(subject);
    case RuleKind::choice: return check_choice(subject);
  }
}

bool may_be_open(RuleKind kind) { return kind == RuleKind::open || kind == RuleKind::judged || kind == RuleKind::assessor; }

void check_branch(const Subject& subject) {
  const Branch& branch = *subject.rule().branch;
  const auto* values = values_of_unit_item(branch.field);
  if (values == nullptr) return subject.error("/branch/field", "“" + branch.field + "”不是可以分支的单位信息项目", "可以写：" + conditional_unit_items());
  for (const std::string& value : branch.values) {
    const bool known = values->empty() || std::find(values->begin(), values->end(), value) != values->end();
    if (!known) subject.error("/branch", "“" + branch.field + "”没有“" + value + "”这个值");
  }
}

/// Full points with a 情况说明 are only safe when that statement is demanded.
void check_statement(const Subject& subject) {
  if (subject.rule().not_applicable != NotApplicable::full_points_with_statement) return;
  const auto& demands = subject.indicator.evidence;
  if (demands.empty()) subject.error("/not_applicable", "没有要求提供情况说明", "请在 evidence 里写明要交的情况说明");
}

}  // namespace

void lint_rules(Lint& lint) {
  std::set<std::string> with_alternative;
  lint.each_indicator([&](const Indicator& indicator, const Item&, const std::string&) { with_alternative.insert(indicator.alternative_of); });
  lint.each_indicator([&](const Indicator& indicator, const Item& item, const std::string& path) {
    if (!indicator.points && !may_be_open(indicator.rule.kind)) {
      lint.error(path, "rubric-missing-field", "指标 " + indicator.id + " 没有分值", "原文没有分值的，规则请用 open、judged 或 assessor");
      return;
    }
    const Subject subject{lint, indicator, indicator.points.value_or(item.points), path + "/rule", with_alternative.contains(indicator.id)};
    if (indicator.points && *indicator.points <= Points{}) lint.error(path + "/points", "rubric-bad-number", "指标 " + indicator.id + " 的分值应当大于 0");
    if (indicator.points) check_kind(subject);
    check_part_numbers(subject);
    if (indicator.rule.branch) check_branch(subject);
    check_statement(subject);
  });
}

}  // namespace lvce
