#include "render/docx/chart.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "layout/page.h"
#include "render/docx/markup.h"
#include "render/docx/styles.h"
#include "render/render.h"
#include "render/series_shades.h"
#include "render/xlsx_text.h"

namespace lvce {
namespace {

constexpr const char* kChartType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
constexpr const char* kSheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr const char* kChartNames =
    " xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
constexpr const char* kDataSheet = "数据";
constexpr const char* kCategoryAxis = "10001";
constexpr const char* kValueAxis = "10002";
constexpr std::size_t kSeriesAtMost = 25;  ///< columns B to Z of the sheet behind

std::string chart_value(const std::string& name, const std::string& value) { return "<c:" + name + " val=\"" + value + "\"/>"; }

std::string chart_letters(int points, bool bold) {
  return "<a:defRPr sz=\"" + std::to_string(points * 100) + "\" b=\"" + (bold ? "1" : "0") +
         "\"><a:latin typeface=\"宋体\"/><a:ea typeface=\"宋体\"/></a:defRPr>";
}

std::string text_looks(int points) {
  return "<c:txPr><a:bodyPr/><a:p><a:pPr>" + chart_letters(points, false) + "</a:pPr><a:endParaRPr lang=\"zh-CN\"/></a:p></c:txPr>";
}

/// The figures in a sheet of their own: categories in A, series from B on, names in row 1.
Document data_of(const Chart& chart) {
  Table table;
  table.columns.resize(chart.series.size() + 1);
  TableRow& head = table.rows.emplace_back();
  head.cells.resize(1);
  for (const ChartSeries& series : chart.series) head.cells.emplace_back().value.value = series.name;
  for (std::size_t at = 0; at < chart.categories.size(); ++at) {
    TableRow& row = table.rows.emplace_back();
    row.cells.emplace_back().value.value = chart.categories[at];
    for (const ChartSeries& series : chart.series) {
      CellValue& value = row.cells.emplace_back().value;
      value.format.places = chart.places;
      if (at < series.values.size() && series.values[at]) value.value = *series.values[at];
    }
  }
  Document document;
  document.sections.emplace_back().sheet = kDataSheet;
  document.sections.back().blocks.emplace_back(std::move(table));
  return document;
}

class ChartWriter {
 public:
  explicit ChartWriter(const Chart& chart) : chart_(chart) {}

  std::string write(const std::string& workbook_id) const {
    const bool named = chart_.series.size() > 1;
    return std::string(kXmlHead) + "<c:chartSpace" + kChartNames + ">" + chart_value("roundedCorners", "0") + "<c:chart>" + title() +
           chart_value("autoTitleDeleted", "0") + "<c:plotArea><c:layout/>" + plot() + axes() + "</c:plotArea>" +
           (named ? "<c:legend>" + chart_value("legendPos", "b") + chart_value("overlay", "0") + text_looks(9) + "</c:legend>" : "") +
           chart_value("plotVisOnly", "1") + chart_value("dispBlanksAs", "gap") + "</c:chart><c:externalData r:id=\"" + workbook_id + "\">" +
           chart_value("autoUpdate", "0") + "</c:externalData></c:chartSpace>";
  }

 private:
  bool is_lines() const { return chart_.kind == ChartKind::lines; }
  bool is_stacked() const { return chart_.kind == ChartKind::stacked_bars; }
  bool lies() const { return chart_.kind == ChartKind::horizontal_bars; }

  std::string title() const {
    const std::string words = xml_text(chart_.title + (chart_.unit.empty() ? "" : "（" + chart_.unit + "）"));
    return "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr>" + chart_letters(12, true) + "</a:pPr><a:r><a:rPr lang=\"zh-CN\" sz=\"1200\" b=\"1\"/><a:t>" +
           words + "</a:t></a:r></a:p></c:rich></c:tx>" + chart_value("overlay", "0") + "</c:title>";
  }

  /// 数据!$B$2:$B$4
  std::string range(std::size_t column) const {
    const std::string letter(1, static_cast<char>('A' + column));
    return std::string(kDataSheet) + "!$" + letter + "$2:$" + letter + "$" + std::to_string(chart_.categories.size() + 1);
  }

  std::string point(std::size_t index, const std::string& value) const { return "<c:pt idx=\"" + std::to_string(index) + "\"><c:v>" + value + "</c:v></c:pt>"; }

  std::string categories() const {
    std::string points;
    for (std::size_t at = 0; at < chart_.categories.size(); ++at) points += point(at, xml_text(chart_.categories[at]));
    return "<c:cat><c:strRef><c:f>" + range(0) + "</c:f><c:strCache>" + chart_value("ptCount", std::to_string(chart_.categories.size())) + points +
           "</c:strCache></c:strRef></c:cat>";
  }

  std::string values(std::size_t number) const {
    const ChartSeries& series = chart_.series[number];
    std::string points;
    for (std::size_t at = 0; at < std::min(series.values.size(), chart_.categories.size()); ++at) {
      if (series.values[at]) points += point(at, series.values[at]->text(chart_.places));
    }
    return "<c:val><c:numRef><c:f>" + range(number + 1) + "</c:f><c:numCache><c:formatCode>" + format() + "</c:formatCode>" +
           chart_value("ptCount", std::to_string(chart_.categories.size())) + points + "</c:numCache></c:numRef></c:val>";
  }

  std::string format() const { return "#,##0" + (chart_.places > 0 ? "." + std::string(static_cast<std::size_t>(chart_.places), '0') : ""); }

  std::string shade_of(std::size_t number) const {
    std::array<char, 8> colour = {};
    std::snprintf(colour.data(), colour.size(), "%06X", static_cast<unsigned>(series_shade(number)));
    const std::string fill = std::string("<a:solidFill><a:srgbClr val=\"") + colour.data() + "\"/></a:solidFill>";
    return "<c:spPr>" + (is_lines() ? "<a:ln w=\"22225\">" + fill + "</a:ln>" : fill) + "</c:spPr>";
  }

  std::string series_element(std::size_t number) const {
    const std::string at = std::to_string(number), letter(1, static_cast<char>('B' + number));
    const std::string name = "<c:tx><c:strRef><c:f>" + std::string(kDataSheet) + "!$" + letter + "$1</c:f><c:strCache>" + chart_value("ptCount", "1") +
                             point(0, xml_text(chart_.series[number].name)) + "</c:strCache></c:strRef></c:tx>";
    return "<c:ser>" + chart_value("idx", at) + chart_value("order", at) + name + shade_of(number) + (is_lines() ? "" : chart_value("invertIfNegative", "0")) +
           categories() + values(number) + (is_lines() ? chart_value("smooth", "0") : "") + "</c:ser>";
  }

  /// The figures at their bars and points; not inside stacks, where small ones would lie on each other.
  std::string labels() const {
    const std::string shown = is_stacked() ? "0" : "1";
    return "<c:dLbls><c:numFmt formatCode=\"" + format() + "\" sourceLinked=\"0\"/>" + text_looks(8) + chart_value("showLegendKey", "0") +
           chart_value("showVal", shown) + chart_value("showCatName", "0") + chart_value("showSerName", "0") + chart_value("showPercent", "0") +
           chart_value("showBubbleSize", "0") + "</c:dLbls>";
  }

  std::string plot() const {
    std::string all;
    for (std::size_t number = 0; number < chart_.series.size(); ++number) all += series_element(number);
    const std::string ids = chart_value("axId", kCategoryAxis) + chart_value("axId", kValueAxis);
    if (is_lines())
      return "<c:lineChart>" + chart_value("grouping", "standard") + chart_value("varyColors", "0") + all + labels() + chart_value("marker", "1") + ids +
             "</c:lineChart>";
    return "<c:barChart>" + chart_value("barDir", lies() ? "bar" : "col") + chart_value("grouping", is_stacked() ? "stacked" : "clustered") +
           chart_value("varyColors", "0") + all + labels() + chart_value("gapWidth", "80") + (is_stacked() ? chart_value("overlap", "100") : "") + ids +
           "</c:barChart>";
  }

  /// Bars start at zero, else their lengths lie.
  bool from_zero() const {
    if (is_lines()) return false;
    return std::none_of(chart_.series.begin(), chart_.series.end(), [](const ChartSeries& series) {
      return std::any_of(series.values.begin(), series.values.end(), [](const auto& value) { return value && value->is_negative(); });
    });
  }

  std::string axes() const {
    const std::string ticks = chart_value("majorTickMark", "out") + chart_value("minorTickMark", "none");
    const std::string category = "<c:catAx>" + chart_value("axId", kCategoryAxis) + "<c:scaling>" + chart_value("orientation", lies() ? "maxMin" : "minMax") +
                                 "</c:scaling>" + chart_value("delete", "0") + chart_value("axPos", lies() ? "l" : "b") +
                                 "<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/>" + ticks + chart_value("tickLblPos", "low") + text_looks(9) +
                                 chart_value("crossAx", kValueAxis) + chart_value("crosses", "autoZero") + chart_value("auto", "0") +
                                 chart_value("lblAlgn", "ctr") + chart_value("lblOffset", "100") + chart_value("noMultiLvlLbl", "1") + "</c:catAx>";
    return category + "<c:valAx>" + chart_value("axId", kValueAxis) + "<c:scaling>" + chart_value("orientation", "minMax") +
           (from_zero() ? chart_value("min", "0") : "") + "</c:scaling>" + chart_value("delete", "0") + chart_value("axPos", lies() ? "b" : "l") +
           "<c:majorGridlines/><c:numFmt formatCode=\"" + format() + "\" sourceLinked=\"0\"/>" + ticks + chart_value("tickLblPos", "nextTo") + text_looks(9) +
           chart_value("crossAx", kCategoryAxis) + chart_value("crosses", lies() ? "max" : "autoZero") + chart_value("crossBetween", "between") + "</c:valAx>";
  }

  const Chart& chart_;
};

std::string emu(double points) { return std::to_string(std::lround(points * 12700)); }

}  // namespace

std::string word_chart(const Chart& asked, int number, double width, const std::string& created, OfficeParts& parts) {
  Chart chart = asked;
  chart.series.resize(std::min(chart.series.size(), kSeriesAtMost));
  const std::string count = std::to_string(number), name = "word/charts/chart" + count + ".xml", sheet = "word/embeddings/chart" + count + ".xlsx";
  const std::string workbook = parts.relate(name, "package", sheet);
  parts.add(name, kChartType, ChartWriter(chart).write(workbook));
  parts.add(sheet, kSheetType, render_xlsx(data_of(chart), created));
  const std::string id = parts.relate("word/document.xml", "chart", name);
  return "<w:p><w:pPr>" + value_element("pStyle", kFigureStyle) +
         "</w:pPr><w:r><w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" distT=\"0\" distB=\"0\" "
         "distL=\"0\" "
         "distR=\"0\"><wp:extent cx=\"" +
         emu(width) + "\" cy=\"" + emu(chart.height_mm * kPointsPerMm) + "\"/><wp:docPr id=\"" + count + "\" name=\"图" + count + "\" descr=\"" +
         xml_text(chart.title) +
         "\"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData "
         "uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"" +
         id + "\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";
}

}  // namespace lvce
