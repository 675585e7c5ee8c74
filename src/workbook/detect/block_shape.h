// What a block of months covers: its rows, up to the next axis, and the columns that say the year and what a row is of.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "workbook/detect/axes.h"
#include "workbook/detect/grid.h"

namespace lvce::formats {

struct BlockShape {
  const Grid& grid;
  const std::vector<Axis>& axes;
  const Axis& axis;
  int left = 1, right = 0, top = 1, end = 0;  ///< what may belong to it
  int last = 0;                               ///< last row of figures
  std::vector<int> rows = {};                 ///< of months, and those below a month that is written once for several
  bool down = false;                          ///< there are such
  int year_column = 0;                        ///< 0: none
  int kind_column = 0;                        ///< what each row is of (能源种类); 0: none
  std::vector<std::string> kinds = {};

  /// What the axis says in this row.
  std::optional<MonthLabel> label_at(int row) const { return period_label(grid.text(row, axis.column), axis.kind); }
  /// 合计, 小计, 上年同期 before the figures; behind the months no remark like 比上月下降12%.
  bool says_sum(int row, int column) const;
  bool is_total_row(int row) const;
  /// The year beside a row of months, or written in a row of its own just above it (above January also in a sentence).
  std::optional<int> year_before(int row) const;
  bool has_figures(int column) const;
  int count_figure_columns() const;
  /// The first real row whose words may be about this block.
  int real_top() const;
  /// Across: the last real row that an axis above has figures in, at least its own.
  int last_value_column(const Axis& other) const;
  std::optional<int> year_at(int row) const;
  bool says_year_total(int row) const;
};

BlockShape shape_of(const Grid& grid, const std::vector<Axis>& axes, const Axis& axis);

}  // namespace lvce::formats
