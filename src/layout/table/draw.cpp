#include "layout/table/draw.h"

#include <algorithm>

#include "layout/text/set_line.h"

namespace lvce {

namespace {

constexpr double kInner = 0.5;
constexpr double kOuter = 1.0;
constexpr double kJustifyFrom = 8;  ///< em: narrower cells stay ragged

/// The borders of one part.
class BorderDrawer {
 public:
  BorderDrawer(const Grid& grid, const TablePart& part, Strip& strip) : grid_(grid), part_(part), strip_(strip) {}

  void run() {
    for (std::size_t i = 0; i + 1 < part_.pieces.size(); ++i) below_piece(i);
    for (std::size_t column = 1; column < grid_.columns; ++column) left_of_column(column);
    const double left = grid_.edge.front(), right = grid_.edge.back(), foot = part_.height;
    const double over = kOuter / 2;  // square corners
    add(left - over, 0, right + over, 0, kOuter);
    add(left - over, foot, right + over, foot, kOuter);
    add(left, 0, left, foot, kOuter);
    add(right, 0, right, foot, kOuter);
  }

 private:
  void add(double x1, double y1, double x2, double y2, double width) { strip_.lines.push_back({x1, y1, x2, y2, width, 0, false}); }

  /// Segments of the line between two pieces, but not through merged cells nor between joined ones.
  void below_piece(std::size_t i) {
    const std::size_t upper = part_.pieces[i].row, lower = part_.pieces[i + 1].row;
    const double y = part_.pieces[i + 1].top;
    std::size_t from = 0;
    for (std::size_t column = 0; column <= grid_.columns; ++column) {
      const bool open = column == grid_.columns || merged(grid_.owner_at(upper, column), grid_.owner_at(lower, column)) || joined(upper, lower, column);
      if (!open) continue;
      if (column > from) add(grid_.edge[from], y, grid_.edge[column], y, kInner);
      from = column + 1;
    }
  }

  void left_of_column(std::size_t column) {
    const double x = grid_.edge[column];
    double from = 0;
    double to = 0;
    for (const RowPiece& piece : part_.pieces) {
      if (!merged(grid_.owner_at(piece.row, column - 1), grid_.owner_at(piece.row, column))) {
        to = piece.top + piece.height;
        continue;
      }
      if (to > from) add(x, from, x, to, kInner);
      from = to = piece.top + piece.height;
    }
    if (to > from) add(x, from, x, to, kInner);
  }

  static bool merged(int a, int b) { return a >= 0 && a == b; }
  /// Below a repeated head a line stands all the same.
  bool joined(std::size_t upper, std::size_t lower, std::size_t column) const {
    const int owner = grid_.owner_at(lower, column);
    return owner >= 0 && upper + 1 == lower && grid_.cells[static_cast<std::size_t>(owner)].source->joined;
  }

  const Grid& grid_;
  const TablePart& part_;
  Strip& strip_;
};

double middle_offset(const TableCell& cell, double blank) {
  if (blank <= 0 || cell.vertical == VerticalAlign::top) return 0;
  return cell.vertical == VerticalAlign::bottom ? blank : blank / 2;
}

Align align_of(const Grid& grid, const GridCell& cell) {
  const Align align = cell.source->align;
  if (cell.source->head && align == Align::left) return Align::centre;
  if (align == Align::decimal || cell.numeric) return Align::centre;  // what is no number, under numbers
  const bool wide = grid.width_of(cell) > kJustifyFrom * grid.font_size;
  return align == Align::left && wide ? Align::justify : align;
}

LinePlace place_of(const Grid& grid, const GridCell& cell) {
  LinePlace place;
  place.x = grid.x_of(cell) + kCellSide;
  place.width = std::max(1.0, grid.width_of(cell) - 2 * kCellSide);
  place.pitch = grid.pitch;
  place.align = align_of(grid, cell);
  if (cell.decimal_x > 0) {
    place.x = cell.decimal_x;
    place.align = Align::left;
  }
  return place;
}

void draw_fragment(const Grid& grid, const Fragment& field, Strip& strip) {
  const GridCell& cell = grid.cells[field.cell];
  LinePlace place = place_of(grid, cell);
  const double blank = field.height - 2 * grid.pad - static_cast<double>(field.count) * grid.pitch;
  place.top = field.top + grid.pad + middle_offset(*cell.source, blank);
  for (std::size_t i = field.first; i < std::min(field.first + field.count, cell.lines.size()); ++i) {
    set_line(cell.text, cell.lines[i], place, strip);
    place.top += grid.pitch;
  }
  if (field.begins && !cell.source->anchor.empty()) strip.anchors.emplace_back(cell.source->anchor, field.top);
}

}  // namespace

Strip draw_part(const Grid& grid, const Table& table, const TablePart& part) {
  Strip strip;
  strip.height = part.height;
  if (table.borders && !part.pieces.empty()) BorderDrawer(grid, part, strip).run();
  for (const Fragment& field : part.fragments) draw_fragment(grid, field, strip);
  return strip;
}

}  // namespace lvce
