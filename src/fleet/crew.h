// The workers of a run. One that dies or passes its limits costs one unit, which is tried once more by another.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "fleet/unit_work.h"
#include "fleet/worker.h"

namespace lvce {

struct CrewEvents {
  /// A unit is going to be written: called before it is.
  std::function<void(const UnitTask&)> begun;
  /// A unit has come to its end, in whatever order.
  std::function<void(UnitRow)> done;
};

/// Forks the workers from this process, which must have one thread only, when they are first needed; they share what it has loaded.
class Crew {
 public:
  Crew(int jobs, UnitWork work, CrewLimits limits = {}) : jobs_(jobs), work_(std::move(work)), limits_(limits) {}

  /// 单位名称 of each task's workbook, in the tasks' order; empty: none, or its worker died of it.
  std::vector<std::string> names_of(const std::vector<UnitTask>& tasks) const;
  /// Makes all units. A unit of which the workers died or were too slow twice gets a failed row.
  void make_all(const std::vector<UnitTask>& tasks, const CrewEvents& events) const;

 private:
  int jobs_;
  UnitWork work_;
  CrewLimits limits_;
};

}  // namespace lvce
