#include <nlohmann/json.hpp>

#include "rubric/rubric.h"
#include "support/unseen.h"

namespace lvce {
namespace {

using Json = nlohmann::ordered_json;

Json number(Points points) {
  if (points.hundredths() % 100 == 0) return points.hundredths() / 100;
  return points.to_double();
}

Json number(const std::optional<Points>& points) { return points ? number(*points) : Json(nullptr); }

Json number(const std::optional<Decimal>& value) {
  if (!value) return nullptr;
  if (value->is_whole()) return static_cast<std::int64_t>(value->to_double());
  return value->to_double();
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

std::string_view not_applicable_name(NotApplicable value) {
  switch (value) {
    case NotApplicable::refused: return "refused";
    case NotApplicable::full_points: return "full_points";
    case NotApplicable::full_points_with_statement: return "full_points_with_statement";
  }
  return "refused";
}

Json parts_json(const Rule& rule) {
  Json out = Json::array();
  for (const RulePart& part : rule.parts) {
    Json one = {{"name", part.name}};
    if (rule.kind == RuleKind::parts) one["points"] = number(part.points);
    if (!part.needs.empty()) one["needs"] = part.needs;
    if (part.at_least) one["at_least"] = number(*part.at_least);
    if (!part.only_if.empty()) one["only_if"] = part.only_if;
    out.push_back(std::move(one));
  }
  return out;
}

Json tiers_json(const Rule& rule) {
  Json out = Json::array();
  for (const TierStep& tier : rule.tiers) {
    Json one;
    if (tier.at_least) one["at_least"] = number(tier.at_least);
    else one["grade"] = tier.grade;
    one["points"] = number(tier.points);
    out.push_back(std::move(one));
  }
  return out;
}

Json options_json(const Rule& rule) {
  Json out = Json::array();
  for (const ChoiceOption& option : rule.options) {
    Json one = {{"answer", option.answer}};
    if (option.opens_alternative) one["opens_alternative"] = true;
    else one["points"] = number(option.points);
    out.push_back(std::move(one));
  }
  return out;
}

void add_targets(Json& out, const Rule& rule) {
  out["mode"] = rule.shares.empty() ? "all" : "each";
  if (rule.shares.empty()) out["metrics"] = rule.metrics;
  else out["shares"] = Json::array();
  for (const TargetShare& share : rule.shares) out["shares"].push_back({{"metric", share.metric}, {"points", number(share.points)}});
  out["quota_alternative"] = rule.quota_alternative;
}

Json rule_json(const Rule& rule) {
  Json out = {{"kind", rule_kind_name(rule.kind)}};
  if (rule.counts()) out["step"] = number(rule.step);
  if (rule.cap) out["cap"] = number(rule.cap);
  if (rule.deduct_step > Points{}) out["deduct"] = number(rule.deduct_step);
  if (!rule.counted.empty()) out["counted"] = rule.counted;
  if (!rule.parts.empty()) out["parts"] = parts_json(rule);
  if (!rule.tiers.empty()) out["tiers"] = tiers_json(rule);
  if (rule.kind == RuleKind::targets) add_targets(out, rule);
  if (!rule.options.empty()) out["options"] = options_json(rule);
  if (rule.not_applicable != NotApplicable::refused) out["not_applicable"] = not_applicable_name(rule.not_applicable);
  if (rule.branch) out["branch"] = {{"field", rule.branch->field}, {rule.branch->negated ? "not" : "is", rule.branch->values}};
  if (!rule.note.empty()) out["note"] = rule.note;
  return out;
}

Json demand_json(const Demand& demand) {
  Json out = {{"what", demand.what}, {"kinds", demand.kinds}, {"min", demand.min}};
  out["years"] = demand.years ? Json(demand.years->text) : Json(nullptr);
  out["caption"] = demand.caption;
  out["seal"] = demand.seal;
  out["source"] = demand.standard ? "standard" : "derived";
  if (!demand.only_if_field.empty()) out["when"] = {{demand.only_if_field, demand.only_if_value}};
  return out;
}

Json indicator_json(const Indicator& indicator) {
  Json out = {{"id", indicator.id}, {"group", text_or_null(indicator.group)}, {"text", indicator.text}};
  out["points"] = number(indicator.points);
  out["alternative_of"] = text_or_null(indicator.alternative_of);
  out["rule"] = rule_json(indicator.rule);
  out["evidence"] = Json::array();
  for (const Demand& demand : indicator.evidence) out["evidence"].push_back(demand_json(demand));
  return out;
}

Json item_json(const Item& item) {
  Json out = {{"id", item.id}, {"name", item.name}, {"points", number(item.points)}};
  if (!item.requirement.empty()) out["requirement"] = item.requirement;
  if (!item.tasks.empty()) out["tasks"] = item.tasks;
  out["indicators"] = Json::array();
  for (const Indicator& indicator : item.indicators) out["indicators"].push_back(indicator_json(indicator));
  return out;
}

Json unit_json(const Unit& unit) {
  Json out = {{"id", unit.id}, {"name", unit.name}, {"points", number(unit.points)}, {"groups", Json::array()}, {"items", Json::array()}};
  for (const Group& group : unit.groups) out["groups"].push_back({{"id", group.id}, {"text", group.text}});
  for (const Item& item : unit.items) out["items"].push_back(item_json(item));
  return out;
}

Json head_json(const Rubric& rubric) {
  Json out = {{"id", rubric.id}, {"title", rubric.title}, {"source", rubric.source}, {"total", number(rubric.total)}, {"pass", number(rubric.pass)}};
  out["gates"] = Json::array();
  for (const Gate& gate : rubric.gates) out["gates"].push_back({{"id", gate.id}, {"text", gate.text}});
  out["targets"] = Json::array();
  for (const Target& target : rubric.targets) {
    out["targets"].push_back({{"metric", target.metric}, {"required_pct", number(target.required_pct)}, {"points", number(target.points)}});
  }
  return out;
}

/// A rubric may be a stranger's, and all that it says is words.
void make_visible(Json& json) {
  if (json.is_string()) json = visible_lines(json.get<std::string>());
  if (json.is_structured())
    for (Json& inner : json) make_visible(inner);
}

std::string shown_text(Json json) {
  make_visible(json);
  return json_escaped(json.dump(2)) + "\n";
}

}  // namespace

std::string rubric_to_json(const Rubric& rubric) {
  Json out = head_json(rubric);
  out["units"] = Json::array();
  for (const Unit& unit : rubric.units) out["units"].push_back(unit_json(unit));
  return shown_text(std::move(out));
}

std::string rubric_list_to_json(const std::vector<Rubric>& rubrics) {
  Json out = Json::array();
  for (const Rubric& rubric : rubrics) {
    out.push_back({{"id", rubric.id}, {"title", rubric.title}, {"total", number(rubric.total)}, {"indicators", all_indicators(rubric).size()}});
  }
  return shown_text(std::move(out));
}

}  // namespace lvce
