#include "document/table_places.h"

#include <algorithm>
#include <cstddef>

namespace lvce {

std::vector<TablePlace> table_places(const Table& table) {
  std::vector<TablePlace> places;
  std::vector<int> covered(table.columns.size(), 0);  // rows that a cell above still covers
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    std::vector<int> next(covered.size(), 0);
    for (std::size_t column = 0; column < covered.size(); ++column) next[column] = std::max(0, covered[column] - 1);
    std::size_t column = 0;
    for (const TableCell& cell : table.rows[row].cells) {
      while (column < covered.size() && covered[column] > 0) ++column;
      if (column >= covered.size()) break;
      places.push_back({&cell, static_cast<int>(row), static_cast<int>(column)});
      for (int i = 0; i < cell.column_span && column < covered.size(); ++i, ++column) next[column] = cell.row_span - 1;
    }
    covered = std::move(next);
  }
  return places;
}

}  // namespace lvce
