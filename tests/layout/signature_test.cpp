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
  const LaidOut out = lay_out_plain(document_of({body_lines(20), Signature{"某某局", "2021年10月12日"}}));
  REQUIRE(out.pages.size() == 2);
  const std::vector<TextLine> lines = lines_of(out.pages[1]);
  REQUIRE(lines.size() == 4);  // two lines of text, name, date
  CHECK(lines[0].text == characters(28));
}

TEST_CASE("A single line before the signature brings its neighbour along") {
  const Paragraph last = paragraph(ParagraphStyle::body, "4.佐证材料汇编");
  const LaidOut out = lay_out_plain(document_of({body_lines(18), paragraph(ParagraphStyle::body, "3.表"), last, Signature{"某某局", "2021年1月2日"}}));
  REQUIRE(out.pages.size() == 2);
  CHECK(page_says(out.pages[1], "3.表4.佐证材料汇编某某局"));
}

TEST_CASE("A very long name stays inside the type area") {
  const LaidOut out = lay_out_plain(document_of({Signature{characters(40), "2021年1月2日"}}));
  for (const TextBox& box : out.pages[0].texts) CHECK(box.x >= 28 * kMm - 0.5);
}
