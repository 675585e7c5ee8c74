// A table's cells placed on a grid of rows and columns, spans resolved, text broken into lines.
#pragma once

#include <vector>

#include "document/document.h"
#include "layout/text/lines.h"

namespace lvce {

/// A cell with its place and its lines.
struct GridCell {
  const TableCell* source = nullptr;
  std::size_t row = 0, column = 0;
  std::size_t row_span = 1, column_span = 1;
  GlyphText text;
  std::vector<LineRange> lines;
  bool numeric = false;  ///< shows a number: may be aligned at the decimal point
  double decimal_x = 0;  ///< where its text starts so that decimal points stand below each other; 0: not aligned so
};

struct Grid {
  std::size_t rows = 0, columns = 0, head_rows = 0;
  std::vector<GridCell> cells;          ///< row by row
  std::vector<std::size_t> first_cell;  ///< of each row, and one past the end
  std::vector<int> owner;               ///< rows × columns: index into cells, −1 for a hole
  std::vector<double> edge;             ///< x of each column's left edge, and of the right end
  double font_size = 10.5;
  double pitch = 14.2;      ///< of lines in cells
  bool keeps_items = true;  ///< no row of an item stands alone at the foot or head of a page
  double pad = 2.6;         ///< pt between a cell's border and its text, above and below

  int owner_at(std::size_t row, std::size_t column) const { return owner[row * columns + column]; }
  double x_of(const GridCell& cell) const { return edge[cell.column]; }
  double width_of(const GridCell& cell) const { return edge[cell.column + cell.column_span] - edge[cell.column]; }
};

inline constexpr double kCellSide = 3.2;  ///< pt between a cell's border and its text, left and right

/// Places the cells as HTML does: a cell covered by a span above is absent from its row. Spans that leave the table or meet another cell
/// are cut; a row with more cells than columns widens the grid.
Grid place_cells(const Table& table);

/// Sets lines and borders closer, for a table that then fits its page: 0 as usual, 1 as close as reads well.
void set_tightness(Grid& grid, double tightness);

/// Measures the cells, shares `width` among the columns and breaks the cells' lines.
void set_cells(Grid& grid, const Table& table, double width, Typesetter& setter);

}  // namespace lvce
