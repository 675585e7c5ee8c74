#include "layout/table/grid.h"

#include <algorithm>

#include "document/cell_text.h"

namespace lvce {

namespace {

constexpr std::size_t kMostColumns = 200;

/// Walks the rows and finds each cell's column.
class CellPlacer {
 public:
  explicit CellPlacer(const Table& table) : table_(table), busy_until_(table.columns.size(), 0) {
    grid_.rows = table.rows.size();
    grid_.head_rows = std::min<std::size_t>(static_cast<std::size_t>(std::max(0, table.head_rows)), grid_.rows);
  }

  Grid run() {
    for (std::size_t row = 0; row < grid_.rows; ++row) {
      grid_.first_cell.push_back(grid_.cells.size());
      std::size_t column = 0;
      for (const TableCell& cell : table_.rows[row].cells) column = place(cell, row, column);
    }
    grid_.first_cell.push_back(grid_.cells.size());
    grid_.columns = std::max<std::size_t>(1, busy_until_.size());
    fill_owners();
    return std::move(grid_);
  }

 private:
  bool busy(std::size_t column, std::size_t row) const { return column < busy_until_.size() && busy_until_[column] > row; }

  std::size_t place(const TableCell& source, std::size_t row, std::size_t column) {
    while (busy(column, row)) ++column;
    if (column >= kMostColumns) return column;
    GridCell cell;
    cell.source = &source;
    cell.row = row;
    cell.column = column;
    const std::size_t wanted = static_cast<std::size_t>(std::clamp(source.column_span, 1, static_cast<int>(kMostColumns - column)));
    while (cell.column_span < wanted && !busy(column + cell.column_span, row)) ++cell.column_span;
    const std::size_t last_row = row < grid_.head_rows ? grid_.head_rows : grid_.rows;
    cell.row_span = std::clamp<std::size_t>(static_cast<std::size_t>(std::max(1, source.row_span)), 1, last_row - row);
    const std::size_t end = column + cell.column_span;
    if (busy_until_.size() < end) busy_until_.resize(end, 0);
    for (std::size_t c = column; c < end; ++c) busy_until_[c] = row + cell.row_span;
    grid_.cells.push_back(std::move(cell));
    return end;
  }

  void fill_owners() {
    grid_.owner.assign(grid_.rows * grid_.columns, -1);
    for (std::size_t i = 0; i < grid_.cells.size(); ++i) {
      const GridCell& cell = grid_.cells[i];
      for (std::size_t row = cell.row; row < cell.row + cell.row_span; ++row) {
        for (std::size_t c = cell.column; c < cell.column + cell.column_span; ++c) grid_.owner[row * grid_.columns + c] = static_cast<int>(i);
      }
    }
  }

  const Table& table_;
  Grid grid_;
  std::vector<std::size_t> busy_until_;  ///< row from which each column is free again
};

}  // namespace

Grid place_cells(const Table& table) { return CellPlacer(table).run(); }

}  // namespace lvce
