#include <catch2/catch.hpp>
#include <cmath>

#include "layout/kit.h"
#include "support/text.h"

using namespace lvce;
using namespace lvce::test;
using Style = ParagraphStyle;

namespace {

constexpr double kMm = 72 / 25.4;
double mm(double points) { return points / kMm; }

/// A heading or paragraph of so many body lines.
Paragraph body_lines(int lines) { return paragraph(Style::body_flush, characters(28 * lines)); }

std::size_t line_count(const Page& page) { return lines_of(page).size(); }

}  // namespace

TEST_CASE("A full page holds 22 lines of 28 characters in 156 by 225 mm") {
  const LaidOut out = lay_out_plain(document_of({body_lines(44)}));
  REQUIRE(out.pages.size() == 2);
  const std::vector<TextLine> lines = lines_of(out.pages[0]);
  REQUIRE(lines.size() == 22);
  for (const TextLine& line : lines) CHECK(line.text == characters(28));
  CHECK(mm(lines[0].x) == Approx(28));
  CHECK(lines[0].y - lines[1].y == Approx(28.99));
  // 28 characters of 16 pt at a pitch of 156 mm / 28 reach from edge to edge.
  const TextBox& box = out.pages[0].texts[0];
  CHECK(28 * (16 + box.char_space) == Approx(156 * kMm));
  // First line below 37 mm, last line above 297 − 37 − 225 = 35 mm.
  CHECK(mm(297 * kMm - lines[0].y) > 37);
  CHECK(mm(lines[21].y) > 35);
  CHECK(mm(lines[21].y) < 35 + mm(28.99));
}

TEST_CASE("Body paragraphs are indented two characters, headings too") {
  const LaidOut out = lay_out_plain(document_of({paragraph(Style::heading1, "一、情况"), paragraph(Style::body, characters(40))}));
  const std::vector<TextLine> lines = lines_of(out.pages[0]);
  REQUIRE(lines.size() == 3);
  const double pitch = 156.0 / 28;
  CHECK(mm(lines[0].x) == Approx(28 + 2 * pitch));
  CHECK(mm(lines[1].x) == Approx(28 + 2 * pitch));
  CHECK(lines[1].text == characters(26));
  CHECK(mm(lines[2].x) == Approx(28));
}

TEST_CASE("The binding side is left on odd pages and right on even ones; single-sided always left") {
  LayoutOptions options;
  LaidOut out = lay_out_plain(document_of({body_lines(44)}), {}, options);
  CHECK(mm(lines_of(out.pages[1])[0].x) == Approx(210 - 28 - 156));
  options.first_page = 2;
  out = lay_out_plain(document_of({body_lines(2)}), {}, options);
  CHECK(mm(lines_of(out.pages[0])[0].x) == Approx(26));
  options.duplex = false;
  out = lay_out_plain(document_of({body_lines(2)}), {}, options);
  CHECK(mm(lines_of(out.pages[0])[0].x) == Approx(28));
}

TEST_CASE("No last line stands alone on a new page") {
  const LaidOut out = lay_out_plain(document_of({body_lines(23)}));
  REQUIRE(out.pages.size() == 2);
  CHECK(line_count(out.pages[0]) == 21);
  CHECK(line_count(out.pages[1]) == 2);
}

TEST_CASE("No first line stands alone at the foot of a page") {
  const LaidOut out = lay_out_plain(document_of({body_lines(21), body_lines(5)}));
  REQUIRE(out.pages.size() == 2);
  CHECK(line_count(out.pages[0]) == 21);
  CHECK(line_count(out.pages[1]) == 5);
}

TEST_CASE("A heading keeps with the next two lines") {
  LaidOut out = lay_out_plain(document_of({body_lines(20), paragraph(Style::heading1, "二、标题"), body_lines(5)}));
  REQUIRE(out.pages.size() == 2);
  CHECK_FALSE(page_says(out.pages[0], "标题"));
  CHECK(page_says(out.pages[1], "二、标题"));
  out = lay_out_plain(document_of({body_lines(19), paragraph(Style::heading1, "二、标题"), body_lines(5)}));
  CHECK(page_says(out.pages[0], "标题"));
  CHECK(line_count(out.pages[0]) == 22);
}

TEST_CASE("A heading at the very end is not lost") {
  const LaidOut out = lay_out_plain(document_of({body_lines(22), paragraph(Style::heading1, "末")}));
  REQUIRE(out.pages.size() == 2);
  CHECK(page_says(out.pages[1], "末"));
}

TEST_CASE("Lines are justified to the full width") {
  // 26 Han characters leave the room of two to be shared among the gaps: the last box ends at the right edge.
  const LaidOut out = lay_out_plain(document_of({paragraph(Style::body_flush, characters(26) + "GB/T2021" + characters(30))}));
  const Page& page = out.pages[0];
  const std::vector<TextLine> lines = lines_of(page);
  REQUIRE(lines[0].text == characters(26));
  const TextBox& box = page.texts[0];
  const double end = box.x + 26 * 16 + 25 * box.char_space;
  CHECK(mm(end) == Approx(28 + 156).margin(0.1));
}

TEST_CASE("A cover keeps to one page: with a long name it gives up blank") {
  for (const int length : {8, 45, 90}) {
    Document cover = document_of({paragraph(Style::cover_line, characters(length)), Space{1}, paragraph(Style::cover_title, "申报材料"), Space{10},
                                  paragraph(Style::cover_line, "单位：" + characters(length)), paragraph(Style::cover_line, "填报日期")});
    cover.sections[0].centred_vertically = true;
    const LaidOut out = lay_out_plain(cover);
    INFO(length);
    REQUIRE(out.pages.size() == 1);
    CHECK(page_says(out.pages[0], "填报日期"));
  }
}

TEST_CASE("No gap is so wide that readers of PDF take it for a space; blanks at marks take the rest") {
  const LaidOut plain = lay_out_plain(document_of({paragraph(Style::body_flush, characters(24) + "GB/T123456789" + characters(30))}));
  CHECK(plain.pages[0].texts[0].char_space < 0.1 * 16);
  // The same line with three marks inside: each takes a fifth of an em more, and the line stays short rather than torn apart.
  const std::string marked = characters(6) + "，" + characters(6) + "；" + characters(5) + "。" + characters(4);
  const LaidOut out = lay_out_plain(document_of({paragraph(Style::body_flush, marked + "GB/T123456789" + characters(30))}));
  const std::vector<TextLine> lines = lines_of(out.pages[0]);
  REQUIRE(lines[0].text == marked);
  const TextBox* last = nullptr;
  for (const TextBox& box : out.pages[0].texts) {
    if (std::abs(box.y - out.pages[0].texts[0].y) < 0.01) last = &box;
  }
  REQUIRE(last->text == characters(4));
  // 24 characters of 16 pt, 23 gaps of 0.098 em and 3 marks of 0.2 em: 384 + 36.1 + 9.6 pt are 151.6 mm.
  CHECK(mm(last->x + 4 * 16 + 3 * last->char_space) == Approx(28 + 151.6).margin(0.1));
}

TEST_CASE("What follows a squeezed opening mark stands as close to it as to the next character") {
  const std::string line = characters(8) + "《" + characters(6) + "》" + characters(5) + "（" + characters(5) + "）";
  const LaidOut out = lay_out_plain(document_of({paragraph(Style::body_flush, line + "，" + characters(9))}));
  std::vector<double> places;  // of every character of the first line
  std::string text;
  for (const TextBox& box : out.pages[0].texts) {
    if (std::abs(box.y - out.pages[0].texts[0].y) > 0.01) continue;
    text += box.text;
    for (std::size_t i = 0; i < decode_utf8(box.text).size(); ++i) places.push_back(box.x + static_cast<double>(i) * (16 + box.char_space));
  }
  REQUIRE(text == line + "，");  // pushed in: the marks inside give way
  const double usual = places[2] - places[1];
  for (const std::size_t behind_mark : {9, 22}) CHECK(places[behind_mark + 1] - places[behind_mark] == Approx(usual).margin(0.01));
}

TEST_CASE("A page break to an odd page leaves a blank page when printed on both sides") {
  const Document document = document_of({body_lines(1), PageBreak{true}, body_lines(1)});
  LaidOut out = lay_out_plain(document);
  REQUIRE(out.pages.size() == 3);
  CHECK(out.pages[1].blank);
  CHECK(out.pages[1].texts.empty());
  CHECK_FALSE(out.pages[2].blank);
  LayoutOptions single;
  single.duplex = false;
  out = lay_out_plain(document, {}, single);
  CHECK(out.pages.size() == 2);
}

TEST_CASE("Breaks at the edges of sections make no empty pages") {
  Document document = document_of({PageBreak{false}, body_lines(1), PageBreak{false}});
  document.sections.push_back(document.sections[0]);
  CHECK(lay_out_plain(document).pages.size() == 2);
  CHECK(lay_out_plain(Document{}).pages.empty());
}

TEST_CASE("A cover stands in the optical middle of its page") {
  Document document = document_of({paragraph(Style::cover_line, "封面")});
  document.sections[0].centred_vertically = true;
  document.sections[0].numbered = false;
  document.sections[0].blocks.push_back(body_lines(1));
  const LaidOut out = lay_out_plain(document);
  REQUIRE(out.pages.size() == 1);
  CHECK_FALSE(out.pages[0].numbered);
  const double y = mm(lines_of(out.pages[0])[0].y);
  CHECK(y > 148);  // above the middle of the type area (35 + 112.5 = 147.5 mm)
  CHECK(y < 200);
}

TEST_CASE("Anchors name page and height, bookmarks are handed on") {
  Paragraph heading = paragraph(Style::heading1, "二、标题");
  heading.anchor = "h2";
  Document document = document_of({body_lines(22), heading, body_lines(3)});
  document.bookmarks.push_back({0, "标题", "h2"});
  const LaidOut out = lay_out_plain(document);
  REQUIRE(out.anchors.count("h2") == 1);
  CHECK(out.anchors.at("h2").page == 1);
  CHECK(mm(out.anchors.at("h2").y) == Approx(297 - 37));
  REQUIRE(out.bookmarks.size() == 1);
  CHECK(out.bookmarks[0].target == "h2");
}

TEST_CASE("Page numbers inside text never move line breaks") {
  Paragraph reference = paragraph(Style::body_flush, characters(26) + "见第");
  Run number;
  number.page_of = "there";
  number.link = "there";
  reference.runs.push_back(number);
  reference.runs.push_back(paragraph(Style::body, "页" + characters(60)).runs[0]);
  const Document document = document_of({reference});
  const LaidOut unknown = lay_out_plain(document);
  CHECK(page_says(unknown.pages[0], "见第…页"));
  for (const int page : {7, 57, 1057}) {
    const LaidOut known = lay_out_plain(document, {{"there", page}});
    CHECK(page_says(known.pages[0], "见第" + std::to_string(page) + "页"));
    CHECK(lines_of(known.pages[0]).size() == lines_of(unknown.pages[0]).size());
    CHECK(lines_of(known.pages[0]).back().text == lines_of(unknown.pages[0]).back().text);
    REQUIRE(known.pages[0].links.size() == 1);
    CHECK(known.pages[0].links[0].target == "there");
  }
}

TEST_CASE("Characters that no face has become 〓 and are listed once; control characters are shown, zero-width ones vanish") {
  const LaidOut out = lay_out_plain(document_of({paragraph(Style::body, "甲\uE001乙\uE001丙\t丁\x01戊\u200B己\u202E庚")}));
  CHECK(text_of(out.pages[0]) == "甲〓乙〓丙 丁〈U+0001〉戊己〈U+202E〉庚");
  CHECK(out.missing_characters == std::vector<std::string>{"\uE001"});
}

TEST_CASE("Places to be filled in stand on grey") {
  Paragraph blank = paragraph(Style::body, "甲");
  Run marked;
  marked.text = "【请填写】";
  marked.marked = true;
  blank.runs.push_back(marked);
  const LaidOut out = lay_out_plain(document_of({blank}));
  REQUIRE(out.pages[0].rects.size() == 1);
  CHECK(out.pages[0].rects[0].fill_grey.value() < 1);
  CHECK(out.pages[0].rects[0].width == Approx(5 * 156 * kMm / 28).margin(0.5));
}

TEST_CASE("Space counts at the top of a page begun on purpose, not after an overflow") {
  const LaidOut out = lay_out_plain(document_of({Space{2}, body_lines(20), Space{3}, body_lines(1)}));
  REQUIRE(out.pages.size() == 2);
  CHECK(mm(297 * kMm - lines_of(out.pages[0])[0].y) > 37 + mm(2 * 28.99));
  CHECK(mm(297 * kMm - lines_of(out.pages[1])[0].y) < 37 + mm(28.99));
}

TEST_CASE("A landscape page puts its head at the binding side") {
  const Document document = document_of({body_lines(60)}, Orientation::landscape);
  const LaidOut out = lay_out_plain(document);
  REQUIRE(out.pages.size() >= 2);
  CHECK(out.pages[0].landscape);
  // Drawn left edge = 210 mm − y: binding 28 mm above the head on odd pages, 26 mm (cut side) on even ones.
  const double odd = 210 - mm(lines_of(out.pages[0])[0].y);
  const double even = 210 - mm(lines_of(out.pages[1])[0].y);
  CHECK(odd - even == Approx(2));
  CHECK(mm(lines_of(out.pages[0])[0].x) == Approx(35));  // the foot of the drawn page
}
