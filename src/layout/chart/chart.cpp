#include "layout/chart/chart.h"

#include <algorithm>

#include "layout/chart/plots.h"

namespace lvce {

namespace {

constexpr double kTitleSize = 12;
constexpr double kTitleRow = 20;
constexpr double kLegendSize = 9;
constexpr double kLegendRow = 16;
constexpr double kSwatch = 16;
constexpr double kLeastChartHeight = 110;
constexpr double kSpaceAroundChart = 8;
constexpr std::size_t kMostSeries = 12;
constexpr std::size_t kMostCategories = 120;

/// Names and patterns in one centred row, the unit at its left.
void draw_legend(const Chart& chart, double width, double middle, Canvas& canvas) {
  double left = 0;
  if (!chart.unit.empty()) {
    const std::string unit = "单位：" + chart.unit;
    canvas.text(unit, 0, middle, kLegendSize, Align::left);
    left = canvas.text_width(unit, kLegendSize) + 10;
  }
  if (chart.series.size() < 2 && (chart.series.empty() || chart.series[0].name.empty())) return;
  double total = 0;
  for (const ChartSeries& series : chart.series) total += kSwatch + 4 + canvas.text_width(series.name, kLegendSize) + 14;
  double x = std::max(left, (width - total + 14) / 2);
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    if (chart.kind == ChartKind::lines) {
      draw_line_sample(canvas, s, x, x + kSwatch, middle);
    } else {
      const bool frame = chart.kind == ChartKind::horizontal_bars && s == 1 && is_score_of_full(chart);
      canvas.bar({x, middle - 4, x + kSwatch, middle + 4}, frame ? Pattern::white : pattern_of(s));
    }
    x += kSwatch + 4;
    canvas.text(chart.series[s].name, x, middle, kLegendSize, Align::left);
    x += canvas.text_width(chart.series[s].name, kLegendSize) + 14;
  }
}

void draw_plot(const Chart& chart, const Area& area, Canvas& canvas) {
  if (chart.categories.empty() || chart.series.empty()) {
    return canvas.text("无数据", (area.left + area.right) / 2, (area.top + area.bottom) / 2, kTitleSize, Align::centre);
  }
  switch (chart.kind) {
    case ChartKind::grouped_bars: return draw_grouped_bars(chart, area, canvas);
    case ChartKind::horizontal_bars: return draw_horizontal_bars(chart, area, canvas);
    case ChartKind::stacked_bars: return draw_stacked_bars(chart, area, canvas);
    case ChartKind::lines: return draw_lines(chart, area, canvas);
  }
}

}  // namespace

Strip chart_strip(const Chart& asked, double width, double page_height, Typesetter& setter) {
  Chart chart = asked;
  chart.categories.resize(std::min(chart.categories.size(), kMostCategories));
  chart.series.resize(std::min(chart.series.size(), kMostSeries));
  Strip strip;
  strip.height = std::clamp(chart.height_mm * kPointsPerMm, kLeastChartHeight, page_height);
  strip.before = strip.after = kSpaceAroundChart;
  Canvas canvas(strip, setter);
  double top = 0;
  if (!chart.title.empty()) {
    canvas.text(chart.title, width / 2, kTitleRow / 2, kTitleSize, Align::centre, Face::hei);
    top = kTitleRow;
  }
  draw_legend(chart, width, top + kLegendRow / 2, canvas);
  draw_plot(chart, {0, top + kLegendRow, width, strip.height}, canvas);
  return strip;
}

}  // namespace lvce
