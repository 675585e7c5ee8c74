// Where everything of a document stands in its worksheets: pure, before a byte is written.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "document/document.h"
#include "render/xlsx_rows.h"

namespace lvce {

/// A rectangle of cells, 0-based and inclusive.
struct CellArea {
  int row = 0, column = 0, last_row = 0, last_column = 0;
  bool is_single() const { return row == last_row && column == last_column; }
};

struct PlannedCell {
  CellArea area;
  SheetField field;
  double font_size = 10.5;
  bool borders = true;
  std::string words_before;  ///< shown before the number, as part of its format
};

/// A paragraph, a table's title or unit line, a signature.
struct PlannedText {
  CellArea area;
  std::string text;
  ParagraphStyle style = ParagraphStyle::body;
};

struct PlannedChart {
  int row = 0;
  double width_mm = 150;
  const Chart* chart = nullptr;
};

struct PlannedSheet {
  std::string name;
  const Section* section = nullptr;
  std::vector<double> column_mm;
  std::map<int, double> row_points;  ///< heights of rows that need one
  std::vector<PlannedCell> cells;
  std::vector<PlannedText> texts;
  std::vector<PlannedChart> charts;
  std::optional<std::pair<int, int>> repeated_rows;  ///< head of the first table, where the sheet is that table
  std::vector<int> breaks;                           ///< a page begins at this row
};

/// Excel takes rows of at most 409 pt: a taller row becomes several, its cells merged over them.
inline constexpr double kTallestRow = 400;

/// One sheet per section that names one.
std::vector<PlannedSheet> plan_sheets(const Document& document);

/// Sheet index and cell of every named cell.
struct CellPlaceInBook {
  std::size_t sheet = 0;
  int row = 0, column = 0;
};
using CellNames = std::map<std::string, CellPlaceInBook>;
CellNames collect_names(const std::vector<PlannedSheet>& sheets);

/// The formula with {names} replaced by references as seen from `sheet`; nothing when it names a cell that does not exist.
std::optional<std::string> resolve_formula(const std::string& formula, std::size_t sheet, const CellNames& names, const std::vector<PlannedSheet>& sheets);

/// The condition of a mark with {names} replaced by $A$1; nothing when it names a cell of another sheet, which a conditional format may not, or
/// none.
std::optional<std::string> resolve_condition(const std::string& condition, std::size_t sheet, const CellNames& names);

/// 'sheet'!$A$1:$A$9 for the range between two named cells of one sheet; empty when there is none.
std::string chart_range(const std::string& first, const std::string& last, const CellNames& names, const std::vector<PlannedSheet>& sheets);

}  // namespace lvce
