// Which factor set converts for rubrics that name none: said by the sets themselves.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "support/yaml/yaml_tree.h"

namespace lvce {

/// A set that says `default`.
struct UsualFactorSet {
  std::string id;
  /// The energy year from which it is the usual one; 0: `default: true`, until another one begins. Nothing: what stands there is neither.
  std::optional<int> from;
};

/// What `default:` of a set says: `true` is 0, `{from: 2024}` is 2024; nothing: neither.
std::optional<int> usual_from(const YamlNode& said);

/// Those in <data>/rubrics/factors, the earliest first.
std::vector<UsualFactorSet> usual_factor_sets(const std::filesystem::path& data);

/// Id of the one for an energy year; empty: there is none, or not just one.
std::string usual_factor_set(const std::vector<UsualFactorSet>& sets, int energy_year);

}  // namespace lvce
