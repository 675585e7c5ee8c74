// The faces of fonts/: stamps, and the shape of a page in real widths.
#include <catch2/catch.hpp>

#include "layout/kit.h"
#include "layout/layout.h"
#include "paths.h"

using namespace lvce;
using namespace lvce::test;

namespace {

const Faces& faces() {
  static const Faces loaded = Faces::load(std::string(kSourceFolder) + "/fonts");
  return loaded;
}

}  // namespace

TEST_CASE("A page of real 仿宋 holds 22 lines of 28 characters") {
  const Document document = document_of({paragraph(ParagraphStyle::body_flush, characters(28 * 22))});
  const LaidOut out = lay_out(document, faces(), {}, {});
  REQUIRE(out.pages.size() == 1);
  CHECK(lines_of(out.pages[0]).size() == 22);
  CHECK(out.missing_characters.empty());
}

TEST_CASE("A stamp's line is one box a font and as wide as measured") {
  const std::vector<TextBox> boxes = lay_out_line("2.2.4.2 水表", Face::song, 9, 100, 50, faces());
  REQUIRE_FALSE(boxes.empty());
  CHECK(boxes[0].x == Approx(100));
  CHECK(boxes[0].y == Approx(50));
  std::string text;
  for (const TextBox& box : boxes) text += box.text;
  CHECK(text == "2.2.4.2 水表");
  CHECK(measure_line("水表", Face::song, 9, faces()) == Approx(18));
}

TEST_CASE("Long titles are shortened with an ellipsis") {
  const double width = 100;
  const std::string shortened = shorten_to(characters(50), Face::song, 10, width, faces());
  CHECK(shortened == characters(9) + "…");
  CHECK(measure_line(shortened, Face::song, 10, faces()) <= width);
  CHECK(shorten_to("短", Face::song, 10, width, faces()) == "短");
}

TEST_CASE("Rare characters come from the fonts behind the face") {
  const LaidOut out = lay_out(document_of({paragraph(ParagraphStyle::body, "䶮㛃𠀀㎡")}), faces(), {}, {});
  CHECK(out.missing_characters.empty());
  CHECK(text_of(out.pages[0]) == "䶮㛃𠀀㎡");
}
