// A sheet seen so that months run down: as it is, or with rows and columns exchanged.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "workbook/mapping/mapped_values.h"

namespace lvce::formats {

class Grid {
 public:
  static constexpr int kMostRows = 10'000;  ///< of a sheet; what stands below is not read

  Grid(const SourceSheet& source, bool across);

  const SourceSheet& source() const { return *source_; }
  bool across() const { return across_; }
  int rows() const { return across_ ? columns_ : rows_; }
  int columns() const { return across_ ? rows_ : columns_; }
  /// Text as shown; every cell of a merge says what its first one says.
  const std::string& text(int row, int column) const;
  /// The figure in a cell, typed ones too, also with a unit behind it; nothing for all others. Cells that a merge covers have none.
  std::optional<Decimal> figure(int row, int column) const;
  bool is_covered(int row, int column) const;
  /// The real row and column.
  std::pair<int, int> real(int row, int column) const { return across_ ? std::pair(column, row) : std::pair(row, column); }
  xlsx::Range range(int first_row, int first_column, int last_row, int last_column) const;

 private:
  const SourceSheet* source_;
  bool across_;
  int rows_ = 0;
  int columns_ = 0;
  std::map<std::pair<int, int>, std::string> texts_;            ///< real places
  std::map<std::pair<int, int>, std::pair<int, int>> covered_;  ///< real place → first cell of its merge
};

}  // namespace lvce::formats
