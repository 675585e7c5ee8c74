// What a worker does with a unit: given from above, because this floor knows no pipeline.
#pragma once

#include <functional>
#include <string>

#include "fleet/unit_row.h"
#include "fleet/unit_task.h"

namespace lvce {

struct UnitWork {
  /// 单位名称 of the unit's workbook; empty: none, or it cannot be read.
  std::function<std::string(const UnitTask&)> name_of;
  /// Builds the unit unless its package is up to date. Calls `begin` with the number of the unit's files before anything is written. Throws nothing but
  /// what ends the process.
  std::function<UnitRow(const UnitTask&, const std::function<void(std::size_t files)>& begin)> make;
};

}  // namespace lvce
