// Axes of charts with categories from left to right, and the values below them when they find no room at the bars.
#pragma once

#include "layout/chart/plots.h"
#include "layout/chart/scale.h"

namespace lvce {

struct Axes {
  Area plot;
  Scale scale;
  double slot = 0;            ///< width of a category
  bool values_below = false;  ///< a small table of values stands below the categories

  double y_of(double value) const { return plot.bottom - scale.part(value) * plot.height(); }
  double middle_of(std::size_t category) const { return plot.left + (static_cast<double>(category) + 0.5) * slot; }
};

/// Draws axes, grid lines, category names and, where `label_room` pt at each value are too little for its label, the table of values.
Axes draw_axes(const Chart& chart, const Area& area, bool stacked, double label_share, Canvas& canvas);

/// Width of the widest value label.
double widest_label(const Chart& chart, double size, Canvas& canvas);

}  // namespace lvce
