#include "layout/table/table.h"

#include "document/cell_text.h"
#include "layout/flow/paragraph.h"
#include "layout/table/draw.h"
#include "layout/text/set_line.h"

namespace lvce {

namespace {

constexpr double kLabelSize = 12;  // 小四
constexpr double kLabelPitch = 18;
constexpr double kSpaceAround = 8;
constexpr double kTightenFrom = 0.25;  ///< of a page: least room for which a table is set closer
constexpr double kTightenUpTo = 1.25;  ///< times the room: taller tables take two pages anyway
constexpr double kKeptUpTo = 0.5;      ///< of a page: lower tables are not parted …
constexpr double kBlankUpTo = 0.3;     ///< of a page: … where that leaves no more blank

void hold_title(const Table& table, Flow& flow, Typesetter& setter) {
  if (table.title.empty()) return;
  Paragraph title;
  title.style = ParagraphStyle::table_title;
  Run run;
  run.text = table.title;
  title.runs.push_back(run);
  add_paragraph(title, 0, flow, setter);
}

/// "单位：……（盖章）" at the left, "自评分：……" at the right of one line.
void hold_unit_line(const Table& table, Flow& flow, Typesetter& setter) {
  const std::string right_words = table.unit_line_right + cell_text(table.unit_line_value.value);
  if (table.unit_line.empty() && right_words.empty()) return;
  const GlyphText left = make_glyphs(table.unit_line, Face::body, kLabelSize, setter);
  const GlyphText right = make_glyphs(right_words, Face::body, kLabelSize, setter);
  const double right_width = std::min(width_of(right), flow.width() / 2);
  const double left_width = flow.width() - right_width - (right_width > 0 ? kLabelSize : 0);
  Strip strip;
  double top = 0;
  for (const LineRange& line : break_lines(left, {left_width, left_width})) {
    set_line(left, line, {0, left_width, top, kLabelPitch, Align::left}, strip);
    top += kLabelPitch;
  }
  double right_top = 0;
  for (const LineRange& line : break_lines(right, {right_width + 0.1, right_width + 0.1})) {
    set_line(right, line, {flow.width() - right_width, right_width, right_top, kLabelPitch, Align::right}, strip);
    right_top += kLabelPitch;
  }
  strip.height = std::max(top, right_top);
  strip.after = 2;
  flow.add(std::move(strip), true);
}

void hold_continued(Flow& flow, Typesetter& setter) {
  const GlyphText text = make_glyphs("续表", Face::body, kLabelSize, setter);
  Strip strip;
  strip.height = kLabelPitch;
  set_line(text, {0, text.glyphs.size(), true}, {0, flow.width(), 0, kLabelPitch, Align::right}, strip);
  strip.after = 2;
  flow.add(std::move(strip), true);
}

/// Height of the table on one endless page.
double whole_height(const Table& table, const Grid& grid, double full_height) {
  constexpr double kEndless = 1e7;
  return TablePager(grid, table, full_height, 0).next(kEndless, true).height;
}

/// On how many pages the table comes, and with how many rows on the last.
struct Parts {
  std::size_t count = 0;
  std::size_t last_rows = 0;
};
Parts count_parts(const Table& table, const Grid& grid, double tail, const Flow& flow) {
  TablePager pager(grid, table, flow.full_height(), tail);
  Parts parts;
  bool fresh = flow.at_top();
  double room = flow.room(kSpaceAround);
  while (!pager.done()) {
    const TablePart part = pager.next(room, fresh);
    if (!TablePager::is_empty(part)) {
      ++parts.count;
      parts.last_rows = part.pieces.size() - std::min<std::size_t>(part.pieces.size(), static_cast<std::size_t>(std::max(0, table.head_rows)));
    }
    fresh = true;
    room = flow.full_height() - (table.continued_label ? kLabelPitch + 2 : 0);
  }
  return parts;
}

/// A long table that would leave one or two rows for a page of their own is set a little closer where that takes them back.
void take_back_last_rows(const Table& table, Grid& grid, double tail, const Flow& flow) {
  const Parts parts = count_parts(table, grid, tail, flow);
  if (parts.count < 3 || parts.last_rows > kFewRows) return;
  for (const double tightness : {0.25, 0.5, 0.75, 1.0}) {
    set_tightness(grid, tightness);
    if (count_parts(table, grid, tail, flow).count < parts.count) return;
  }
  set_tightness(grid, 0);
}

/// Rows of an item are not left alone where that costs no page more, the table set a little closer if need be.
void keep_items(const Table& table, Grid& grid, double tail, const Flow& flow) {
  grid.keeps_items = false;
  const std::size_t pages = count_parts(table, grid, tail, flow).count;
  grid.keeps_items = true;
  if (pages < 2 || count_parts(table, grid, tail, flow).count <= pages) return;
  for (const double tightness : {0.25, 0.5, 0.75, 1.0}) {
    set_tightness(grid, tightness);
    if (count_parts(table, grid, tail, flow).count <= pages) return;
  }
  set_tightness(grid, 0);
  grid.keeps_items = false;
}

/// A table that misses its page by a few lines is set closer.
void tighten_if_that_helps(const Table& table, Grid& grid, double tail, const Flow& flow) {
  const double room = flow.room(kSpaceAround) - tail;
  if (room < kTightenFrom * flow.full_height()) return;
  const double height = whole_height(table, grid, flow.full_height());
  if (height <= room || height > kTightenUpTo * room) return;
  for (const double tightness : {0.25, 0.5, 0.75, 1.0}) {
    set_tightness(grid, tightness);
    if (whole_height(table, grid, flow.full_height()) <= room) return;
  }
  set_tightness(grid, 0);
}

/// A small table that would be parted near the foot of a page begins on the next one, title and all.
void keep_small_table(const Table& table, const Grid& grid, double tail, Flow& flow) {
  const double room = flow.room(kSpaceAround) - tail, page = flow.full_height();
  const double height = whole_height(table, grid, page);
  if (!flow.at_top() && height > room && height <= kKeptUpTo * page && room <= kBlankUpTo * page) flow.break_page();
}

void add_parts(const Table& table, const Grid& grid, double tail, Flow& flow, Typesetter& setter) {
  TablePager pager(grid, table, flow.full_height(), tail);
  bool first = true;
  while (!pager.done()) {
    if (flow.at_top() && flow.holds() && !pager.fits_some(flow.room(first ? kSpaceAround : 0))) {  // an endless title
      flow.release();
      flow.break_page();
    }
    const TablePart part = pager.next(flow.room(first ? kSpaceAround : 0), flow.at_top());
    if (TablePager::is_empty(part)) {
      flow.break_page();
      continue;
    }
    Strip strip = draw_part(grid, table, part);
    if (first) strip.before = strip.after = kSpaceAround;
    if (first && !table.anchor.empty()) strip.anchors.emplace_back(table.anchor, 0.0);
    if (!first) strip.after = kSpaceAround;
    flow.add(std::move(strip), false);
    first = false;
    if (pager.done()) return;
    flow.break_page();
    if (table.continued_label) hold_continued(flow, setter);
  }
}

}  // namespace

void add_table(const Table& table, double tail, Flow& flow, Typesetter& setter) {
  hold_title(table, flow, setter);
  hold_unit_line(table, flow, setter);
  Grid grid = place_cells(table);
  if (grid.rows == 0) return;
  set_cells(grid, table, flow.width(), setter);
  tighten_if_that_helps(table, grid, tail, flow);
  keep_small_table(table, grid, tail, flow);
  keep_items(table, grid, tail, flow);
  take_back_last_rows(table, grid, tail, flow);
  add_parts(table, grid, tail, flow, setter);
}

}  // namespace lvce
