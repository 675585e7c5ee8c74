// Where months run down a grid, or else quarters, or else years.
#pragma once

#include <utility>
#include <vector>

#include "office/period_label.h"
#include "workbook/detect/grid.h"

namespace lvce::formats {

struct Axis {
  PeriodKind kind = PeriodKind::months;
  int column = 0;
  int first = 0;  ///< row of the first month, or of the year above it
  int last = 0;
  std::vector<std::pair<int, MonthLabel>> labels;  ///< rows
  bool bare = false;                               ///< numbers alone
};

/// Six months or more; three, where they are written as months (1月, 2021-01); periods, quarters and halves that make half a year; two years.
std::vector<Axis> find_axes(const Grid& grid, PeriodKind kind);

}  // namespace lvce::formats
