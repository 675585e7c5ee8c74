// The rows of a table in its worksheet: how tall they are, where a printed page begins, what stands in which field. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/table_places.h"

namespace lvce {

/// One cell of the worksheet, merged where it covers several: rows and columns of the table, 0-based and inclusive.
struct SheetField {
  int row = 0, column = 0, last_row = 0, last_column = 0;
  const TableCell* cell = nullptr;
  std::optional<std::string> words;             ///< shown in place of the cell's own value
  bool repeated = false;                        ///< not the cell's first field: it has neither name nor formula
  bool open_above = false, open_below = false;  ///< no line there
};

/// Height of each row in points. A merged cell that is taller than its rows makes each of them taller by the same.
std::vector<double> sheet_row_heights(const Table& table, const std::vector<TablePlace>& places, const std::vector<double>& column_mm);

/// What a printed page holds, in points of row height.
struct SheetPage {
  double room = 0;  ///< of a whole page
  double used = 0;  ///< above the table on its first page
};

/// Rows of the table at which a printed page begins, so that merged cells can be ended there and begun again. Where the page is more than
/// half full a break between two items (nothing merged or joined but what is repeated) is preferred. Empty where no merged cell repeats.
std::vector<int> sheet_page_starts(const Table& table, const std::vector<TablePlace>& places, const std::vector<double>& heights, SheetPage page);

/// The fields of all cells: joined texts as one, merged cells ended at the page starts and begun again.
std::vector<SheetField> sheet_fields(const Table& table, const std::vector<TablePlace>& places, const std::vector<double>& heights,
                                     const std::vector<int>& page_starts);

}  // namespace lvce
