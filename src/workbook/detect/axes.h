// Where six or more months run down a grid.
#pragma once

#include <utility>
#include <vector>

#include "workbook/detect/grid.h"
#include "workbook/mapping/month_label.h"

namespace lvce::formats {

struct Axis {
  int column = 0;
  int first = 0;  ///< row of the first month, or of the year above it
  int last = 0;
  std::vector<std::pair<int, MonthLabel>> labels;  ///< rows
  bool bare = false;                               ///< numbers alone
};

std::vector<Axis> find_axes(const Grid& grid);

}  // namespace lvce::formats
