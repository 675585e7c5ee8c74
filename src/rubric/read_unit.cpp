#include <numeric>

#include "rubric/read.h"

namespace lvce {
namespace {

Group read_group(const ReadContext& context, const YamlNode& node, const std::string& path) {
  Fields fields(context, node, path);
  Group group{fields.required_text("id"), fields.required_text("text")};
  fields.refuse_unknown();
  return group;
}

Indicator read_indicator(const ReadContext& context, const YamlNode& node, const std::string& path) {
  Fields fields(context, node, path);
  Indicator indicator;
  indicator.line = node.place.line;
  indicator.id = fields.required_text("id");
  indicator.printed_number = fields.text("number");
  indicator.group = fields.text("group");
  indicator.text = fields.required_text("text");
  indicator.points = fields.points("points");
  indicator.alternative_of = fields.text("alternative_of");
  indicator.fill_in = fields.text("fill_in");
  if (const YamlNode* rule = fields.find("rule")) indicator.rule = read_rule(context, *rule, path + "/rule");
  else fields.missing("rule");
  indicator.evidence = read_list(fields, "evidence", read_demand);
  fields.refuse_unknown();
  return indicator;
}

/// The cells hold all tasks, each once.
void check_task_cells(Fields& fields, const Item& item) {
  if (item.task_cells.empty()) return;
  const auto total = std::accumulate(item.task_cells.begin(), item.task_cells.end(), std::size_t{0});
  if (total == item.tasks.size()) return;
  fields.error_at("task_cells", "rubric-bad-value", "task_cells 合计 " + std::to_string(total) + " 项，tasks 有 " + std::to_string(item.tasks.size()) + " 项",
                  "请写出原表每一格列几项工作内容，合计等于 tasks 的项数");
}

Item read_item(const ReadContext& context, const YamlNode& node, const std::string& path) {
  Fields fields(context, node, path);
  Item item;
  item.id = fields.required_text("id");
  item.name = fields.required_text("name");
  item.points = fields.required_points("points");
  item.requirement = fields.text("requirement");
  item.tasks = fields.texts("tasks");
  item.task_cells = fields.numbers("task_cells");
  check_task_cells(fields, item);
  item.indicators = read_list(fields, "indicators", read_indicator);
  if (item.indicators.empty()) fields.missing("indicators");
  fields.refuse_unknown();
  return item;
}

}  // namespace

Unit read_unit(const ReadContext& context, const YamlNode& node, const std::string& path) {
  Fields fields(context, node, path);
  Unit unit;
  unit.id = fields.required_text("id");
  unit.name = fields.required_text("name");
  unit.points = fields.required_points("points");
  unit.groups = read_list(fields, "groups", read_group);
  unit.items = read_list(fields, "items", read_item);
  if (unit.items.empty()) fields.missing("items");
  fields.refuse_unknown();
  return unit;
}

}  // namespace lvce
