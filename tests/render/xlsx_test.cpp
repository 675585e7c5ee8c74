// Worksheets: the plan, the XML that is written, and text that must stay text.
#include <regex>
#include <sstream>

#include <Poco/StreamCopier.h>
#include <Poco/Zip/ZipArchive.h>
#include <Poco/Zip/ZipStream.h>

#include <catch2/catch.hpp>

#include "render/render.h"
#include "render/xlsx_plan.h"
#include "render/xlsx_text.h"

namespace lvce {
namespace {

TableCell text(const std::string& words) {
  TableCell cell;
  cell.value.value = words;
  return cell;
}

TableCell number(const char* digits, NumberFormat format = {}) {
  TableCell cell;
  cell.value = {*Decimal::parse(digits), format};
  return cell;
}

TableCell named(TableCell cell, const std::string& name, const std::string& formula = "") {
  cell.name = name;
  cell.formula = formula;
  return cell;
}

Document one_table(std::vector<TableRow> rows, std::size_t columns, const std::string& sheet = "表一") {
  Table table;
  table.columns.resize(columns);
  table.rows = std::move(rows);
  Document document;
  document.sections.emplace_back().sheet = sheet;
  document.sections.back().blocks.emplace_back(std::move(table));
  return document;
}

/// One part of the book, by name.
std::string part(const std::string& book, const std::string& name) {
  std::istringstream stream(book);
  const Poco::Zip::ZipArchive archive(stream);
  const auto header = archive.findHeader(name);
  REQUIRE(header != archive.headerEnd());
  std::istringstream again(book);
  Poco::Zip::ZipInputStream input(again, header->second);
  std::string out;
  Poco::StreamCopier::copyToString(input, out);
  return out;
}

std::string sheet_xml(const std::string& book, int number = 1) { return part(book, "xl/worksheets/sheet" + std::to_string(number) + ".xml"); }

bool holds(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("Formulas are real and carry their result", "[xlsx]") {
  const std::string book = render_xlsx(
      one_table({{{named(number("1.5"), "a")}, false}, {{named(number("2"), "b")}, false}, {{named(number("3.5"), "c", "SUM({a}:{b})")}, false}}, 1), "");
  CHECK(holds(sheet_xml(book), "<f>SUM(A1:A2)</f><v>3.5</v>"));
}

TEST_CASE("A formula may give a text", "[xlsx]") {
  const std::string xml = sheet_xml(render_xlsx(one_table({{{named(number("2"), "a"), named(text("完成"), "b", "IF({a}<3,\"完成\",\"未完成\")")}}}, 2), ""));
  CHECK(holds(xml, "t=\"str\"><f>IF(A1&lt;3,\"完成\",\"未完成\")</f><v>完成</v>"));
}

TEST_CASE("Marks are conditional formats over cells of their own sheet, and print without colour", "[xlsx]") {
  TableCell bad = named(number("2.5", {1, false, false, false}), "a"), over = named(number("3"), "b");
  bad.marks.push_back({MarkLook::bad, "{a}>{b}"});
  bad.marks.push_back({MarkLook::bad, "{elsewhere}>1"});
  bad.flagged = true;
  Document document = one_table({{{bad, over}}}, 2);
  Document other = one_table({{{named(number("7"), "elsewhere")}}}, 1, "表二");
  document.sections.push_back(other.sections.front());
  const std::string book = render_xlsx(document, "");
  const std::string xml = sheet_xml(book), styles = part(book, "xl/styles.xml");
  CHECK(holds(xml, "<conditionalFormatting sqref=\"A1\">"));
  CHECK(holds(xml, "<formula>$A$1&gt;$B$1</formula>"));
  CHECK_FALSE(holds(xml, "表二"));  // not allowed there
  const auto dxfs = styles.find("<dxfs");
  CHECK(holds(styles.substr(dxfs), "<b/>"));
  CHECK(holds(styles.substr(dxfs), "※"));
  CHECK_FALSE(holds(styles.substr(0, dxfs), "C00000"));  // the cell itself has no colour of its own
}

TEST_CASE("Formulas are locked without a password, everything else is open", "[xlsx]") {
  const std::string book = render_xlsx(one_table({{{named(number("2"), "a"), named(number("4"), "b", "{a}*2")}}}, 2), "");
  const std::string xml = sheet_xml(book);
  CHECK(holds(xml, "<sheetProtection sheet=\"1\""));
  CHECK_FALSE(holds(xml, "password"));
  CHECK(holds(part(book, "xl/styles.xml"), "<protection locked=\"0\"/>"));
  const std::regex style_of_a("<c r=\"A1\" s=\"([0-9]+)\""), style_of_b("<c r=\"B1\" s=\"([0-9]+)\"");
  std::smatch a, b;
  REQUIRE(std::regex_search(xml, a, style_of_a));
  REQUIRE(std::regex_search(xml, b, style_of_b));
  CHECK(a[1] != b[1]);
  CHECK_FALSE(holds(sheet_xml(render_xlsx(one_table({{{number("2")}}}, 1), "")), "sheetProtection"));
}

TEST_CASE("A name on another sheet is a quoted reference", "[xlsx]") {
  Document document = one_table({{{named(number("1"), "a")}, false}, {{named(number("1"), "b")}, false}}, 1, "张'三");
  const Document second = one_table({{{named(number("2"), "c", "{a}+SUM({a}:{b})-1")}, false}}, 1, "汇总");
  document.sections.push_back(second.sections[0]);
  CHECK(holds(sheet_xml(render_xlsx(document, ""), 2), "<f>'张''三'!A1+SUM('张''三'!A1:A2)-1</f><v>2</v>"));
}

TEST_CASE("A formula with an unknown name is written as its value", "[xlsx]") {
  const std::string xml = sheet_xml(render_xlsx(one_table({{{named(number("7"), "a", "{gone}*2")}, false}}, 1), ""));
  CHECK_FALSE(holds(xml, "<f>"));
  CHECK(holds(xml, "<v>7</v>"));
}

TEST_CASE("Joined texts are one merged cell, joined numbers stay single without a line between", "[xlsx]") {
  TableCell rule = text("二"), points = named(number("2"), "b");
  rule.joined = points.joined = true;
  std::vector<TableRow> rows = {
      {{text("一"), named(number("1"), "a")}, false}, {{rule, points}, false}, {{text("合计"), named(number("3"), "", "SUM({a}:{b})")}, false}};
  const std::string book = render_xlsx(one_table(rows, 2), "");
  const std::string xml = sheet_xml(book);
  CHECK(holds(xml, "<mergeCells count=\"1\"><mergeCell ref=\"A1:A2\"/></mergeCells>"));
  CHECK(holds(part(book, "xl/sharedStrings.xml"), "一\n二"));
  CHECK(holds(xml, "<f>SUM(B1:B2)</f><v>3</v>"));
  const std::string styles = part(book, "xl/styles.xml");
  CHECK(holds(styles, "<top style=\"thin\"><color auto=\"1\"/></top><bottom/>"));
  CHECK(holds(styles, "<top/><bottom style=\"thin\">"));
}

TEST_CASE("The number of the line above a table keeps its words and its formula", "[xlsx]") {
  Document document = one_table({{{named(number("1"), "a")}, false}, {{named(number("2"), "b")}, false}}, 2);
  auto& table = std::get<Table>(document.sections[0].blocks[0]);
  table.columns.resize(1);
  table.unit_line_right = "自评分：";
  table.unit_line_value = named(number("3", {2, false, false, true}), "total", "SUM({a}:{b})");
  const std::string book = render_xlsx(document, "");
  CHECK(holds(sheet_xml(book), "<f>SUM(A2:A3)</f><v>3</v>"));
  CHECK(holds(part(book, "xl/styles.xml"), "formatCode=\"&quot;自评分：&quot;0\""));
}

TEST_CASE("A merged cell that repeats is ended at a printed page and begun again", "[xlsx]") {
  std::vector<TableRow> rows = {{{text("单元"), text("标准")}, false}};
  for (int i = 0; i < 60; ++i) rows.push_back({{text("第" + std::to_string(i) + "条")}, false});
  TableCell unit = text("甲单元");
  unit.row_span = 60;
  unit.repeat_text = true;
  rows[1].cells.insert(rows[1].cells.begin(), unit);
  Document document = one_table(rows, 2);
  std::get<Table>(document.sections[0].blocks[0]).head_rows = 1;
  const PlannedSheet sheet = plan_sheets(document).at(0);
  // Rows of 10.5 × 1.35 + 6 = 20.175 pt on pages of 733.9 × 0.96 = 704.5 pt: 34 with the head, 33 behind the repeated head.
  CHECK(sheet.breaks == std::vector<int>{34});
  std::vector<CellArea> units;
  for (const PlannedCell& cell : sheet.cells) {
    if (cell.area.column == 0 && cell.area.row > 0) units.push_back(cell.area);
  }
  REQUIRE(units.size() == 2);
  CHECK(units[0].last_row == 33);
  CHECK(units[1].row == 34);
  CHECK(units[1].last_row == 60);
}

TEST_CASE("A printed page begins between two items where it is more than half full", "[xlsx]") {
  // Head 10, then rows of 20 on pages of 110: five rows fit. Items: rows 1–3, 4–6, 7–8, merged in column 1.
  Table table;
  table.columns.resize(2);
  table.rows.resize(9);
  TableCell unit = text("单元");
  unit.row_span = 8;
  unit.repeat_text = true;
  TableCell item = text("项目");
  item.row_span = 3;
  table.rows[0].cells = {text("单元"), text("项目")};
  table.rows[1].cells = {unit, item};
  table.rows[4].cells = {item};
  item.row_span = 2;
  table.rows[7].cells = {item};
  const std::vector<double> heights = {10, 20, 20, 20, 20, 20, 20, 20, 20};
  // Item 1 ends at 70 of 110: the page is more than half full. Items 2 and 3 take 10 + 60 + 40 = 110: they fit.
  CHECK(sheet_page_starts(table, table_places(table), heights, {110, 0}) == std::vector<int>{4});
  // A page of 130 holds items 1 and 2: 10 + 120.
  CHECK(sheet_page_starts(table, table_places(table), heights, {130, 0}) == std::vector<int>{7});
  // A page of 150 would hold half of item 3, which goes over as a whole.
  CHECK(sheet_page_starts(table, table_places(table), heights, {150, 0}) == std::vector<int>{7});
  // Where nothing repeats the program breaks as it likes.
  table.rows[1].cells[0].repeat_text = false;
  CHECK(sheet_page_starts(table, table_places(table), heights, {110, 0}).empty());
}

TEST_CASE("The sum of a sheet does not stand alone on its last page", "[xlsx]") {
  // Head 10, seven rows of 20 and the sum on pages of 150: seven rows fit, the sum would not.
  Table table;
  table.columns.resize(2);
  table.rows.resize(9);
  TableCell item = text("项目");
  item.row_span = 7;
  item.repeat_text = true;
  table.rows[0].cells = {text("项目"), text("得分")};
  table.rows[1].cells = {item, text("1")};
  for (std::size_t i = 2; i < 8; ++i) table.rows[i].cells = {text("1")};
  table.rows[8].cells = {text("合计"), text("7")};
  const std::vector<double> heights = {10, 20, 20, 20, 20, 20, 20, 20, 20};
  CHECK(sheet_page_starts(table, table_places(table), heights, {150, 0}) == std::vector<int>{7});
  // Where the last three rows are one item, it goes over with the sum as a whole.
  TableCell points = text("3");
  points.row_span = 3;
  table.rows[5].cells = {points};
  table.rows[6].cells.clear();
  table.rows[7].cells.clear();
  CHECK(sheet_page_starts(table, table_places(table), heights, {150, 0}) == std::vector<int>{5});
}

TEST_CASE("Percentages are fractions with a percent format", "[xlsx]") {
  const std::string book = render_xlsx(one_table({{{number("-3.06", {2, false, true, false})}, false}}, 1), "");
  CHECK(holds(sheet_xml(book), "<v>-0.0306</v>"));
  CHECK(holds(part(book, "xl/styles.xml"), "formatCode=\"0.00%\""));
}

TEST_CASE("Text stays text, whatever it begins with", "[xlsx]") {
  std::vector<TableRow> rows;
  for (const char* words : {"=1+1", "+1", "-1", "@SUM(A1)", "http://example.invalid/", "2.10", "{=1}"}) rows.push_back({{text(words)}, false});
  const std::string book = render_xlsx(one_table(rows, 1), "");
  const std::string strings = part(book, "xl/sharedStrings.xml");
  CHECK_FALSE(holds(sheet_xml(book), "<f>"));
  CHECK_FALSE(holds(sheet_xml(book), "hyperlink"));
  for (const char* words : {"<t>=1+1</t>", "<t>+1</t>", "<t>-1</t>", "<t>@SUM(A1)</t>", "<t>http://example.invalid/</t>", "<t>2.10</t>"}) {
    INFO(words);
    CHECK(holds(strings, words));
  }
}

TEST_CASE("Control characters are shown, escapes stay literal, bad UTF-8 is replaced", "[xlsx]") {
  CHECK(clean_cell_text("a\x01\x08"
                        "b\u200B\r\nc") == "a〈U+0001〉〈U+0008〉b\nc");
  CHECK(clean_sheet_name("甲\u202E\x07\u200B乙\u200B") == "甲〈U+202E〉〈U+0007〉〈U+200B〉乙");  // blanks at the ends go
  CHECK(clean_cell_text("_x000D_") == "_x005F_x000D_");
  CHECK(clean_cell_text("_x00G0_") == "_x00G0_");
  CHECK(clean_cell_text("\xff甲") == "\xEF\xBF\xBD甲");
  CHECK(clean_cell_text("𠀀") == "𠀀");
}

TEST_CASE("What is too long for one cell goes on beside it, nothing is cut", "[xlsx]") {
  const std::string book = render_xlsx(one_table({{{text(std::string(40000, 'x') + "END")}, false}}, 1), "");
  const std::string strings = part(book, "xl/sharedStrings.xml");
  CHECK(holds(strings, std::string(32767, 'x')));
  CHECK(holds(strings, std::string(40000 - 32767, 'x') + "END"));
  CHECK(split_for_cells(std::string(32767, 'x')).size() == 1);
}

TEST_CASE("Merged cells, repeated head, A4 and one page wide", "[xlsx]") {
  TableCell wide = text("单元");
  wide.row_span = 2;
  TableCell head = text("头");
  head.column_span = 2;
  const std::string xml = sheet_xml(render_xlsx(one_table({{{head}, false}, {{wide, text("甲")}, false}, {{text("乙")}, false}}, 2), ""));
  CHECK(holds(xml, "<mergeCell ref=\"A1:B1\"/>"));
  CHECK(holds(xml, "<mergeCell ref=\"A2:A3\"/>"));
  CHECK(holds(xml, "paperSize=\"9\""));
  CHECK(holds(xml, "fitToHeight=\"0\""));
  const std::string workbook = part(render_xlsx(one_table({{{head}, false}, {{wide, text("甲")}, false}, {{text("乙")}, false}}, 2), ""), "xl/workbook.xml");
  CHECK(holds(workbook, "_xlnm.Print_Titles"));
}

TEST_CASE("The head of a short table is not repeated above what follows it on the sheet", "[xlsx]") {
  const auto repeats = [](std::size_t rows, const Block& below) {
    Document document = one_table({{{text("头")}, false}}, 1);
    auto& table = std::get<Table>(document.sections[0].blocks[0]);
    for (std::size_t i = 0; i < rows; ++i) table.rows.push_back({{text("行")}, false});
    document.sections[0].blocks.push_back(below);
    return plan_sheets(document)[0].repeated_rows.has_value();
  };
  Paragraph body, note;
  note.style = ParagraphStyle::note;
  CHECK_FALSE(repeats(3, body));
  CHECK_FALSE(repeats(3, Table()));
  CHECK(repeats(3, note));
  CHECK(repeats(300, body));  // its own pages need it more
}

TEST_CASE("A signature on a sheet leaves the rows free that a seal over it covers whole", "[xlsx]") {
  Document document = one_table({{{text("甲")}, false}}, 1);
  document.sections[0].blocks.push_back(Signature{"某某局", "2023年1月2日"});
  const PlannedSheet sheet = plan_sheets(document)[0];
  REQUIRE(sheet.texts.size() == 2);
  CHECK(sheet.texts[0].area.row == 3);  // below the table's row two of 5.29 mm: (42 mm − two lines of 7.8 mm) / 2 are 13.2 mm
  CHECK(sheet.texts[1].area.row == 4);
}

TEST_CASE("A box taller than Excel's tallest row becomes several merged rows", "[xlsx]") {
  TableCell box = text(std::string(3000, 'x'));
  box.min_height_mm = 300;                                                                           // 850 pt
  const Document document = one_table({{{box}, false}, {{named(number("1"), "below")}, false}}, 1);  // the plan points into it
  const std::vector<PlannedSheet> sheets = plan_sheets(document);
  REQUIRE(sheets.size() == 1);
  CHECK(sheets[0].cells[0].area.last_row == 2);
  CHECK(sheets[0].cells[1].area.row == 3);
  CHECK(collect_names(sheets).at("below").row == 3);
  for (const auto& [row, points] : sheets[0].row_points) CHECK(points <= kTallestRow);
}

TEST_CASE("A column is wide enough for its numbers", "[xlsx]") {
  Document document = one_table({{{number("123456789012.34"), text("x")}, false}}, 2);
  auto& table = std::get<Table>(document.sections[0].blocks[0]);
  table.columns[0].width = 10;
  CHECK(plan_sheets(document)[0].column_mm[0] >= column_mm(18));  // "123,456,789,012.34"
}

TEST_CASE("Sheet names are made fit and unique", "[xlsx]") {
  CHECK(clean_sheet_name("[a]:*?/\\b") == "ab");
  CHECK(clean_sheet_name("''") == "表");
  CHECK(clean_sheet_name(std::string(40, 'x')).size() == 31);
  Document document = one_table({{{text("x")}, false}}, 1, "同名");
  document.sections.push_back(document.sections[0]);
  const auto sheets = plan_sheets(document);
  CHECK(sheets[0].name != sheets[1].name);
}

TEST_CASE("Number formats follow the tree; trimmed ones the number", "[xlsx]") {
  const auto code = [](const char* digits, NumberFormat format) { return number_format_code(format, *Decimal::parse(digits)); };
  CHECK(code("1234.5", {2, true, false, false}) == "#,##0.00");
  CHECK(code("-3.06", {2, false, true, false}) == "0.00%");
  CHECK(code("10", {2, false, false, true}) == "0");
  CHECK(code("2.5", {2, false, false, true}) == "0.0");
}

TEST_CASE("References and ranges", "[xlsx]") {
  CHECK(cell_reference(0, 0) == "A1");
  CHECK(cell_reference(9, 25) == "Z10");
  CHECK(cell_reference(0, 26) == "AA1");
  CHECK(cell_reference(0, 701) == "ZZ1");
}

TEST_CASE("Charts take their figures from named cells", "[xlsx]") {
  Document document = one_table({{{named(text("1月"), "c1"), named(number("5"), "v1")}, false}, {{named(text("2月"), "c2"), named(number("6"), "v2")}, false}},
                                2);
  Chart chart;
  chart.title = "用电";
  chart.first_category_cell = "c1";
  chart.last_category_cell = "c2";
  chart.series = {{"2020年", {Decimal(5), Decimal(6)}, "v1", "v2", {}}, {"没有", {}, "nowhere", "nowhere", {}}};
  document.sections[0].blocks.emplace_back(chart);
  const std::string xml = part(render_xlsx(document, ""), "xl/charts/chart1.xml");
  CHECK(holds(xml, "<c:f>'表一'!$B$1:$B$2</c:f>"));
  CHECK(holds(xml, "<c:f>'表一'!$A$1:$A$2</c:f>"));
  CHECK_FALSE(holds(xml, "没有"));
}

TEST_CASE("Two runs give the same bytes and the date is the one given", "[xlsx]") {
  const Document document = one_table({{{text("甲")}, false}}, 1);
  const std::string book = render_xlsx(document, "2021-10-12");
  CHECK(book == render_xlsx(document, "2021-10-12"));
  CHECK(holds(part(book, "docProps/core.xml"), "2021-10-12T00:00:00Z"));
  CHECK(holds(part(render_xlsx(document, ""), "docProps/core.xml"), "2000-01-01T00:00:00Z"));
  CHECK(holds(part(render_xlsx(document, "2021-99-99"), "docProps/core.xml"), "2000-01-01T00:00:00Z"));
}

TEST_CASE("Sections without a sheet name are not in the book", "[xlsx]") { CHECK(render_xlsx(one_table({{{text("甲")}, false}}, 1, ""), "").empty()); }

}  // namespace lvce
