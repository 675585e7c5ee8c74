// The wording of a standard with the numbers that it prints before it.
#pragma once

#include <string>
#include <vector>

#include "rubric/model.h"

namespace lvce {

/// As the standard prints the number: "1." before text, "1.1 " before text, "1）" as it stands.
std::string printed_indicator(const Indicator& indicator);

/// The sentence of the indicator's group and a line end; empty without a group.
std::string lead_of(const Unit& unit, const Indicator& indicator);

/// The group's sentence behind its own number, where the standard prints numbers: group 2.2.4 whose indicators are "1）" … is its "4.".
std::string printed_lead(const Unit& unit, const Indicator& indicator);

/// All rules of an item as the standard prints them, a line each.
std::string printed_rules(const Unit& unit, const Item& item);

/// "1、…" a line each; a single one has no number, as the official list prints it.
std::vector<std::string> numbered_lines(const std::vector<std::string>& tasks);

/// What stands in each cell of 得分项目工作内容: a task, or several where the document prints them in one cell.
std::vector<std::string> task_cells(const Item& item);

}  // namespace lvce
