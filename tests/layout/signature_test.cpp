#include <catch2/catch.hpp>

#include "layout/kit.h"

using namespace lvce;
using namespace lvce::test;

namespace {
constexpr double kMm = 72 / 25.4;
constexpr double kPitch = 156 * kMm / 28;

Paragraph body_lines(int lines) { return paragraph(ParagraphStyle::body_flush, characters(28 * lines)); }
}  // namespace

TEST_CASE("The date ends four characters from the right edge, the name is centred over it") {
  const LaidOut out = lay_out_plain(document_of({body_lines(1), Signature{"某某局", "2021年10月12日"}}));
  const std::vector<TextLine> lines = lines_of(out.pages[0]);
  REQUIRE(lines.size() == 3);
  CHECK(lines[1].text == "某某局");
  CHECK(lines[2].text == "2021年10月12日");
  const double tracking = kPitch - 16;
  const double date_width = 8 * 8 + 3 * 16 + 10 * tracking;  // 8 digits of half an em, 3 characters
  const double right = 28 * kMm + 156 * kMm - 4 * kPitch;
  CHECK(lines[2].x == Approx(right - date_width).margin(0.3));
  const double name_width = 3 * 16 + 2 * tracking;
  CHECK(lines[1].x + name_width / 2 == Approx(right - date_width / 2).margin(0.3));
  // Room for a seal of 42 mm over the middle of both lines.
  CHECK(lines[0].y - lines[1].y > 28.99 * 1.5);
}

TEST_CASE("A signature is never alone on a page") {
  const LaidOut out = lay_out_plain(document_of({body_lines(21), Signature{"某某局", "2021年10月12日"}}));
  REQUIRE(out.pages.size() == 2);
  const std::vector<TextLine> lines = lines_of(out.pages[1]);
  REQUIRE(lines.size() == 6);  // four lines of text, name, date
  CHECK(lines[0].text == characters(28));
}

TEST_CASE("A last page never holds one sentence and the signature") {
  // 22 lines a page. The sentence, a blank, two annexes and the seal's 42 mm (4.1 lines) want 8.1 lines: they do not go below 18.
  Paragraph sentence = paragraph(ParagraphStyle::body, "综上，达到认定分数线。"), annex = paragraph(ParagraphStyle::body, "附件：1.表"),
            more = paragraph(ParagraphStyle::body, "　　　2.表");
  sentence.keep_with_next = annex.keep_with_next = more.keep_with_next = true;
  const std::vector<Block> closing = {sentence, Space{1}, annex, more, Signature{"某某局", "2021年10月12日"}};
  const auto with = [&](std::vector<Block> blocks) {
    blocks.insert(blocks.end(), closing.begin(), closing.end());
    return lay_out_plain(document_of(std::move(blocks)));
  };
  SECTION("a long paragraph above gives three of its lines") {
    const LaidOut out = with({body_lines(18)});
    REQUIRE(out.pages.size() == 2);
    const std::vector<TextLine> lines = lines_of(out.pages[1]);
    REQUIRE(lines.size() == 8);
    CHECK(lines[2].text == characters(28));
    CHECK(lines[3].text == "综上，达到认定分数线。");
  }
  SECTION("a short one comes whole, with its heading") {
    const LaidOut out = with({body_lines(15), paragraph(ParagraphStyle::heading1, "六、下一步"), body_lines(2)});
    REQUIRE(out.pages.size() == 2);
    CHECK(lines_of(out.pages[1]).front().text == characters(28));  // 1 + 2 lines are too few, so the one above gives two more
    CHECK(page_says(out.pages[1], "六、下一步"));
  }
  SECTION("half a blank line and the seal's lower edge are given up first") {
    const LaidOut out = with({body_lines(14)});  // 14 + 8.1 lines are 22.1
    CHECK(out.pages.size() == 1);
  }
  SECTION("what stands below the signature stays with it") {
    std::vector<Block> blocks = {body_lines(16)};
    blocks.insert(blocks.end(), closing.begin(), closing.end());
    blocks.emplace_back(Space{1});
    blocks.emplace_back(paragraph(ParagraphStyle::body, "（联系人：某某，联系电话：略）"));
    const LaidOut out = lay_out_plain(document_of(blocks));
    REQUIRE(out.pages.size() == 2);
    CHECK(page_says(out.pages[1], "2021年10月12日（联系人"));
  }
}

TEST_CASE("A single line before the signature brings its neighbour along") {
  const Paragraph last = paragraph(ParagraphStyle::body, "4.佐证材料汇编");
  const LaidOut out = lay_out_plain(document_of({body_lines(19), paragraph(ParagraphStyle::body, "3.表"), last, Signature{"某某局", "2021年1月2日"}}));
  REQUIRE(out.pages.size() == 2);
  CHECK(page_says(out.pages[1], "3.表4.佐证材料汇编某某局"));
}

TEST_CASE("Where the signature misses its page by little, the lines of the page stand closer") {
  // 20 lines and the seal's 42 mm want 698.9 pt of 637.8, 17 of which the seal may hang below: 44.0 over 20 lines is 2.2 a line.
  const LaidOut out = lay_out_plain(document_of({body_lines(20), Signature{"某某局", "2021年10月12日"}}));
  REQUIRE(out.pages.size() == 1);
  const std::vector<TextLine> lines = lines_of(out.pages[0]);
  REQUIRE(lines.size() == 22);
  for (std::size_t i = 1; i < 20; ++i) CHECK(lines[i - 1].y - lines[i].y == Approx(28.99 - 2.2).margin(0.02));
  CHECK(lines.back().y > 297 * kMm - 37 * kMm - 225 * kMm - 20);
  // One line more would want more than may be taken: nothing is set closer then.
  const LaidOut longer = lay_out_plain(document_of({body_lines(21), Signature{"某某局", "2021年10月12日"}}));
  const std::vector<TextLine> first = lines_of(longer.pages[0]);
  REQUIRE(longer.pages.size() == 2);
  for (std::size_t i = 1; i < first.size(); ++i) CHECK(first[i - 1].y - first[i].y == Approx(28.99).margin(0.01));
}

TEST_CASE("What stands on a page whose lines move moves with them") {
  Paragraph marked = body_lines(1);
  marked.runs.front().marked = true;
  marked.anchor = "here";
  const LaidOut out = lay_out_plain(document_of({body_lines(19), marked, Signature{"某某局", "2021年10月12日"}}));
  REQUIRE(out.pages.size() == 1);
  REQUIRE(out.pages[0].rects.size() == 1);
  const TextLine line = lines_of(out.pages[0])[19];
  CHECK(out.pages[0].rects[0].y < line.y);
  CHECK(out.pages[0].rects[0].y + out.pages[0].rects[0].height > line.y);
  CHECK(out.anchors.at("here").y - line.y < 28.99);
  CHECK(out.anchors.at("here").y - line.y > 0);
}

TEST_CASE("A very long name stays inside the type area") {
  const LaidOut out = lay_out_plain(document_of({Signature{characters(40), "2021年1月2日"}}));
  for (const TextBox& box : out.pages[0].texts) CHECK(box.x >= 28 * kMm - 0.5);
}
