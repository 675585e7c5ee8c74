#include "layout/table/pages.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lvce {

namespace {

constexpr double kHeightTolerance = 0.05;
constexpr double kSplitFrom = 0.35;     ///< of the page: lower rows move to the next page whole
constexpr double kTallestHead = 0.45;   ///< of the page: taller heads are not repeated
constexpr double kRepeatUpTo = 0.5;     ///< of the page: longer text of a merged cell goes on instead of being repeated
constexpr double kSpreadUpTo = 0.7;     ///< of the page: taller merged cells run over pages and end where their text ends
constexpr double kBlankForItems = 0.2;  ///< of the page: left at its foot, so that no row of an item stands alone
constexpr std::size_t kLeastLines = 3;  ///< of a broken row on either page

}  // namespace

TablePager::TablePager(const Grid& grid, const Table& table, double full_height, double tail)
    : grid_(grid), table_(table), full_height_(full_height), tail_(tail), head_rows_(grid.head_rows), spread_(grid.rows, 0), done_(grid.cells.size(), 0) {
  if (head_rows_ >= grid_.rows) head_rows_ = 0;
  TablePart heads;
  add_heads(heads);
  head_height_ = heads.height;
  if (head_height_ > kTallestHead * full_height_) head_rows_ = 0;
  row_ = head_rows_;
  std::fill(done_.begin(), done_.end(), 0);
  spans_.clear();
  spread_spans();
  find_items();
}

void TablePager::find_items() {
  within_.assign(grid_.rows, false);
  for (const GridCell& cell : grid_.cells) {
    if (cell.source->joined) within_[cell.row] = true;
    for (std::size_t row = cell.row + 1; !cell.source->repeat_text && row < cell.row + cell.row_span; ++row) within_[row] = true;
  }
}

void TablePager::spread_spans() {
  std::vector<std::size_t> spanning;
  for (std::size_t i = 0; i < grid_.cells.size(); ++i) {
    if (grid_.cells[i].row_span > 1 && grid_.cells[i].row >= head_rows_) spanning.push_back(i);
  }
  const auto shorter = [&](std::size_t a, std::size_t b) { return grid_.cells[a].row_span < grid_.cells[b].row_span; };
  std::stable_sort(spanning.begin(), spanning.end(), shorter);
  for (std::size_t row = head_rows_; row < grid_.rows && !spanning.empty(); ++row) spread_[row] = natural_height(row);
  for (const std::size_t i : spanning) {
    const GridCell& cell = grid_.cells[i];
    const double wanted = std::max(text_height(cell.lines.size()), least_height(cell));
    const auto first = spread_.begin() + static_cast<std::ptrdiff_t>(cell.row);
    const auto end = first + static_cast<std::ptrdiff_t>(cell.row_span);
    const double lacking = wanted - std::accumulate(first, end, 0.0);
    if (lacking <= 0 || wanted > kSpreadUpTo * full_height_) continue;
    std::for_each(first, end, [&](double& height) { height += lacking / static_cast<double>(cell.row_span); });
  }
}

TablePart TablePager::next(double room, bool forced) {
  TablePart part;
  const bool begins = row_ == head_rows_ && used_ == 0;
  if (!forced && begins && head_height_ + needed(part) > room + kHeightTolerance && !may_split(room - head_height_)) return part;
  begin_part(part);
  if (!fill(part, room, forced)) return {};
  end_part(part);
  return part;
}

bool TablePager::fits_some(double room) const {
  return head_height_ + text_height(std::clamp<std::size_t>(tallest(), 1, kLeastLines)) <= room + kHeightTolerance;
}

double TablePager::least_height(const GridCell& cell) const {
  return std::clamp(cell.source->min_height_mm * kPointsPerMm, 0.0, full_height_ - head_height_ - 1);
}

bool TablePager::repeats(const GridCell& cell) const { return cell.source->repeat_text && text_height(cell.lines.size()) < kRepeatUpTo * full_height_; }

/// Height that the rest of the current row wants on this part.
double TablePager::needed(const TablePart& part) const {
  double height = std::max(needed_by_text(), spread_[row_] - used_);
  for (std::size_t i = grid_.first_cell[row_]; i < grid_.first_cell[row_ + 1]; ++i) {
    const GridCell& cell = grid_.cells[i];
    if (cell.row_span == 1) height = std::max(height, least_height(cell) - used_);
  }
  for (const Span& span : spans_) {
    const GridCell& cell = grid_.cells[span.cell];
    if (cell.row + cell.row_span - 1 != row_) continue;
    const double field = part.fragments.empty() ? 0 : part.height - part.fragments[span.fragment].top;
    height = std::max({height, text_height(left(span.cell)) - field, least_height(cell) - span.used - field});
  }
  return height;
}

double TablePager::needed_by_text() const { return text_height(std::max<std::size_t>(1, tallest())); }

/// Lines left in the current row's tallest cell.
std::size_t TablePager::tallest() const {
  std::size_t lines = 0;
  for (std::size_t i = grid_.first_cell[row_]; i < grid_.first_cell[row_ + 1]; ++i) {
    if (grid_.cells[i].row_span == 1) lines = std::max(lines, left(i));
  }
  return lines;
}

bool TablePager::may_split(double room) const {
  if (room < text_height(kLeastLines) || tallest() < 2 * kLeastLines) return false;
  const double height = needed_by_text();
  if (height > full_height_ - head_height_) return true;
  return !table_.rows[row_].keep_together && height > kSplitFrom * full_height_;
}

double TablePager::natural_height(std::size_t row) const {
  std::size_t lines = 1;
  double height = 0;
  for (std::size_t i = grid_.first_cell[row]; i < grid_.first_cell[row + 1]; ++i) {
    const GridCell& cell = grid_.cells[i];
    if (cell.row_span > 1) continue;
    lines = std::max(lines, cell.lines.size());
    height = std::max(height, least_height(cell));
  }
  return std::max(height, text_height(lines));
}

bool TablePager::repeats_find_room(double room) const {
  for (std::size_t i = grid_.first_cell[row_]; i < grid_.first_cell[row_ + 1]; ++i) {
    const GridCell& cell = grid_.cells[i];
    if (cell.row_span < 2 || !repeats(cell) || used_ > 0) continue;
    const double wanted = text_height(cell.lines.size());
    double field = 0;
    for (std::size_t row = row_; row < row_ + cell.row_span && field < wanted; ++row) {
      const double height = std::max(natural_height(row), spread_[row]);
      if (field + height > room + kHeightTolerance) return false;
      field += height;
    }
  }
  return true;
}

bool TablePager::leaves_few_rows(double height, double room) const {
  const bool parts_a_text = std::any_of(spans_.begin(), spans_.end(), [&](const Span& span) { return !repeats(grid_.cells[span.cell]); });
  const std::size_t behind = grid_.rows - row_ - 1;
  if (behind == 0 || behind > kFewRows || used_ > 0 || parts_a_text || height > room + kHeightTolerance) return false;
  double rest = 0;
  for (std::size_t row = row_ + 1; row < grid_.rows; ++row) rest += std::max(natural_height(row), spread_[row]);
  return rest <= kSplitFrom * full_height_ && height + rest + tail_ > room + kHeightTolerance;
}

bool TablePager::leaves_a_row_alone(double room) const {
  if (!grid_.keeps_items || used_ > 0 || room > kBlankForItems * full_height_) return false;
  std::size_t begin = row_, end = row_ + 1, fit = row_;
  while (begin > head_rows_ && within_[begin]) --begin;
  while (end < grid_.rows && within_[end]) ++end;
  for (double height = 0; fit < end; ++fit) {
    height += std::max(natural_height(fit), spread_[fit]);
    if (height > room + kHeightTolerance) break;
  }
  if (fit == end || fit == row_) return false;
  const std::size_t before = fit - begin, behind = end - fit;
  if (before > 1 && behind > 1) return false;
  return row_ == (before > 2 ? fit - 1 : begin);
}

/// Heads, then the fields of merged cells that go on.
void TablePager::begin_part(TablePart& part) {
  add_heads(part);
  for (Span& span : spans_) {
    span.fragment = part.fragments.size();
    part.fragments.push_back({span.cell, part.pieces.size(), done_[span.cell], 0, part.height, 0, false});
  }
}

bool TablePager::fill(TablePart& part, double room, bool forced) {
  std::size_t placed = 0;
  while (!done()) {
    const double height = needed(part);
    const double left_room = room - part.height;
    const bool last = row_ + 1 == grid_.rows;
    const bool tail_fits = !last || height + tail_ <= left_room + kHeightTolerance || (forced && placed == 0);
    if (placed > 0 && !repeats_find_room(left_room)) return true;
    if (placed > 0 && leaves_a_row_alone(left_room)) return true;
    if (placed > 1 && leaves_few_rows(height, left_room)) return true;
    if (height <= left_room + kHeightTolerance && tail_fits) {
      place_whole(part, height);
      ++placed;
      continue;
    }
    if (!may_split(left_room) && (!forced || placed > 0)) return placed > 0;
    place_piece(part, left_room);
    return true;
  }
  return true;
}

/// All head rows, whatever the room: the constructor made sure that they leave some.
void TablePager::add_heads(TablePart& part) {
  const std::size_t body_row = row_;
  const double body_used = used_;
  std::vector<Span> body_spans;
  body_spans.swap(spans_);
  used_ = 0;
  for (std::size_t i = 0; i < (head_rows_ < grid_.rows ? grid_.first_cell[head_rows_] : 0); ++i) done_[i] = 0;
  for (row_ = 0; row_ < head_rows_;) place_whole(part, needed(part));
  row_ = body_row;
  used_ = body_used;
  spans_.swap(body_spans);
}

void TablePager::place_whole(TablePart& part, double height) {
  begin_row(part, height, grid_.cells.empty() ? 0 : std::max<std::size_t>(1, tallest()));
  end_spans(part, row_);
  used_ = 0;
  ++row_;
}

/// As much of the current row as `room` holds, one line at least.
void TablePager::place_piece(TablePart& part, double room) {
  const double lines_room = (room - 2 * grid_.pad + kHeightTolerance) / grid_.pitch;
  std::size_t lines = lines_room < 1 ? 1 : static_cast<std::size_t>(lines_room);
  const std::size_t tall = tallest();
  if (tall > lines && tall - lines < 2 && lines > 2) --lines;  // no single last line on the next page
  const double height = tall > lines ? text_height(lines) : std::max(room, text_height(1));
  begin_row(part, height, lines);
  used_ += height;
}

/// The row's piece and the fields of its cells; merged cells begin with the row's first piece.
void TablePager::begin_row(TablePart& part, double height, std::size_t most_lines) {
  part.pieces.push_back({row_, part.height, height});
  for (std::size_t i = grid_.first_cell[row_]; i < grid_.first_cell[row_ + 1]; ++i) {
    if (grid_.cells[i].row_span > 1) {
      if (used_ > 0) continue;
      spans_.push_back({i, part.fragments.size(), 0});
      part.fragments.push_back({i, part.pieces.size() - 1, 0, 0, part.height, 0, true});
      continue;
    }
    const std::size_t count = std::min(left(i), most_lines);
    part.fragments.push_back({i, part.pieces.size() - 1, done_[i], count, part.height, height, used_ == 0});
    done_[i] += count;
  }
  part.height += height;
}

/// Merged cells whose last row was placed show what is left of them.
void TablePager::end_spans(TablePart& part, std::size_t row) {
  const auto ends = [&](const Span& span) {
    const GridCell& cell = grid_.cells[span.cell];
    if (cell.row + cell.row_span - 1 != row) return false;
    Fragment& field = part.fragments[span.fragment];
    field.count = left(span.cell);
    field.height = part.height - field.top;
    return true;
  };
  std::erase_if(spans_, ends);
}

/// Merged cells that go on show as many lines as their field holds.
void TablePager::end_part(TablePart& part) {
  for (Span& span : spans_) {
    Fragment& field = part.fragments[span.fragment];
    field.height = part.height - field.top;
    const double lines = std::max(0.0, (field.height - 2 * grid_.pad + kHeightTolerance) / grid_.pitch);
    field.count = std::min(left(span.cell), static_cast<std::size_t>(lines));
    if (!repeats(grid_.cells[span.cell])) done_[span.cell] += field.count;
    span.used += field.height;
  }
  const auto earlier = [&](const Fragment& a, const Fragment& b) {
    if (a.piece != b.piece) return a.piece < b.piece;
    return grid_.cells[a.cell].column < grid_.cells[b.cell].column;
  };
  std::stable_sort(part.fragments.begin(), part.fragments.end(), earlier);
}

}  // namespace lvce
