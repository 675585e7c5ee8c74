// One unit to be built, as the source names it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "support/place.h"

namespace lvce {

struct UnitTask {
  std::size_t index = 0;          ///< place in the source: the order of all lists
  std::string name;               ///< 单位名称; empty: not known yet, or none
  std::filesystem::path folder;   ///< the unit folder
  std::string shown;              ///< what messages call the folder
  std::string department;         ///< 归口部门
  std::string rubric;             ///< empty: the workbook's
  std::filesystem::path shared;   ///< 共用材料; empty: none
  std::string figures_of;         ///< 数据来源单位; empty: its own ledger
  std::filesystem::path figures;  ///< and that unit's folder
  Place place;                    ///< where the source names the unit
};

}  // namespace lvce
