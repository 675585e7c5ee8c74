// The records of all shards → one list, held against the roster.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "fleet/unit_row.h"
#include "roster/roster.h"

namespace lvce {

struct FleetUnits {
  std::vector<UnitRow> rows;         ///< in the roster's order; a failed row for each unit that is missing or half
  std::vector<std::string> missing;  ///< their names
  Findings findings;                 ///< what is wrong, shard by shard and unit by unit
};

/// A unit is there when a shard has told of it and its package is on the disk as told: every file with its size, result.json with its digest.
FleetUnits gather_units(const std::filesystem::path& out, const Roster& roster);

}  // namespace lvce
