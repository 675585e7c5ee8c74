// Which rows and which lines of which cells stand on each page.
#pragma once

#include <functional>
#include <vector>

#include "layout/table/grid.h"

namespace lvce {

inline constexpr std::size_t kFewRows = 2;  ///< never alone on a last page

/// A row, or a piece of one, on a page. `top` is measured downwards from the part's top.
struct RowPiece {
  std::size_t row = 0;
  double top = 0;
  double height = 0;
};

/// What a cell shows on a page: lines [first, first + count), in a field that is as tall as its rows there.
struct Fragment {
  std::size_t cell = 0;
  std::size_t piece = 0;  ///< index of the row piece at which the field begins
  std::size_t first = 0;
  std::size_t count = 0;
  double top = 0;
  double height = 0;
  bool begins = true;  ///< the cell's first field
};

struct TablePart {
  double height = 0;
  std::vector<RowPiece> pieces;
  std::vector<Fragment> fragments;  ///< in reading order
};

/// Hands out parts one after the other.
class TablePager {
 public:
  TablePager(const Grid& grid, const Table& table, double full_height, double tail);

  bool done() const { return row_ >= grid_.rows; }
  /// The next part in at most `room`. It has no body rows when not even one fits; with `forced` something is always placed.
  /// A part without body rows changes nothing: ask again on a fresh page.
  TablePart next(double room, bool forced);
  /// Head and a few lines of the next row fit.
  bool fits_some(double room) const;
  static bool is_empty(const TablePart& part) { return part.pieces.empty(); }

 private:
  struct Span {
    std::size_t cell = 0;
    std::size_t fragment = 0;
    double used = 0;  ///< height on earlier pages
  };

  double least_height(const GridCell& cell) const;
  double text_height(std::size_t lines) const { return static_cast<double>(lines) * grid_.pitch + 2 * grid_.pad; }
  std::size_t left(std::size_t cell) const { return grid_.cells[cell].lines.size() - done_[cell]; }
  bool repeats(const GridCell& cell) const;
  double needed(const TablePart& part) const;
  double needed_by_text() const;
  std::size_t tallest() const;
  void begin_part(TablePart& part);
  /// False when not even one row was placed.
  bool fill(TablePart& part, double room, bool forced);
  void add_heads(TablePart& part);
  void place_whole(TablePart& part, double height);
  void place_piece(TablePart& part, double room);
  void begin_row(TablePart& part, double height, std::size_t most_lines);
  void end_spans(TablePart& part, std::size_t row);
  void end_part(TablePart& part);
  bool may_split(double room) const;
  /// Height of a row by its own text, before anything of it is placed.
  double natural_height(std::size_t row) const;
  /// A merged cell that is taller than its rows makes each of them taller by the same.
  void spread_spans();
  /// False when a repeated text that begins in the current row would find no room for itself on this page, but will on the next.
  bool repeats_find_room(double room) const;
  /// True when the last row, or the last two, would stand alone on the next page if the current one, `height` tall, were placed in `room`.
  bool leaves_few_rows(double height, double room) const;

  /// True when a row of an item (rows that an unrepeated cell joins) would stand alone, at the foot of this page or on the next one, and a break before the
  /// current row leaves less blank in `room` than that is worth.
  bool leaves_a_row_alone(double room) const;
  void find_items();

  const Grid& grid_;
  const Table& table_;
  double full_height_;
  double tail_;
  std::size_t head_rows_;
  double head_height_ = 0;
  std::size_t row_ = 0;
  double used_ = 0;                ///< height of the current row's earlier pieces
  std::vector<double> spread_;     ///< least height of each row, for the merged cells over it
  std::vector<std::size_t> done_;  ///< lines of each cell on earlier pages
  std::vector<Span> spans_;
  std::vector<bool> within_;  ///< of each row: an item goes on there
};

}  // namespace lvce
