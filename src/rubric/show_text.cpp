#include "rubric/rubric.h"

namespace lvce {
namespace {

std::string points_or_open(const std::optional<Points>& points) { return points ? points->text() + " 分" : "分值原文未载明"; }

std::string head_text(const Rubric& rubric) {
  std::string out = rubric.title + "（" + rubric.id + "）\n";
  const auto line = [&out](const std::string& name, const std::string& value) {
    if (!value.empty()) out += name + "：" + value + "\n";
  };
  line("发布单位", rubric.issuer);
  line("文号", rubric.document_number);
  line("出处", rubric.source);
  line("总分", rubric.total.text());
  line("合格分", rubric.pass ? rubric.pass->text() : "原文未载明");
  for (const Gate& gate : rubric.gates) line("必备条件", gate.text);
  for (const Target& target : rubric.targets) {
    line("年度目标", target.metric + (target.required_pct ? "下降 " + target.required_pct->shortest() + "% 以上" : "（由上级每年下达）"));
  }
  return out;
}

std::string demand_text(const Demand& demand) {
  std::string out = "        材料：" + demand.what;
  if (demand.min > 1) out += "（至少 " + std::to_string(demand.min) + " 份）";
  if (demand.years) out += "；年份 " + demand.years->text;
  if (demand.caption) out += "；图片要有图说";
  if (demand.seal) out += "；须盖章";
  if (!demand.only_if_field.empty()) out += "；仅当" + demand.only_if_field + "为“" + demand.only_if_value + "”";
  return out + (demand.standard ? "（原文列出）\n" : "（编者拟定）\n");
}

std::string indicator_text(const Indicator& indicator) {
  std::string out = "    " + indicator.id + "  " + indicator.text + "〔" + points_or_open(indicator.points) + "，" + rule_text(indicator) + "〕\n";
  if (!indicator.alternative_of.empty()) out += "        与 " + indicator.alternative_of + " 二选一\n";
  if (!indicator.rule.note.empty()) out += "        注：" + indicator.rule.note + "\n";
  for (const Demand& demand : indicator.evidence) out += demand_text(demand);
  return out;
}

std::string item_text(const Unit& unit, const Item& item) {
  std::string out = "  " + item.id + " " + item.name + "（" + item.points.text() + " 分）\n";
  std::string group;
  for (const Indicator& indicator : item.indicators) {
    if (!indicator.group.empty() && indicator.group != group) {
      for (const Group& one : unit.groups) {
        if (one.id == indicator.group) out += "    " + one.id + "  " + one.text + "\n";
      }
    }
    group = indicator.group;
    out += indicator_text(indicator);
  }
  return out;
}

std::string list_text(const std::string& title, const std::vector<std::string>& entries) {
  if (entries.empty()) return {};
  std::string out = "\n" + title + "\n";
  for (const std::string& entry : entries) out += "  - " + entry + "\n";
  return out;
}

}  // namespace

std::string rubric_to_text(const Rubric& rubric) {
  std::string out = head_text(rubric);
  for (const Unit& unit : rubric.units) {
    out += "\n" + unit.id + " " + unit.name + "（" + unit.points.text() + " 分）\n";
    for (const Item& item : unit.items) out += item_text(unit, item);
  }
  out += list_text("原文未载明", rubric.open_points);
  out += list_text("对原文的更正", rubric.corrections);
  return out;
}

}  // namespace lvce
