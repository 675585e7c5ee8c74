// Lines with markers.
#include <algorithm>
#include <cmath>

#include "layout/chart/axes.h"

namespace lvce {

namespace {

constexpr double kMarker = 2.2;  ///< half a marker's side
constexpr double kLineWidth = 1.2;

struct LineLook {
  double grey = 0;
  bool dashed = false;
};

LineLook look_of(std::size_t series) {
  constexpr LineLook looks[] = {{0, false}, {0.25, true}, {0.55, false}, {0.55, true}};
  return looks[series % 4];
}

void draw_series(const Chart& chart, const Axes& axes, std::size_t series, Canvas& canvas) {
  std::optional<double> before;
  for (std::size_t c = 0; c < chart.categories.size(); ++c) {
    const std::optional<Decimal> value = value_at(chart, series, c);
    if (!value) {
      before.reset();
      if (!axes.values_below) canvas.text(blank_label(chart, series, c), axes.middle_of(c), axes.plot.bottom - 6, kSmallestValue, Align::centre);
      continue;
    }
    const double y = axes.y_of(value->to_double());
    if (before) draw_line_piece(canvas, series, axes.middle_of(c - 1), *before, axes.middle_of(c), y);
    before = y;
  }
  for (std::size_t c = 0; c < chart.categories.size(); ++c) {
    const std::optional<Decimal> value = value_at(chart, series, c);
    if (!value) continue;
    const double y = axes.y_of(value->to_double());
    draw_marker(canvas, series, axes.middle_of(c), y);
    if (!axes.values_below) canvas.text(value_label(chart, *value), axes.middle_of(c), y - 7, kValueSize, Align::centre);
  }
}

}  // namespace

void draw_line_piece(Canvas& canvas, std::size_t series, double x1, double y1, double x2, double y2) {
  const LineLook look = look_of(series);
  canvas.line(x1, y1, x2, y2, kLineWidth, look.grey, look.dashed);
}

void draw_marker(Canvas& canvas, std::size_t series, double x, double y) {
  const Area square = {x - kMarker, y - kMarker, x + kMarker, y + kMarker};
  switch (series % 4) {
    case 0: return canvas.fill(square, 0);
    case 1: return canvas.bar(square, Pattern::white);
    case 2: canvas.line(x - kMarker, y - kMarker, x + kMarker, y + kMarker, 1); return canvas.line(x - kMarker, y + kMarker, x + kMarker, y - kMarker, 1);
    default: canvas.line(x - kMarker, y, x + kMarker, y, 1.2); return canvas.line(x, y - kMarker, x, y + kMarker, 1.2);
  }
}

void draw_line_sample(Canvas& canvas, std::size_t series, double x1, double x2, double y) {
  draw_line_piece(canvas, series, x1, y, x2, y);
  draw_marker(canvas, series, (x1 + x2) / 2, y);
}

void draw_lines(const Chart& chart, const Area& area, Canvas& canvas) {
  // One line has room for its values at the points; several have not.
  const Axes axes = draw_axes(chart, area, false, chart.series.size() > 1 ? 0 : 0.95, canvas);
  for (std::size_t s = 0; s < chart.series.size(); ++s) draw_series(chart, axes, s, canvas);
}

}  // namespace lvce
