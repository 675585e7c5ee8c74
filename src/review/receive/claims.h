// What a package says of itself in result.json.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include <nlohmann/json.hpp>

#include "review/receive/arrival.h"

namespace lvce {

struct Claims {
  std::string tool_version;  ///< that built it
  std::string unit, rubric;
  int year = 0;
  bool complete = false;
  int open_points = 0;  ///< findings that are errors or missing
  int pages = 0;        ///< of the bound file
  Totals totals;
  std::map<std::string, std::pair<std::optional<Points>, std::optional<Points>>> indicators;  ///< id → claimed, supported
  std::set<std::tuple<std::string, std::string, std::string>> evidence;                       ///< indicator, title, digest
  nlohmann::json energy;
};

/// Throws JsonFault where it is not there or not as `lvce build` writes it.
Claims read_claims(const std::filesystem::path& package);

}  // namespace lvce
