#include "evidence/documents/shrink_numbers.h"

#include <catch2/catch.hpp>

namespace lvce {
namespace {

constexpr const char* kStyles =
    "<styleSheet><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyAlignment=\"1\">"
    "<alignment horizontal=\"center\" wrapText=\"1\"/><protection locked=\"0\"/></xf><xf numFmtId=\"2\"/></cellXfs><dxfs/></styleSheet>";

}  // namespace

TEST_CASE("numbers with a format get a style that shrinks and does not wrap, aligned as before", "[evidence][office]") {
  ShrinkingStyles shrinking;
  const std::string out = add_shrinking_styles(kStyles, shrinking);
  CHECK(shrinking == ShrinkingStyles{{1, 3}, {2, 4}});
  CHECK(out.find("<xf numFmtId=\"2\"/><xf numFmtId=\"14\"  applyAlignment=\"1\"><alignment shrinkToFit=\"1\" horizontal=\"center\"/></xf>"
                 "<xf numFmtId=\"2\" applyAlignment=\"1\"><alignment shrinkToFit=\"1\"/></xf></cellXfs><dxfs/>") != std::string::npos);
}

TEST_CASE("styles without formats, or none at all, stay as they are", "[evidence][office]") {
  ShrinkingStyles shrinking{{7, 8}};
  CHECK(add_shrinking_styles("<cellXfs><xf numFmtId=\"0\"/></cellXfs>", shrinking) == "<cellXfs><xf numFmtId=\"0\"/></cellXfs>");
  CHECK(shrinking.empty());
  CHECK(add_shrinking_styles("<styleSheet/>", shrinking) == "<styleSheet/>");
}

TEST_CASE("only figures shrink: words, blanks and unformatted numbers keep their style", "[evidence][office]") {
  const std::string sheet =
      "<c r=\"A1\" s=\"1\"><v>44260</v></c><c r=\"B1\" s=\"1\" t=\"s\"><v>0</v></c><c r=\"C1\" s=\"0\"><v>3</v></c><c r=\"D1\" s=\"1\"/><c "
      "r=\"E1\"><v>1</v></c>";
  CHECK(shrink_numbers(sheet, {{1, 3}}) ==
        "<c r=\"A1\" s=\"3\"><v>44260</v></c><c r=\"B1\" s=\"1\" t=\"s\"><v>0</v></c><c r=\"C1\" s=\"0\"><v>3</v></c><c r=\"D1\" s=\"1\"/><c "
        "r=\"E1\"><v>1</v></c>");
  CHECK(shrink_numbers(sheet, {}) == sheet);
}

}  // namespace lvce
