#include "workbook/detect/grid.h"

#include <algorithm>

#include "office/values.h"
#include "workbook/sheets/figure_with_unit.h"

namespace lvce::formats {
namespace {

constexpr int kMostColumns = 1000;
constexpr int kMostCovered = 200'000;

}  // namespace

Grid::Grid(const SourceSheet& source, bool across) : source_(&source), across_(across) {
  for (const auto& [row, cells] : source.sheet->rows) {
    if (row > kMostRows) break;
    for (const auto& [column, cell] : cells) {
      std::string text = column > kMostColumns ? std::string() : source.text(row, column);
      if (text.empty()) continue;
      rows_ = std::max(rows_, row);
      columns_ = std::max(columns_, column);
      texts_[{row, column}] = std::move(text);
    }
  }
  int covered = 0;
  for (const xlsx::Range& merge : source.sheet->merges) {
    const auto first = texts_.find({merge.first_row, merge.first_column});
    if (first == texts_.end()) continue;
    const std::string text = first->second;
    for (int row = merge.first_row; row <= std::min(merge.last_row, rows_); ++row) {
      for (int column = merge.first_column; column <= std::min(merge.last_column, columns_) && covered < kMostCovered; ++column, ++covered) {
        if (row == merge.first_row && column == merge.first_column) continue;
        texts_[{row, column}] = text;
        covered_[{row, column}] = {merge.first_row, merge.first_column};
      }
    }
  }
}

const std::string& Grid::text(int row, int column) const {
  static const std::string kNone;
  const auto found = texts_.find(real(row, column));
  return found == texts_.end() ? kNone : found->second;
}

bool Grid::is_covered(int row, int column) const { return covered_.contains(real(row, column)); }

std::optional<Decimal> Grid::figure(int row, int column) const {
  const auto [r, c] = real(row, column);
  if (covered_.contains({r, c})) return std::nullopt;
  const xlsx::Cell& cell = source_->sheet->at(r, c);
  if (cell.kind == xlsx::Cell::Kind::number && !cell.percent) return Decimal::from_cell(cell.number);
  if (cell.kind != xlsx::Cell::Kind::text) return std::nullopt;
  if (const auto plain = parse_typed_number(source_->text(r, c))) return plain;
  const auto with_unit = split_figure(source_->text(r, c));
  return with_unit ? std::optional(with_unit->figure) : std::nullopt;
}

xlsx::Range Grid::range(int first_row, int first_column, int last_row, int last_column) const {
  const auto [r1, c1] = real(first_row, first_column);
  const auto [r2, c2] = real(last_row, last_column);
  return {r1, c1, r2, c2};
}

}  // namespace lvce::formats
