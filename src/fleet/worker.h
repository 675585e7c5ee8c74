// A worker process: a copy of the program after loading, which does one unit after the other as it is told.
#pragma once

#include <cstdint>
#include <vector>

#include "fleet/unit_work.h"

namespace lvce {

struct CrewLimits {
  std::uint64_t memory = 2048ULL << 20;  ///< bytes that a worker may write to
  std::uint64_t tired = 160ULL << 20;    ///< resident bytes beyond which a worker ends itself between units and a fresh one takes its place
  int units = 400;                       ///< … or after so many units
  int seconds_to_begin = 300;            ///< until a unit's folder is digested and read
  int seconds_fixed = 120;               ///< then, to build it: so many, and
  int seconds_per_file = 12;             ///< so many for each of its files
};

/// Lines on the socket, to the worker: "name 17", "make 17", "go"; from it: {"name": …}, {"begin": files} (answered by "go"), {"row": …}. A line with
/// "leaving" is its last. Never returns.
[[noreturn]] void work_on(int socket, const std::vector<UnitTask>& tasks, const UnitWork& work, const CrewLimits& limits);

}  // namespace lvce
