// Where the cells of a table stand, spans counted.
#pragma once

#include <vector>

#include "document/document.h"

namespace lvce {

struct TablePlace {
  const TableCell* cell = nullptr;
  int row = 0, column = 0;  ///< 0-based, of the upper left corner
};

/// Every cell with its place, row by row; cells beyond the last column are left out.
std::vector<TablePlace> table_places(const Table& table);

}  // namespace lvce
