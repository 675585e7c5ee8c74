// Word files: what ECMA-376 demands of their parts, and the words of the tree in its order.
#include <regex>
#include <sstream>

#include <Poco/StreamCopier.h>
#include <Poco/Zip/ZipArchive.h>
#include <Poco/Zip/ZipStream.h>

#include <catch2/catch.hpp>

#include "render/render.h"
#include "support/files.h"

namespace lvce {
namespace {

const Faces& real_faces() {
  static const Faces faces = Faces::load(data_folder() / "fonts");
  return faces;
}

TableCell words(const std::string& text, int columns = 1, int rows = 1) {
  TableCell cell;
  cell.value.value = text;
  cell.column_span = columns;
  cell.row_span = rows;
  return cell;
}

Paragraph paragraph(ParagraphStyle style, const std::string& text) {
  Paragraph out;
  out.style = style;
  out.runs.emplace_back().text = text;
  return out;
}

Chart small_chart() {
  Chart chart;
  chart.title = "用电";
  chart.categories = {"1月", "2月"};
  ChartSeries& series = chart.series.emplace_back();
  series.name = "2022年";
  series.values = {Decimal(12), std::nullopt};
  return chart;
}

/// A heading, a text with a forced line end, a table with two heads and merged cells, a chart; then a landscape section with a table.
Document sample() {
  Document document;
  document.title = "报告";
  Section& first = document.sections.emplace_back();
  first.blocks.emplace_back(paragraph(ParagraphStyle::heading1, "一、基本情况"));
  first.blocks.emplace_back(paragraph(ParagraphStyle::body, "甲<乙>&\"丙\"\n第二段\x01。"));
  Table table;
  table.title = "表一";
  table.columns.resize(3);
  table.head_rows = 2;
  table.rows.resize(4);
  table.rows[0].cells = {words("项目", 1, 2), words("数量", 2)};
  table.rows[1].cells = {words("上年"), words("本年")};
  table.rows[2].cells = {words("电"), words("1"), words("2")};
  table.rows[3].cells = {words("水"), words("3", 2)};
  table.anchor = "table:1";
  first.blocks.emplace_back(table);
  first.blocks.emplace_back(small_chart());
  first.blocks.emplace_back(Signature{"某某局", "2023年1月2日"});
  Section& second = document.sections.emplace_back();
  second.orientation = Orientation::landscape;
  table.title.clear();
  table.anchor.clear();
  second.blocks.emplace_back(table);
  second.blocks.emplace_back(table);
  return document;
}

std::map<std::string, std::string> parts_of(const std::string& file) {
  std::istringstream stream(file);
  const Poco::Zip::ZipArchive archive(stream);
  std::map<std::string, std::string> parts;
  for (auto header = archive.headerBegin(); header != archive.headerEnd(); ++header) {
    std::istringstream again(file);
    Poco::Zip::ZipInputStream input(again, header->second);
    Poco::StreamCopier::copyToString(input, parts[header->first]);
  }
  return parts;
}

std::vector<std::string> all_of(const std::string& text, const std::string& pattern) {
  std::vector<std::string> found;
  const std::regex expression(pattern);
  for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at) found.push_back((*at)[1]);
  return found;
}

std::size_t count_of(const std::string& text, const std::string& what) {
  std::size_t count = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++count;
  return count;
}

/// Every element that is opened is closed in turn.
bool is_balanced(const std::string& xml) {
  std::vector<std::string> open;
  const std::regex tag("<(/?)([A-Za-z:]+)[^<>]*?(/?)>");
  for (std::sregex_iterator at(xml.begin(), xml.end(), tag), end; at != end; ++at) {
    const bool closes = (*at)[1].length() > 0, is_empty = (*at)[3].length() > 0;
    if (closes && (open.empty() || open.back() != (*at)[2])) return false;
    if (closes) open.pop_back();
    if (!closes && !is_empty) open.push_back((*at)[2]);
  }
  return open.empty();
}

/// The names of `order` that stand in `element` come in that order.
bool stands_in_order(const std::string& element, const std::vector<std::string>& order) {
  std::size_t last = 0;
  for (const std::string& name : order) {
    std::smatch found;
    if (!std::regex_search(element, found, std::regex("<w:" + name + "[ />]"))) continue;
    const auto at = static_cast<std::size_t>(found.position());
    if (at < last) return false;
    last = at;
  }
  return true;
}

}  // namespace

TEST_CASE("Every part of a Word file has a type, every relationship a target, and the same tree the same bytes", "[docx]") {
  const std::string file = render_docx(sample(), real_faces(), {"2023-01-02", "某某局", "待审核", true});
  CHECK(file == render_docx(sample(), real_faces(), {"2023-01-02", "某某局", "待审核", true}));
  const auto parts = parts_of(file);
  REQUIRE(parts.contains("word/document.xml"));
  const std::string& types = parts.at("[Content_Types].xml");
  for (const auto& [name, bytes] : parts) {
    INFO(name);
    if (name.ends_with(".xml") || name.ends_with(".rels")) CHECK(is_balanced(bytes));
    if (name.ends_with(".rels") || name == "[Content_Types].xml") continue;
    CHECK(count_of(types, "PartName=\"/" + name + "\"") == 1);
  }
  std::size_t targets = 0;
  for (const auto& [name, bytes] : parts) {
    if (!name.ends_with(".rels")) continue;
    for (const std::string& target : all_of(bytes, "Target=\"/([^\"]+)\"")) {
      INFO(target);
      CHECK(parts.contains(target));
      ++targets;
    }
  }
  CHECK(targets == 11);  // document, properties; styles, settings, fonts, three footers, a header, a chart; its workbook
  for (const std::string& id : all_of(parts.at("word/document.xml"), "r:id=\"([^\"]+)\"")) {
    CHECK(count_of(parts.at("word/_rels/document.xml.rels"), "Id=\"" + id + "\"") == 1);
  }
}

TEST_CASE("The words stand in the tree's order, as paragraphs with styles and as cells", "[docx]") {
  const auto parts = parts_of(render_docx(sample(), real_faces(), {}));
  const std::string& body = parts.at("word/document.xml");
  const std::vector<std::string> expected = {"一、基本情况",
                                             "甲&lt;乙&gt;&amp;&quot;丙&quot;",
                                             "第二段〈U+0001〉。",
                                             "表一",
                                             "项目",
                                             "数量",
                                             "上年",
                                             "本年",
                                             "电",
                                             "1",
                                             "2",
                                             "水",
                                             "3",
                                             "某某局",
                                             "2023年1月2日",
                                             "项目",
                                             "数量",
                                             "上年",
                                             "本年",
                                             "电",
                                             "1",
                                             "2",
                                             "水",
                                             "3",
                                             "项目",
                                             "数量",
                                             "上年",
                                             "本年",
                                             "电",
                                             "1",
                                             "2",
                                             "水",
                                             "3"};
  CHECK(all_of(body, "<w:t [^>]*>([^<]*)</w:t>") == expected);
  CHECK(count_of(body, "<w:pStyle w:val=\"Heading1\"/>") == 1);
  CHECK(std::regex_search(parts.at("word/styles.xml"), std::regex("w:styleId=\"Heading1\".*?<w:outlineLvl w:val=\"0\"/>")));
  CHECK(count_of(body, "<w:tblHeader/>") == 6);                 // two heads in each of three tables
  CHECK(count_of(body, "<w:vMerge w:val=\"restart\"/>") == 3);  // 项目
  CHECK(count_of(body, "<w:vMerge/>") == 3);                    // … and what it covers
  CHECK(count_of(body, "<w:gridSpan w:val=\"2\"/>") == 6);      // 数量 and 3
  CHECK(count_of(body, "</w:tbl><w:tbl>") == 0);                // tables that touch would become one
  CHECK(count_of(body, "</w:tcPr></w:tc>") == 0);               // a cell without a paragraph is broken
  CHECK(count_of(body, "w:orient=\"landscape\"") == 1);
  CHECK(parts.at("word/footer1.xml").find(" PAGE ") != std::string::npos);
  CHECK(parts.at("word/charts/chart1.xml").find("<c:v>12</c:v>") != std::string::npos);
}

TEST_CASE("Elements come in the order that ECMA-376 demands", "[docx]") {
  const auto parts = parts_of(render_docx(sample(), real_faces(), {"", "", "待审核", true}));
  const std::vector<std::string> paragraph_order = {"pStyle",  "keepNext",    "keepLines",   "pageBreakBefore", "widowControl",
                                                    "tabs",    "autoSpaceDE", "autoSpaceDN", "adjustRightInd",  "snapToGrid",
                                                    "spacing", "ind",         "jc",          "outlineLvl",      "sectPr"};
  const std::vector<std::string> letter_order = {"rFonts", "spacing", "kern", "sz", "szCs", "shd", "lang"};
  for (const char* name : {"word/document.xml", "word/styles.xml"}) {
    for (const std::string& element : all_of(parts.at(name), "<w:pPr>(.*?)</w:pPr>")) CHECK(stands_in_order(element, paragraph_order));
    for (const std::string& element : all_of(parts.at(name), "<w:rPr>(.*?)</w:rPr>")) CHECK(stands_in_order(element, letter_order));
  }
  const std::string& body = parts.at("word/document.xml");
  const std::vector<std::string> sections = all_of(body, "<w:sectPr>(.*?)</w:sectPr>");
  REQUIRE(sections.size() == 2);
  for (const std::string& element : sections) {
    CHECK(stands_in_order(element, {"headerReference", "footerReference", "type", "pgSz", "pgMar", "pgNumType", "cols", "vAlign", "docGrid"}));
    CHECK(element.find("w:w=\"") != std::string::npos);
  }
  CHECK(sections[0].find("w:w=\"11906\" w:h=\"16838\"") != std::string::npos);                                        // A4 in twips
  CHECK(sections[0].find("w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1587\"") != std::string::npos);  // 37, 26, 35, 28 mm
  CHECK(body.ends_with("</w:sectPr></w:body></w:document>"));
  for (const std::string& element : all_of(body, "<w:tcPr>(.*?)</w:tcPr>"))
    CHECK(stands_in_order(element, {"tcW", "gridSpan", "vMerge", "tcBorders", "vAlign"}));
}

TEST_CASE("A signature has half a seal above the middle of its two lines and half below, as on the page", "[docx]") {
  // (42 mm − 2 × 28.95 pt) / 2 = 30.58 pt, in twips.
  const std::string body = parts_of(render_docx(sample(), real_faces(), {"2023-01-02", "某某局", "", true})).at("word/document.xml");
  const auto paragraph_of = [&](const std::string& words) {
    const std::size_t end = body.find(words + "</w:t>");
    REQUIRE(end != std::string::npos);
    return body.substr(body.rfind("<w:p>", end), end - body.rfind("<w:p>", end));
  };
  CHECK(paragraph_of("某某局").find("w:before=\"612\" w:after=\"0\"") != std::string::npos);
  CHECK(paragraph_of("2023年1月2日").find("w:before=\"0\" w:after=\"612\"") != std::string::npos);
}

}  // namespace lvce
