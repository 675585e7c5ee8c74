#include "render/xlsx_chart.h"

#include "render/series_shades.h"
#include "render/xlsx_text.h"

namespace lvce {
namespace {

constexpr double kPixelsPerMm = 96 / 25.4;
constexpr double kDefaultWidth = 480, kDefaultHeight = 288;  // pixels

std::uint8_t type_of(ChartKind kind) {
  switch (kind) {
    case ChartKind::horizontal_bars: return LXW_CHART_BAR;
    case ChartKind::stacked_bars: return LXW_CHART_COLUMN_STACKED;
    case ChartKind::lines: return LXW_CHART_LINE;
    case ChartKind::grouped_bars: break;
  }
  return LXW_CHART_COLUMN;
}

constexpr double kTitlePoints = 12, kLabelPoints = 9;

lxw_chart_font font_of(double points, bool bold) {
  lxw_chart_font font = {};
  font.size = points;
  font.bold = bold ? LXW_TRUE : LXW_EXPLICIT_FALSE;
  return font;
}

void shade(lxw_chart_series* series, std::size_t number, ChartKind kind) {
  const lxw_color_t colour = series_shade(number);
  if (kind == ChartKind::lines) {
    lxw_chart_line line = {};
    line.color = colour;
    line.width = 1.75;
    chart_series_set_line(series, &line);
    return;
  }
  lxw_chart_fill fill = {};
  fill.color = colour;
  chart_series_set_fill(series, &fill);
}

struct ResolvedSeries {
  const ChartSeries* series;
  std::string values;
};

std::vector<ResolvedSeries> resolve(const Chart& described, const CellNames& names, const std::vector<PlannedSheet>& sheets) {
  std::vector<ResolvedSeries> resolved;
  for (const ChartSeries& series : described.series) {
    std::string values = chart_range(series.first_cell, series.last_cell, names, sheets);
    if (!values.empty()) resolved.push_back({&series, std::move(values)});
  }
  return resolved;
}

void add_series(lxw_chart* chart, ChartKind kind, const std::vector<ResolvedSeries>& resolved, const std::string& categories) {
  for (std::size_t number = 0; number < resolved.size(); ++number) {
    lxw_chart_series* made = chart_add_series(chart, categories.empty() ? nullptr : categories.c_str(), resolved[number].values.c_str());
    chart_series_set_name(made, clean_cell_text(resolved[number].series->name).c_str());
    shade(made, number, kind);
  }
}

/// Bars start at zero, else their lengths lie; percentages are fractions in the cells.
void set_value_axis(lxw_chart* chart, const Chart& described) {
  bool negative = false;
  for (const ChartSeries& series : described.series) {
    for (const auto& value : series.values) negative = negative || (value && value->is_negative());
  }
  lxw_chart_axis* axis = described.kind == ChartKind::horizontal_bars ? chart->x_axis : chart->y_axis;
  if (!negative && described.kind != ChartKind::lines) chart_axis_set_min(axis, 0);
  chart_axis_set_num_format(axis, described.unit == "%" ? "0.00%" : "#,##0");
}

}  // namespace

void insert_chart(lxw_workbook* book, lxw_worksheet* sheet, const PlannedChart& planned, const CellNames& names, const std::vector<PlannedSheet>& sheets) {
  const Chart& described = *planned.chart;
  const std::vector<ResolvedSeries> resolved = resolve(described, names, sheets);
  if (resolved.empty()) return;
  lxw_chart* chart = workbook_add_chart(book, type_of(described.kind));
  if (chart == nullptr) return;
  add_series(chart, described.kind, resolved, chart_range(described.first_category_cell, described.last_category_cell, names, sheets));
  const std::string title = clean_cell_text(described.title + (described.unit.empty() ? "" : "（" + described.unit + "）"));
  chart_title_set_name(chart, title.c_str());
  lxw_chart_font heading = font_of(kTitlePoints, true), label = font_of(kLabelPoints, false);
  chart_title_set_name_font(chart, &heading);
  chart_axis_set_num_font(chart->x_axis, &label);
  chart_axis_set_num_font(chart->y_axis, &label);
  chart_legend_set_font(chart, &label);
  chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
  set_value_axis(chart, described);
  lxw_chart_axis* categories = described.kind == ChartKind::horizontal_bars ? chart->y_axis : chart->x_axis;
  if (described.kind == ChartKind::horizontal_bars) {  // first category on top, values below, as on paper
    chart_axis_set_reverse(categories);
    chart_axis_set_crossing_max(categories);
  }
  chart_axis_set_label_position(categories, LXW_CHART_AXIS_LABEL_POSITION_LOW);
  lxw_chart_options options = {};
  options.x_scale = planned.width_mm * kPixelsPerMm / kDefaultWidth;
  options.y_scale = described.height_mm * kPixelsPerMm / kDefaultHeight;
  worksheet_insert_chart_opt(sheet, static_cast<lxw_row_t>(planned.row), 0, chart, &options);
}

}  // namespace lvce
