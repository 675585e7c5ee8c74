// Inside of rubric/: the names that a rubric may use from elsewhere. The reader of the workbook knows the same ones (design: unit folder).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lvce {

bool is_known_metric(std::string_view name);
std::string known_metrics();

/// Items of 单位信息 that a branch, a `when` or an `only_if` may ask, with the values they can take; no values: free text.
const std::vector<std::string>* values_of_unit_item(std::string_view item);
std::string conditional_unit_items();

/// Narrative items of 单位信息 that a limit may count.
bool is_narrative_item(std::string_view item);
std::string narrative_items();

bool is_known_gate(std::string_view id);
std::string known_gates();

/// "2.2.4.2" → {2, 2, 4, 2}. Nothing for anything but numbers 1…999 without leading zeros, joined by dots, at most 8 levels.
std::optional<std::vector<int>> parse_id(std::string_view id);

}  // namespace lvce
