#include "layout/chart/axes.h"

#include <algorithm>

namespace lvce {

namespace {

constexpr double kTickGap = 4;
constexpr double kTableRow = 12;
constexpr double kGridGrey = 0.75;
constexpr double kAxisWidth = 0.8;
constexpr double kSwatchWidth = 12;

double name_width(const Chart& chart, Canvas& canvas) {
  double widest = 0;
  for (const ChartSeries& series : chart.series) widest = std::max(widest, canvas.text_width(series.name, kLabelSize));
  return std::min(widest, 70.0) + kSwatchWidth + 6;
}

double tick_width(const Scale& scale, Canvas& canvas) {
  double widest = 0;
  for (const double tick : scale.ticks()) widest = std::max(widest, canvas.text_width(scale.label(tick), kLabelSize));
  return widest + kTickGap;
}

void draw_scale(const Axes& axes, Canvas& canvas) {
  for (const double tick : axes.scale.ticks()) {
    const double y = axes.y_of(tick);
    canvas.fill({axes.plot.left, y - 0.15, axes.plot.right, y + 0.15}, kGridGrey);  // below the bars
    canvas.text(axes.scale.label(tick), axes.plot.left - kTickGap, y, kLabelSize, Align::right);
  }
  canvas.line(axes.plot.left, axes.plot.top, axes.plot.left, axes.plot.bottom, kAxisWidth);
  canvas.line(axes.plot.left, axes.y_of(0), axes.plot.right, axes.y_of(0), kAxisWidth);
}

std::size_t category_lines(const Chart& chart, double slot, Canvas& canvas) {
  for (const std::string& name : chart.categories) {
    if (canvas.text_width(name, kLabelSize) > slot - 2) return 2;
  }
  return 1;
}

void draw_values_below(const Chart& chart, const Axes& axes, double top, Canvas& canvas) {
  const double left = axes.plot.left;
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    const double middle = top + (static_cast<double>(s) + 0.5) * kTableRow;
    canvas.text(chart.series[s].name, left - kTickGap, middle, kLabelSize, Align::right);
    const double swatch = left - kTickGap - canvas.text_width(chart.series[s].name, kLabelSize) - kSwatchWidth - 2;
    if (chart.kind == ChartKind::lines) {
      draw_line_sample(canvas, s, swatch, swatch + kSwatchWidth, middle);
    } else {
      canvas.bar({swatch, middle - 3, swatch + kSwatchWidth - 2, middle + 3}, pattern_of(s));
    }
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
      const std::optional<Decimal> value = value_at(chart, s, c);
      const std::string label = value ? value_label(chart, *value) : blank_label(chart, s, c);
      const double size = std::clamp(kValueSize * (axes.slot - 2) / std::max(1.0, canvas.text_width(label, kValueSize)), kSmallestValue, kValueSize);
      canvas.text(label, axes.middle_of(c), middle, size, Align::centre);
    }
    canvas.line(left, top + static_cast<double>(s) * kTableRow, axes.plot.right, top + static_cast<double>(s) * kTableRow, 0.3, kGridGrey);
  }
}

}  // namespace

double widest_label(const Chart& chart, double size, Canvas& canvas) {
  double widest = 0;
  for (const ChartSeries& series : chart.series) {
    for (const std::optional<Decimal>& value : series.values) {
      if (value) widest = std::max(widest, canvas.text_width(value_label(chart, *value), size));
    }
  }
  return widest;
}

Axes draw_axes(const Chart& chart, const Area& area, bool stacked, double label_share, Canvas& canvas) {
  Axes axes;
  axes.scale = scale_of(chart, stacked);
  const double count = static_cast<double>(std::max<std::size_t>(1, chart.categories.size()));
  const double label = widest_label(chart, kSmallestValue, canvas);
  double gutter = tick_width(axes.scale, canvas);
  const double wide_gutter = std::max(gutter, name_width(chart, canvas));
  const double slot = (area.width() - wide_gutter) / count;
  axes.values_below = label > slot * label_share && label <= slot - 1 && chart.series.size() <= 6;
  if (axes.values_below) gutter = wide_gutter;
  axes.slot = (area.width() - gutter) / count;
  const double names = static_cast<double>(category_lines(chart, axes.slot, canvas)) * kLabelSize * 1.2 + 4;
  const double below = names + (axes.values_below ? static_cast<double>(chart.series.size()) * kTableRow + 2 : 0);
  axes.plot = {area.left + gutter, area.top + kValueSize + 2, area.right, std::max(area.top + 20, area.bottom - below)};
  draw_scale(axes, canvas);
  for (std::size_t c = 0; c < chart.categories.size(); ++c) {
    const double x = axes.middle_of(c);
    canvas.text_in(chart.categories[c], {x - axes.slot / 2 + 1, axes.plot.bottom + 2, x + axes.slot / 2 - 1, axes.plot.bottom + names}, kLabelSize, 2,
                   Align::centre);
  }
  if (axes.values_below) draw_values_below(chart, axes, axes.plot.bottom + names + 1, canvas);
  return axes;
}

}  // namespace lvce
