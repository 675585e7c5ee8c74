#include <algorithm>
#include <set>

#include "rubric/lint.h"
#include "rubric/vocabulary.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr const char* kLevelItem = "单位层级";

bool is_percentage(const Decimal& percent) { return percent > Decimal(0) && percent <= Decimal(100); }

void check_percent(Lint& lint, const Decimal& percent, const std::string& path) {
  if (!is_percentage(percent)) lint.error(path, "rubric-bad-number", "比例“" + percent.shortest() + "”不对", "百分之三十请写 30，要大于 0、不超过 100");
}

void check_level(Lint& lint, const std::string& level, const std::string& path) {
  const std::vector<std::string>* known = values_of_unit_item(kLevelItem);
  if (known != nullptr && std::find(known->begin(), known->end(), level) == known->end())
    lint.error(path, "rubric-bad-value", "不认识的单位层级“" + level + "”", "可以写：" + join(*known, "、"));
}

/// Every level once, its parts once each and 100 % together.
void check_weights(Lint& lint) {
  const auto& all = lint.rubric().review.weights;
  std::set<std::string> levels;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string path = "review/weights/" + std::to_string(i);
    for (const std::string& level : all[i].levels) {
      check_level(lint, level, path + "/levels");
      if (!levels.insert(level).second) lint.error(path + "/levels", "rubric-duplicate-id", "“" + level + "”的权重写了两次");
    }
    std::set<std::string> names;
    Decimal sum;
    for (std::size_t k = 0; k < all[i].parts.size(); ++k) {
      const ReviewPart& part = all[i].parts[k];
      check_percent(lint, part.percent, path + "/parts/" + std::to_string(k) + "/percent");
      if (!names.insert(part.by).second) lint.error(path + "/parts", "rubric-duplicate-id", "“" + part.by + "”的权重写了两次");
      sum += part.percent;
    }
    if (!all[i].parts.empty() && sum != Decimal(100))
      lint.error(path + "/parts", "rubric-review", "各级权重合计 " + sum.shortest() + "%，应当是 100%", "请核对原文");
  }
}

std::vector<std::string> counting_kinds() {
  std::vector<std::string> out;
  for (const RuleKind kind : all_rule_kinds()) {
    if (counting_of(kind) != Counting::none) out.emplace_back(rule_kind_name(kind));
  }
  return out;
}

bool fits_effect(const Rule& rule, OnSiteEffect effect) {
  switch (effect) {
    case OnSiteEffect::deduct: return rule.deduct_step > Points{};
    case OnSiteEffect::not_counted: return rule.counts();
    case OnSiteEffect::zero: break;
  }
  return true;
}

void check_on_site(Lint& lint) {
  std::set<std::string> seen;
  const auto& rules = lint.rubric().review.on_site;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const std::string path = "review/on_site/" + std::to_string(i) + "/indicator";
    const Indicator* indicator = find_indicator(lint.rubric(), rules[i].indicator);
    if (indicator == nullptr) lint.error(path, "rubric-review", "没有指标“" + rules[i].indicator + "”", "请写本文件里的指标编号");
    else if (!fits_effect(indicator->rule, rules[i].effect))
      lint.error(path, "rubric-review", "指标 " + rules[i].indicator + " 的规则与现场扣分的办法不合",
                 "deduct 要求规则里有 deduct，not_counted 要求规则是 " + join(counting_kinds(), " 或 "));
    if (!seen.insert(rules[i].indicator).second) lint.error(path, "rubric-duplicate-id", "指标 " + rules[i].indicator + " 的现场扣分写了两次");
  }
}

void check_built_shares(Lint& lint) {
  const auto& shares = lint.rubric().review.built_shares;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const std::string path = "review/built_shares/" + std::to_string(i);
    check_percent(lint, shares[i].percent, path + "/percent");
    if (!shares[i].field.empty() && shares[i].field != kLevelItem && shares[i].field != "单位类别")
      lint.error(path + "/field", "rubric-bad-value", "“" + shares[i].field + "”不对", "请写 单位层级 或 单位类别");
  }
}

void check_recheck_shares(Lint& lint) {
  const auto& shares = lint.rubric().review.recheck_shares;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const std::string path = "review/recheck_shares/" + std::to_string(i);
    check_percent(lint, shares[i].percent, path + "/percent");
    for (const std::string& level : shares[i].levels) check_level(lint, level, path + "/levels");
  }
}

}  // namespace

void lint_review(Lint& lint) {
  check_weights(lint);
  check_on_site(lint);
  check_built_shares(lint);
  check_recheck_shares(lint);
  const Review& review = lint.rubric().review;
  if (review.eliminate_pct) check_percent(lint, *review.eliminate_pct, "review/eliminate_pct");
  const std::vector<std::string> names = rounding_names();
  if (!review.rounding.empty() && std::find(names.begin(), names.end(), review.rounding) == names.end())
    lint.error("review/rounding", "rubric-bad-value", "不认识的取舍办法“" + review.rounding + "”", "可以写：" + join(names, "、") + "；原文未载明的不写");
}

}  // namespace lvce
