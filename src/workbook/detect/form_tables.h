// Small tables on a sheet that is one month's (or year's): meters below each other, the days of the month. Their figures are added.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "office/dossier.h"
#include "workbook/mapping/mapped_values.h"

namespace lvce::formats {

/// One figure of a form, or a range of figures that are added.
struct FormFigure {
  Carrier carrier;
  int row = 0, column = 0;
  std::string unit;
  std::string label;
  std::optional<int> year;
  bool part = false;
  int last_row = 0, last_column = 0;  ///< 0: one cell
  int total_row = 0;                  ///< of its printed total; 0: none
  bool days = false;                  ///< blank cells in the range are none
  std::string doubt = {};             ///< why it must be asked; empty: it need not
  std::string remark = {};
  /// Its rows, and that of its total.
  bool has_row(int r) const { return (row <= r && r <= last_row) || r == total_row; }
};

/// Columns of figures below a word for a carrier, each row named otherwise; days 1 … 31 across or down. `around`: titles and names, nearest first. A
/// printed total below (or behind) them is compared: what is another one is doubted.
std::vector<FormFigure> table_figures(const SourceSheet& source, const std::vector<std::string>& around);

}  // namespace lvce::formats
