// SOURCE: a folder of unit folders, or a roster → the units to be built.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "fleet/shard.h"
#include "fleet/unit_row.h"
#include "fleet/unit_task.h"
#include "roster/roster.h"

namespace lvce {

struct BatchSource {
  std::optional<Roster> roster;  ///< where SOURCE is one
  std::vector<UnitTask> tasks;   ///< in the source's order; of a folder without names yet
  std::vector<UnitRow> refused;  ///< units that cannot be built at all: rows of one name, no folder …
  Findings findings;             ///< of the source itself
};

/// Nothing in `tasks` and `refused`: SOURCE cannot be used (exit code 3), and the findings say why. `out`: never taken for a unit.
BatchSource read_batch_source(const std::filesystem::path& source, const std::filesystem::path& out);

/// Of a folder: gives the tasks their names, and moves those whose name, or whose folder in OUT, is another's too to `refused`.
void name_tasks(BatchSource& source, const std::function<std::vector<std::string>(const std::vector<UnitTask>&)>& names_of);

/// Leaves only what belongs to the shard.
void keep_shard(BatchSource& source, const Shard& shard);

}  // namespace lvce
