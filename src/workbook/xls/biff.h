// What libfreexl leaves out of an old workbook (BIFF5 and BIFF8, [MS-XLS]): results of formulas, errors, booleans, percent and date
// formats, merged ranges, hidden sheets and rows. Numbers are read here too, for their formats; texts stay with libfreexl.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "workbook/book/book.h"

namespace lvce::formats {

/// 1-based row and column.
using CellAt = std::pair<int, int>;

struct BiffSheet {
  bool hidden = false;
  bool worksheet = true;                ///< false: a chart or macro sheet
  std::map<CellAt, xlsx::Cell> cells;   ///< no texts, but for those in `texts`
  std::map<CellAt, std::string> texts;  ///< results of formulas and names of errors; the cell above says which
  std::set<int> hidden_rows;
  std::vector<xlsx::Range> merges;
  bool truncated = false;
};

struct BiffBook {
  bool encrypted = false;
  std::vector<BiffSheet> sheets;  ///< in the order of the workbook's list
};

/// Nothing when the stream is not BIFF5 or BIFF8, or breaks off.
std::optional<BiffBook> scan_biff(std::string_view stream);

}  // namespace lvce::formats
