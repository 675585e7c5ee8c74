// Inside of rubric/: from YAML nodes to the model. What is wrong becomes an error finding and reading goes on, so that one run shows all faults.
#pragma once

#include "rubric/model.h"
#include "support/yaml/fields.h"

namespace lvce {

/// The whole file. The result is only good when no finding is an error.
Rubric read_rubric(const ReadContext& context, const YamlNode& root);

Review read_review(const ReadContext& context, const YamlNode& node, const std::string& path);
Unit read_unit(const ReadContext& context, const YamlNode& node, const std::string& path);
Rule read_rule(const ReadContext& context, const YamlNode& node, const std::string& path);
Demand read_demand(const ReadContext& context, const YamlNode& node, const std::string& path);

/// Every entry of a list field by its own reader.
template <typename Value>
std::vector<Value> read_list(Fields& fields, std::string_view key, Value (*read)(const ReadContext&, const YamlNode&, const std::string&)) {
  std::vector<Value> out;
  const std::vector<YamlNode>& nodes = fields.list(key);
  for (std::size_t i = 0; i < nodes.size(); ++i) out.push_back(read(fields.context(), nodes[i], fields.entry_path(key, i)));
  return out;
}

/// "Y", "Y-1", "E-1..E": one base letter, offsets −20…20, first not after last.
std::optional<YearWindow> parse_year_window(const std::string& text);

}  // namespace lvce
