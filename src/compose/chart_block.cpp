#include "compose/chart_block.h"

namespace lvce {
namespace {

ChartKind parse_kind(const YamlView& view) {
  const std::string name = view.text("kind", "grouped_bars");
  if (name == "horizontal_bars") return ChartKind::horizontal_bars;
  if (name == "stacked_bars") return ChartKind::stacked_bars;
  if (name == "lines") return ChartKind::lines;
  if (name != "grouped_bars") view.place().fault("图的种类“" + name + "”不认识", "可用 grouped_bars、horizontal_bars、stacked_bars、lines");
  return ChartKind::grouped_bars;
}

/// Values of one series with the names of its first and last table cell.
void collect_values(ChartSeries& series, const YamlView& view, const Vocabulary& words, const Scope& scope) {
  view.only({"for", "if", "unless", "value", "blank", "cell"});
  repeat(view, words, scope, [&](const Scope& each) {
    const FieldValue* field = need_field(view.text("value"), each, view.place());
    std::optional<Decimal> value;
    if (field != nullptr && field->is_number()) value = std::get<Decimal>(field->value);
    series.values.push_back(value);
    series.blanks.push_back(fill_text(view.text("blank"), each, view.place()));
    const std::string cell = fill_text(view.text("cell"), each, view.place());
    if (series.first_cell.empty()) series.first_cell = cell;
    series.last_cell = cell;
  });
}

void collect_categories(Chart& chart, const YamlView& view, const Vocabulary& words, const Scope& scope) {
  view.only({"for", "if", "unless", "text", "cell"});
  repeat(view, words, scope, [&](const Scope& each) {
    chart.categories.push_back(fill_text(view.text("text"), each, view.place()));
    const std::string cell = fill_text(view.text("cell"), each, view.place());
    if (chart.first_category_cell.empty()) chart.first_category_cell = cell;
    chart.last_category_cell = cell;
  });
}

}  // namespace

Chart expand_chart(const YamlView& view, const Vocabulary& words, const Scope& scope) {
  view.only({"kind", "title", "unit", "places", "height", "categories", "series"});
  Chart chart;
  chart.kind = parse_kind(view);
  chart.title = fill_text(view.text("title"), scope, view.place());
  chart.unit = fill_text(view.text("unit"), scope, view.place());
  chart.places = static_cast<int>(view.number("places", 0));
  chart.height_mm = view.number("height", 70);
  collect_categories(chart, YamlView(view.node("categories"), view.place()), words, scope);
  for (const YamlNode& node : view.node("series").items) {
    const YamlView series(node, view.place());
    series.only({"for", "if", "unless", "name", "values"});
    repeat(series, words, scope, [&](const Scope& each) {
      ChartSeries made;
      made.name = fill_text(series.text("name"), each, series.place());
      collect_values(made, YamlView(series.node("values"), series.place()), words, each);
      chart.series.push_back(std::move(made));
    });
  }
  return chart;
}

}  // namespace lvce
