// The header of an office's own table: one row, or two with headings above.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "workbook/mapping/mapped_values.h"
#include "workbook/mapping/mapping.h"

namespace lvce::formats {

struct HeaderFound {
  int row = 0;                            ///< the lower one; data begin below
  std::vector<std::vector<int>> columns;  ///< of each rule: the columns that match
};

/// Text of a column's header; where the lower row is blank, the one above counts.
std::string header_text(const SourceSheet& source, int row, int column);
/// The heading above a column: of a merged cell, or the nearest to its left.
std::string heading_above(const SourceSheet& source, int row, int column);

/// The row of the first twenty that most rules match; nothing when fewer than half of the required ones do.
std::optional<HeaderFound> find_table_header(const SourceSheet& source, const std::vector<ValueRule>& rules);

}  // namespace lvce::formats
