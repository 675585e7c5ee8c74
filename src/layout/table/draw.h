// A part of a table → boxes.
#pragma once

#include "layout/strip.h"
#include "layout/table/pages.h"

namespace lvce {

/// Lines 0.5 pt inside, 1 pt outside; text row by row and cell by cell.
Strip draw_part(const Grid& grid, const Table& table, const TablePart& part);

}  // namespace lvce
