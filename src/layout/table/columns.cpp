// Widths of columns and lines of cells.
#include <algorithm>
#include <numeric>

#include "document/cell_text.h"
#include "layout/layout.h"
#include "layout/table/grid.h"

namespace lvce {

namespace {

constexpr double kPitchRatio = 1.35;
constexpr double kPad = 2.6;
constexpr double kTightPitchRatio = 1.2;
constexpr double kTightPad = 1.4;
constexpr std::size_t kLongestBalanced = 24;  ///< characters of a centred cell whose lines are made alike
constexpr double kWidestWish = 260;           ///< pt that a column may ask for by its content
constexpr double kWidestAtom = 60;            ///< pt of an unbreakable piece that a column must give room to
constexpr double kFillFrom = 0.85;            ///< tables nearly as wide as the type area fill it

struct Wish {
  double least = 0;
  double natural = 0;
};

/// Room that the cell's text needs at least (its widest unbreakable piece) and would like (one line).
Wish wish_of(const GlyphText& text) {
  Wish wish;
  double atom = 0;
  double line = 0;
  for (const Glyph& glyph : text.glyphs) {
    line += glyph.room;
    atom += glyph.room;
    wish.least = std::max(wish.least, atom);
    wish.natural = std::max(wish.natural, line);
    if (glyph.brk != Break::no) atom = 0;
    if (glyph.brk == Break::must) line = 0;
  }
  const double sides = 2 * kCellSide + 0.5;
  return {std::min(wish.least, kWidestAtom) + sides, std::min(wish.natural, kWidestWish) + sides};
}

std::vector<Wish> column_wishes(const Grid& grid) {
  std::vector<Wish> wishes(grid.columns, Wish{grid.font_size + 2 * kCellSide, grid.font_size + 2 * kCellSide});
  for (const GridCell& cell : grid.cells) {
    if (cell.column_span != 1) continue;
    const Wish wish = wish_of(cell.text);
    wishes[cell.column].least = std::max(wishes[cell.column].least, wish.least);
    wishes[cell.column].natural = std::max(wishes[cell.column].natural, wish.natural);
  }
  return wishes;
}

/// Width left after the fixed columns, by the shares that the table names, else by content.
void share_rest(std::vector<double>& widths, const std::vector<bool>& open, const std::vector<double>& shares, double rest) {
  double total = 0;
  for (std::size_t c = 0; c < widths.size(); ++c) total += open[c] ? shares[c] : 0;
  for (std::size_t c = 0; c < widths.size(); ++c) {
    if (open[c]) widths[c] = total > 0 ? rest * shares[c] / total : 0;
  }
}

/// Lifts open columns below their least width, at the cost of the others.
void keep_least(std::vector<double>& widths, const std::vector<bool>& open, const std::vector<Wish>& wishes) {
  double lacking = 0;
  double spare = 0;
  for (std::size_t c = 0; c < widths.size(); ++c) {
    if (!open[c]) continue;
    lacking += std::max(0.0, wishes[c].least - widths[c]);
    spare += std::max(0.0, widths[c] - wishes[c].least);
  }
  if (lacking <= 0 || spare <= 0) return;
  const double taken = std::min(1.0, lacking / spare);
  const double given = std::min(1.0, spare / lacking);
  for (std::size_t c = 0; c < widths.size(); ++c) {
    if (!open[c]) continue;
    const double over = widths[c] - wishes[c].least;
    widths[c] -= over > 0 ? over * taken : over * given;
  }
}

std::vector<double> column_widths(const Grid& grid, const Table& table, double width) {
  std::vector<double> widths(grid.columns, 0);
  std::vector<bool> open(grid.columns, true);
  std::vector<double> shares(grid.columns, 1);
  const std::vector<Wish> wishes = column_wishes(grid);
  bool shares_named = false;
  double fixed = 0;
  for (std::size_t c = 0; c < std::min(grid.columns, table.columns.size()); ++c) {
    shares[c] = std::max(0.01, table.columns[c].share);
    shares_named = shares_named || (table.columns[c].width <= 0 && table.columns[c].share != 1);
    if (table.columns[c].width <= 0) continue;
    open[c] = false;
    widths[c] = table.columns[c].width * kPointsPerMm;
    fixed += widths[c];
  }
  const auto open_count = std::count(open.begin(), open.end(), true);
  if (open_count == 0) {
    const double factor = fixed > width || fixed > kFillFrom * width ? width / fixed : 1;
    for (double& each : widths) each *= factor;
    return widths;
  }
  double least = 0;  // fixed columns leave the open ones room to breathe
  for (std::size_t c = 0; c < grid.columns; ++c) least += open[c] ? wishes[c].least : 0;
  const double most_fixed = std::max(width * 0.4, width - least);
  if (fixed > most_fixed) {
    for (std::size_t c = 0; c < grid.columns; ++c) widths[c] *= most_fixed / fixed;
    fixed = most_fixed;
  }
  if (!shares_named) {
    for (std::size_t c = 0; c < grid.columns; ++c) shares[c] = wishes[c].natural;
  }
  share_rest(widths, open, shares, width - fixed);
  keep_least(widths, open, wishes);
  return widths;
}

/// Width before the decimal point.
double left_of_point(const GlyphText& text) {
  double width = 0;
  for (const Glyph& glyph : text.glyphs) {
    if (glyph.c == U'.' || glyph.c == U'%') break;
    width += glyph.advance;
  }
  return width;
}

/// Numbers of a column stand with their decimal points below each other, the widest of them in the middle of the column.
void align_decimals(Grid& grid) {
  std::vector<double> left(grid.columns, 0);
  std::vector<double> right(grid.columns, 0);
  const auto aligned = [](const GridCell& cell) { return cell.numeric && cell.column_span == 1 && cell.lines.size() == 1; };
  for (const GridCell& cell : grid.cells) {
    if (!aligned(cell)) continue;
    const double before = left_of_point(cell.text);
    left[cell.column] = std::max(left[cell.column], before);
    right[cell.column] = std::max(right[cell.column], lvce::width_of(cell.text) - before);
  }
  for (GridCell& cell : grid.cells) {
    if (!aligned(cell)) continue;
    const double blank = grid.width_of(cell) - left[cell.column] - right[cell.column];
    cell.decimal_x = grid.x_of(cell) + std::max(blank / 2, kCellSide) + left[cell.column] - left_of_point(cell.text);
    const double end = grid.x_of(cell) + grid.width_of(cell) - kCellSide;
    cell.decimal_x = std::min(cell.decimal_x, end - lvce::width_of(cell.text));
  }
}

/// Digits first, sign and ※ allowed.
bool looks_numeric(const GlyphText& text) {
  for (const Glyph& glyph : text.glyphs) {
    if (glyph.c >= U'0' && glyph.c <= U'9') return true;
    if (glyph.c != U'-' && glyph.c != U'+' && glyph.c != U'※' && glyph.c != U'−') return false;
  }
  return false;
}

}  // namespace

void set_tightness(Grid& grid, double tightness) {
  grid.pitch = grid.font_size * (kPitchRatio + tightness * (kTightPitchRatio - kPitchRatio));
  grid.pad = kPad + tightness * (kTightPad - kPad);
}

namespace {

void set_texts(Grid& grid, const Table& table, Typesetter& setter) {
  grid.font_size = std::clamp(table.font_size, 4.0, 40.0);
  set_tightness(grid, 0);
  for (GridCell& cell : grid.cells) {
    const bool strong = cell.source->head || cell.source->flagged;
    cell.text = make_glyphs(words_of(*cell.source), strong ? Face::hei : Face::body, grid.font_size, 0, setter);
    const bool number = cell.source->runs.empty() && std::holds_alternative<Decimal>(cell.source->value.value);
    const bool wanted = cell.source->align == Align::decimal || (table.decimal_points_aligned && number && cell.source->align != Align::centre);
    cell.numeric = wanted && looks_numeric(cell.text);
  }
}

}  // namespace

void set_cells(Grid& grid, const Table& table, double width, Typesetter& setter) {
  set_texts(grid, table, setter);
  const std::vector<double> widths = column_widths(grid, table, width);
  const double total = std::accumulate(widths.begin(), widths.end(), 0.0);
  grid.edge.assign(1, std::max(0.0, (width - total) / 2));
  for (const double each : widths) grid.edge.push_back(grid.edge.back() + each);
  for (GridCell& cell : grid.cells) {
    const double room = std::max(1.0, grid.width_of(cell) - 2 * kCellSide);
    const bool centred = cell.source->align == Align::centre || cell.source->head;
    const bool balanced = centred && cell.text.glyphs.size() <= kLongestBalanced;
    cell.lines = balanced ? balance_lines(cell.text, room, setter.words) : break_lines(cell.text, {room, room});
  }
  align_decimals(grid);
}

std::vector<double> column_widths_of(const Table& table, double width, const Faces& faces) {
  Grid grid = place_cells(table);
  if (grid.rows == 0) return {};
  const FacesMeasure measure(faces);
  const PageNumbers none;
  Typesetter setter(measure, none);
  set_texts(grid, table, setter);
  return column_widths(grid, table, width);
}

}  // namespace lvce
