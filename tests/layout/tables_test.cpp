#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "layout/kit.h"

using namespace lvce;
using namespace lvce::test;

namespace {

TableCell head(const std::string& text) {
  TableCell made = cell(text);
  made.head = true;
  return made;
}

/// Two columns, a head and `rows` rows of one line each.
Table plain_table(int rows) {
  Table table;
  table.columns = {{30, 1}, {0, 1}};
  table.rows.push_back(row({head("甲栏"), head("乙栏")}));
  for (int i = 0; i < rows; ++i) table.rows.push_back(row({cell("行" + std::to_string(i) + "。"), cell("内容")}));
  return table;
}

int pages_saying(const LaidOut& out, const std::string& words) {
  return static_cast<int>(std::count_if(out.pages.begin(), out.pages.end(), [&](const Page& page) { return page_says(page, words); }));
}

const TextBox& box_saying(const Page& page, const std::string& words) {
  const auto found = std::find_if(page.texts.begin(), page.texts.end(), [&](const TextBox& box) { return box.text == words; });
  REQUIRE(found != page.texts.end());
  return *found;
}

}  // namespace

TEST_CASE("The head is repeated on every page and every row is there once") {
  const LaidOut out = lay_out_plain(document_of({plain_table(100)}));
  REQUIRE(out.pages.size() >= 3);
  CHECK(pages_saying(out, "甲栏") == static_cast<int>(out.pages.size()));
  for (int i = 0; i < 100; ++i) CHECK(pages_saying(out, "行" + std::to_string(i) + "。") == 1);
}

TEST_CASE("No last page holds but one or two rows") {
  int broken = 0;
  for (int rows = 20; rows < 120; ++rows) {
    const LaidOut out = lay_out_plain(document_of({plain_table(rows)}));
    if (out.pages.size() < 2) continue;
    ++broken;
    INFO(rows);
    for (const int behind : {3, 2, 1}) CHECK(page_says(out.pages.back(), "行" + std::to_string(rows - behind) + "。"));
  }
  CHECK(broken > 70);
}

TEST_CASE("No last row stands alone behind a merged cell whose text is repeated") {
  int broken = 0;
  for (int rows = 20; rows < 70; ++rows) {
    Table table = plain_table(rows);
    const auto first = static_cast<std::size_t>(rows) - 3;  // three rows of one item, then the sum
    table.rows[first].cells[0] = cell("项目");
    table.rows[first].cells[0].row_span = 3;
    table.rows[first].cells[0].repeat_text = true;
    for (std::size_t i = first + 1; i < first + 3; ++i) table.rows[i].cells = {cell("内容" + std::to_string(i - first))};
    table.rows.back().cells = {cell("合计"), cell("100")};
    const LaidOut out = lay_out_plain(document_of({table}));
    if (out.pages.size() < 2) continue;
    ++broken;
    INFO(rows);
    CHECK(page_says(out.pages.back(), "合计"));
    CHECK(page_says(out.pages.back(), "内容2"));
  }
  CHECK(broken > 20);
}

TEST_CASE("No row of an item stands alone at a page's foot or head") {
  int parted = 0, tables = 0, left_alone = 0;
  for (int size = 2; size < 6; ++size) {
    for (int above = 10; above < 60; ++above) {
      Table table = plain_table(above + size + 5);
      const auto first = static_cast<std::size_t>(above);  // one item of `size` rows, whose points stand in one cell
      table.rows[first].cells[1].row_span = size;
      for (int i = 1; i < size; ++i) table.rows[first + static_cast<std::size_t>(i)].cells.resize(1);
      const LaidOut out = lay_out_plain(document_of({table}));
      CHECK(out.pages.size() == lay_out_plain(document_of({plain_table(above + size + 5)})).pages.size());  // never at the cost of a page
      ++tables;
      int alone = 0;
      for (const Page& page : out.pages) {
        int here = 0;
        for (int i = 0; i < size; ++i) here += page_says(page, "行" + std::to_string(above + i - 1) + "。") ? 1 : 0;
        alone += here == 1 ? 1 : 0;
        parted += here > 1 && here < size ? 1 : 0;
      }
      left_alone += alone > 0 ? 1 : 0;
    }
  }
  CHECK(tables == 200);
  CHECK(left_alone < 10);  // only where it would cost one
  CHECK(parted > 0);       // where two rows stand on either page, an item may go on
}

TEST_CASE("A small table near the foot of a page begins on the next one, with its title") {
  Table table = plain_table(12);
  table.title = "消费情况";
  for (const int lines : {18, 19}) {  // of 22: room for the title and a few rows
    std::vector<Block> blocks(static_cast<std::size_t>(lines), paragraph(ParagraphStyle::body, "正文"));
    blocks.push_back(table);
    const LaidOut out = lay_out_plain(document_of(std::move(blocks)));
    INFO(lines);
    REQUIRE(out.pages.size() == 2);
    CHECK_FALSE(page_says(out.pages[0], "消费情况"));
    CHECK(page_says(out.pages[1], "消费情况"));
    CHECK(page_says(out.pages[1], "行0。"));
  }
  std::vector<Block> blocks(12, paragraph(ParagraphStyle::body, "正文"));  // too much would be left blank
  blocks.push_back(table);
  blocks.push_back(table);
  CHECK(page_says(lay_out_plain(document_of(std::move(blocks))).pages[0], "消费情况"));
}

TEST_CASE("Text comes out row by row, cell by cell") {
  const LaidOut out = lay_out_plain(document_of({plain_table(2)}));
  CHECK(text_of(out.pages[0]) == "甲栏乙栏行0。内容行1。内容");
}

TEST_CASE("Title and the line above the head keep with the first row; 续表 marks the pages that follow") {
  Table table = plain_table(60);
  table.title = "自评表";
  table.unit_line = "单位：某某局（盖章）";
  table.unit_line_right = "自评分：95";
  table.continued_label = true;
  const Paragraph text = paragraph(ParagraphStyle::body_flush, characters(28 * 20));
  const LaidOut out = lay_out_plain(document_of({text, table}));
  CHECK_FALSE(page_says(out.pages[0], "自评表"));
  CHECK(page_says(out.pages[1], "自评表单位：某某局（盖章）自评分：95甲栏乙栏行0。"));
  CHECK_FALSE(page_says(out.pages[1], "续表"));
  CHECK(page_says(out.pages[2], "续表甲栏"));
}

TEST_CASE("Outer borders are 1 pt, inner ones half") {
  const LaidOut out = lay_out_plain(document_of({plain_table(1)}));
  const auto count = [&](double width) {
    return std::count_if(out.pages[0].lines.begin(), out.pages[0].lines.end(), [&](const LineBox& line) { return line.width == width; });
  };
  CHECK(count(1.0) == 4);
  CHECK(count(0.5) == 2);  // one between the columns, one below the head
  Table bare = plain_table(1);
  bare.borders = false;
  CHECK(lay_out_plain(document_of({bare})).pages[0].lines.empty());
}

TEST_CASE("Columns take their millimetres, the rest goes to the open ones") {
  const LaidOut out = lay_out_plain(document_of({plain_table(1)}));
  const double kMm = 72 / 25.4;
  const auto inner = std::find_if(out.pages[0].lines.begin(), out.pages[0].lines.end(),
                                  [](const LineBox& line) { return line.width == 0.5 && line.x1 == line.x2; });
  REQUIRE(inner != out.pages[0].lines.end());
  CHECK(inner->x1 == Approx((28 + 30) * kMm));
}

TEST_CASE("A merged cell that goes on is printed again where it asks for it") {
  Table table = plain_table(100);
  TableCell merged = cell("单元");
  merged.row_span = 100;
  for (std::size_t i = 1; i < table.rows.size(); ++i) table.rows[i].cells.erase(table.rows[i].cells.begin());
  table.rows[1].cells.insert(table.rows[1].cells.begin(), merged);
  CHECK(pages_saying(lay_out_plain(document_of({table})), "单元") == 1);
  table.rows[1].cells[0].repeat_text = true;
  const LaidOut out = lay_out_plain(document_of({table}));
  CHECK(pages_saying(out, "单元") == static_cast<int>(out.pages.size()));
}

TEST_CASE("A repeated text is printed whole wherever its rows stand") {
  for (int before = 20; before < 34; ++before) {
    Table table = plain_table(before + 6);
    TableCell merged = cell("始\n中\n终");
    merged.row_span = 6;
    merged.repeat_text = true;
    table.rows[static_cast<std::size_t>(before) + 1].cells[0] = merged;
    for (std::size_t i = static_cast<std::size_t>(before) + 2; i < table.rows.size(); ++i) table.rows[i].cells.erase(table.rows[i].cells.begin());
    const LaidOut out = lay_out_plain(document_of({table}));
    INFO(before << " rows before");
    CHECK(pages_saying(out, "始") == pages_saying(out, "终"));
    CHECK(pages_saying(out, "始") >= 1);
  }
}

TEST_CASE("A table that misses its page by a little is set closer, with its note") {
  const Paragraph note = paragraph(ParagraphStyle::note, "注：说明");
  // 31 rows of 10.5 × 1.35 + 2 × 2.6 = 19.4 pt are 601 of 638 pt; 35 rows are 678 pt, set closer 35 × 15.4 = 539 pt.
  CHECK(lay_out_plain(document_of({plain_table(30), note})).pages.size() == 1);
  CHECK(lay_out_plain(document_of({plain_table(34), note})).pages.size() == 1);
  CHECK(lay_out_plain(document_of({plain_table(60), note})).pages.size() == 2);
}

TEST_CASE("Short centred cells are broken into lines of nearly equal length between words") {
  Table table;
  table.columns = {{21, 1}, {0, 1}};
  table.head_rows = 0;
  table.rows = {row({head("核查得分情况"), cell("一")})};  // 21 mm hold five characters of 10.5 pt
  const Page page = lay_out_plain(document_of({table})).pages[0];
  CHECK(box_saying(page, "核查得分").y > box_saying(page, "情况").y);
}

TEST_CASE("No line runs through a merged cell") {
  Table table;
  table.columns = {{0, 1}, {0, 1}};
  table.head_rows = 0;
  TableCell merged = cell("合");
  merged.row_span = 2;
  table.rows = {row({merged, cell("一")}), row({cell("二")})};
  const LaidOut out = lay_out_plain(document_of({table}));
  std::vector<LineBox> inner;
  for (const LineBox& line : out.pages[0].lines) {
    if (line.width == 0.5) inner.push_back(line);
  }
  REQUIRE(inner.size() == 2);
  const LineBox& across = inner[0].y1 == inner[0].y2 ? inner[0] : inner[1];
  CHECK(across.x1 > 28 * 72 / 25.4 + 10);  // begins at the second column
  // The merged text stands in the middle of both rows.
  CHECK(box_saying(out.pages[0], "合").y == Approx((box_saying(out.pages[0], "一").y + box_saying(out.pages[0], "二").y) / 2));
}

TEST_CASE("No line runs between joined cells") {
  Table table;
  table.columns = {{0, 1}, {0, 1}};
  table.head_rows = 0;
  TableCell below = cell("下");
  below.joined = true;
  table.rows = {row({cell("上"), cell("一")}), row({below, cell("二")})};
  const LaidOut out = lay_out_plain(document_of({table}));
  std::vector<LineBox> across;
  for (const LineBox& line : out.pages[0].lines) {
    if (line.width == 0.5 && line.y1 == line.y2) across.push_back(line);
  }
  REQUIRE(across.size() == 1);
  CHECK(across[0].x1 > 28 * 72 / 25.4 + 10);  // begins at the second column
  CHECK(box_saying(out.pages[0], "下").y == Approx(box_saying(out.pages[0], "二").y));
}

TEST_CASE("On the next page a line stands between the head and a joined cell") {
  Table table = plain_table(60);
  for (std::size_t i = 2; i < table.rows.size(); ++i) {
    for (TableCell& each : table.rows[i].cells) each.joined = true;
  }
  const LaidOut out = lay_out_plain(document_of({table}));
  REQUIRE(out.pages.size() == 2);
  const auto across = [](const LineBox& line) { return line.width == 0.5 && line.y1 == line.y2; };
  CHECK(std::count_if(out.pages[1].lines.begin(), out.pages[1].lines.end(), across) == 1);
}

TEST_CASE("A merged cell that is taller than its rows makes each of them taller by the same") {
  Table table;
  table.columns = {{20, 1}, {0, 1}};
  table.head_rows = 0;
  TableCell merged = cell("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12");
  merged.row_span = 3;
  table.rows = {row({merged, cell("一")}), row({cell("二")}), row({cell("三")})};
  const Page page = lay_out_plain(document_of({table})).pages[0];
  // 12 lines of 14.175 pt and 2 × 2.6 pt are 175.3 pt: 58.4 pt a row.
  const double step = (12 * 10.5 * 1.35 + 2 * 2.6) / 3;
  CHECK(box_saying(page, "一").y - box_saying(page, "二").y == Approx(step).margin(0.1));
  CHECK(box_saying(page, "二").y - box_saying(page, "三").y == Approx(step).margin(0.1));
}

TEST_CASE("The long text of a merged cell loses nothing") {
  Table table;
  table.columns = {{20, 1}, {0, 1}};
  table.head_rows = 0;
  TableCell merged = cell(characters(200) + "完");
  merged.row_span = 2;
  table.rows = {row({merged, cell("一")}), row({cell("二")}), row({cell("下"), cell("行")})};
  const LaidOut out = lay_out_plain(document_of({table}));
  std::string text;
  for (const Page& page : out.pages) text += text_of(page);
  CHECK(text.find("完") != std::string::npos);
  CHECK(std::count(text.begin(), text.end(), '\xAD') >= 200);  // third byte of 字
}

TEST_CASE("A cell taller than a page breaks; every character is printed once") {
  Table table;
  table.columns = {{20, 1}, {0, 1}};
  table.rows = {row({head("号"), head("文")}), row({cell("7"), cell(characters(3000) + "完")}), row({cell("8"), cell("后")})};
  const LaidOut out = lay_out_plain(document_of({table}));
  REQUIRE(out.pages.size() >= 2);
  std::string text;
  for (const Page& page : out.pages) text += text_of(page);
  std::size_t count = 0;
  for (std::size_t at = text.find("字"); at != std::string::npos; at = text.find("字", at + 3)) ++count;
  CHECK(count == 3000);
  CHECK(pages_saying(out, "后") == 1);
  for (const Page& page : out.pages) {
    for (const TextBox& box : page.texts) CHECK(box.y > 35 * 72 / 25.4);
  }
}

TEST_CASE("Short rows move to the next page whole") {
  Table table = plain_table(0);
  for (int i = 0; i < 12; ++i) table.rows.push_back(row({cell("起" + std::to_string(i)), cell(characters(150) + "止" + std::to_string(i) + "。")}));
  const LaidOut out = lay_out_plain(document_of({table}));
  REQUIRE(out.pages.size() >= 2);
  for (int i = 0; i < 12; ++i) {
    const bool whole = std::any_of(out.pages.begin(), out.pages.end(), [&](const Page& page) {
      return page_says(page, "起" + std::to_string(i) + "字") && page_says(page, "止" + std::to_string(i) + "。");
    });
    CHECK(whole);
  }
}

TEST_CASE("Numbers of a column stand with their decimal points below each other") {
  Table table;
  table.columns = {{0, 1}};
  table.head_rows = 0;
  table.rows = {row({number("12345.6", 2)}), row({number("-3.06", 2)}), row({number("7", 0)})};
  const LaidOut out = lay_out_plain(document_of({table}));
  const Page& page = out.pages[0];
  const double half = 10.5 / 2;
  const double point = box_saying(page, "12,345.60").x + 6 * half;  // 12,345
  CHECK(box_saying(page, "-3.06").x + 2 * half == Approx(point));
  CHECK(box_saying(page, "7").x + half == Approx(point));
}

TEST_CASE("Numbers are written as their format says") {
  Table table;
  table.columns = {{0, 1}};
  table.head_rows = 0;
  TableCell percent = number("-3.056", 2);
  percent.value.format.percent = true;
  TableCell points = number("2.50", 2);
  points.value.format.trim = true;
  TableCell flagged = number("1000", 1);
  flagged.flagged = true;
  table.rows = {row({percent}), row({points}), row({flagged})};
  CHECK(text_of(lay_out_plain(document_of({table})).pages[0]) == "-3.06%2.5※1,000.0");
}

TEST_CASE("Room for seals is kept") {
  Table table = plain_table(0);
  TableRow seals = row({cell("单位意见"), cell("（盖章）")});
  seals.cells[1].min_height_mm = 50;
  table.rows.push_back(seals);
  table.rows.push_back(row({cell("末"), cell("行")}));
  const LaidOut out = lay_out_plain(document_of({table}));
  CHECK(box_saying(out.pages[0], "甲栏").y - box_saying(out.pages[0], "末").y > 50 * 72 / 25.4);
}

TEST_CASE("A note stays with the last row of its table") {
  for (int rows = 25; rows < 40; ++rows) {
    const LaidOut out = lay_out_plain(document_of({plain_table(rows), paragraph(ParagraphStyle::note, "注：说明")}));
    const Page& last = out.pages.back();
    REQUIRE(page_says(last, "注：说明"));
    CHECK(page_says(last, "行" + std::to_string(rows - 1) + "。"));
  }
}

TEST_CASE("The cost of a long table is linear in its text") {
  const auto cost_of = [](int rows) {
    Table table = plain_table(0);
    for (int i = 0; i < rows; ++i) table.rows.push_back(row({cell("号"), cell(characters(300))}));
    std::size_t cost = 0;
    lay_out_with(document_of({table}), PlainFaces(), {}, {}, &cost);
    return static_cast<double>(cost);
  };
  CHECK(cost_of(400) / cost_of(200) < 2.1);
}

TEST_CASE("Spans that leave the table, rows with too many cells and empty tables do no harm") {
  Table table;
  TableCell wild = cell("宽");
  wild.column_span = 1000000;
  wild.row_span = 1000000;
  table.rows = {row({cell("一"), wild}), row({cell("二"), cell("多"), cell("多")}), row({})};
  table.head_rows = 7;
  table.font_size = -3;
  const LaidOut out = lay_out_plain(document_of({table, Table{}}));
  REQUIRE_FALSE(out.pages.empty());
  CHECK(pages_saying(out, "二") == 1);
}

TEST_CASE("Links and anchors of cells") {
  Table table = plain_table(60);
  Run reference;
  reference.page_of = "row59";
  reference.link = "row59";
  table.rows[1].cells[1].runs.push_back(reference);
  table.rows[60].cells[0].anchor = "row59";
  table.anchor = "table";
  const LaidOut out = lay_out_plain(document_of({table}), {{"row59", 12}});
  CHECK(page_says(out.pages[0], "行0。12"));
  REQUIRE(out.pages[0].links.size() == 1);
  CHECK(out.anchors.at("table").page == 0);
  CHECK(out.anchors.at("row59").page > 0);
}
