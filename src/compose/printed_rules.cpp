#include "compose/printed_rules.h"

#include <algorithm>

#include "support/text.h"

namespace lvce {

std::string printed_indicator(const Indicator& indicator) {
  const std::string& number = indicator.printed_number;
  if (number.empty()) return indicator.text;
  const char last = number.back();
  if (last < '0' || last > '9') return number + indicator.text;
  return number + (number.find('.') == std::string::npos ? "." : " ") + indicator.text;
}

std::string lead_of(const Unit& unit, const Indicator& indicator) {
  for (const Group& group : unit.groups) {
    if (!indicator.group.empty() && group.id == indicator.group) return group.text + "\n";
  }
  return {};
}

std::string printed_lead(const Unit& unit, const Indicator& indicator) {
  const std::string lead = lead_of(unit, indicator);
  if (lead.empty() || !indicator.printed_number.ends_with("）")) return lead;
  return indicator.group.substr(indicator.group.rfind('.') + 1) + "." + lead;
}

std::string printed_rules(const Unit& unit, const Item& item) {
  std::vector<std::string> lines;
  std::string last_group;
  for (const Indicator& indicator : item.indicators) {
    lines.push_back((indicator.group != last_group ? printed_lead(unit, indicator) : "") + printed_indicator(indicator));
    last_group = indicator.group;
  }
  return join(lines, "\n");
}

std::vector<std::string> numbered_lines(const std::vector<std::string>& tasks) {
  if (tasks.size() < 2) return tasks;
  std::vector<std::string> lines;
  for (const std::string& task : tasks) lines.push_back(std::to_string(lines.size() + 1) + "、" + task);
  return lines;
}

std::vector<std::string> task_cells(const Item& item) {
  std::vector<std::string> lines = numbered_lines(item.tasks);
  if (item.task_cells.empty()) return lines;
  std::vector<std::string> cells;
  auto next = lines.begin();
  for (const int count : item.task_cells) {
    const auto end = next + std::min<std::ptrdiff_t>(count, lines.end() - next);
    cells.push_back(join(std::vector<std::string>(next, end), "\n"));
    next = end;
  }
  return cells;
}

}  // namespace lvce
