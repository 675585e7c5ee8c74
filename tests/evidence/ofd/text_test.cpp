// Text of an OFD: where characters stand, and what is copied.
#include <catch2/catch.hpp>

#include "evidence/ofd/ofd_builder.h"
#include "evidence/ofd/values.h"
#include "faces/faces.h"
#include "support/files.h"

namespace lvce {
namespace {

using namespace testing;

std::string text_object(const std::string& attributes, const std::string& inside) {
  return R"(<ofd:TextObject ID="4" Font="3" Size="5" )" + attributes + ">" + inside + "</ofd:TextObject>";
}

}  // namespace

TEST_CASE("offsets are lists and runs", "[evidence][ofd]") {
  CHECK(ofd::offsets_of("5 2.5") == std::vector<double>{5, 2.5});
  CHECK(ofd::offsets_of("1 g 3 2 4") == std::vector<double>{1, 2, 2, 2, 4});
  CHECK(ofd::offsets_of("g 2 x g 1 3") == std::vector<double>{3});
  CHECK(ofd::offsets_of("g 99999999 1", 10).size() == 10);
  CHECK(ofd::numbers_of("#FF,+3 nan inf 1e99 -.5") == std::vector<double>{255, 3, 1e6, -0.5});
}

TEST_CASE("characters stand where DeltaX and DeltaY put them, moved and turned by the matrix", "[evidence][ofd]") {
  // blanks apart, each character is a word to poppler
  const OfdRun across(OfdBuilder(text_object(R"(Boundary="10 10 80 10")", R"(<ofd:TextCode X="2" Y="5" DeltaX="20 g 2 10">水电气热</ofd:TextCode>)")));
  const std::vector<double> lefts = across.lefts();
  REQUIRE(lefts.size() == 4);
  CHECK(lefts[0] == Approx(12).margin(0.3));
  CHECK(lefts[1] == Approx(32).margin(0.3));
  CHECK(lefts[3] == Approx(52).margin(0.3));
  // the matrix doubles offsets and size, the point takes its shift too: 10 + 2·2 + 6
  const OfdRun doubled(OfdBuilder(text_object(R"(Boundary="10 10 80 10" CTM="2 0 0 2 6 0")", R"(<ofd:TextCode X="2" Y="5" DeltaX="20">水电</ofd:TextCode>)")));
  REQUIRE(doubled.lefts().size() == 2);
  CHECK(doubled.lefts()[0] == Approx(20).margin(0.3));
  CHECK(doubled.lefts()[1] == Approx(60).margin(0.3));
  // DeltaY alone: one below the other
  const OfdRun down(OfdBuilder(text_object(R"(Boundary="10 10 80 80")", R"(<ofd:TextCode X="0" Y="5" DeltaY="10 10">水电气</ofd:TextCode>)")));
  for (const double left : down.lefts()) CHECK(left == Approx(10).margin(0.3));
  CHECK(output_of("pdftotext -raw '" + down.pdf() + "' -").starts_with("水"));
}

TEST_CASE("direction of characters and of reading, horizontal scale", "[evidence][ofd]") {
  // 一 is a bar across its square: turned by 90° it stands upright
  const std::string bar = R"(<ofd:TextCode X="0" Y="0">一</ofd:TextCode>)";
  const OfdShown upright =
      OfdRun(OfdBuilder(R"(<ofd:TextObject ID="4" Font="3" Size="40" CharDirection="90" Boundary="30 30 1 1">)" + bar + "</ofd:TextObject>")).show();
  int rows = 0;
  for (int y = 30; y < 70; ++y) {
    bool ink = false;
    for (int x = 36; x < 50; ++x) ink = ink || upright.at(x, y) != kOfdWhite;
    rows += ink ? 1 : 0;
  }
  CHECK(rows > 25);
  // without offsets each advances along the reading direction
  const OfdRun reading(OfdBuilder(text_object(R"(ReadDirection="90" Boundary="50 10 1 1")", R"(<ofd:TextCode X="0" Y="5">水电气</ofd:TextCode>)")));
  for (const double left : reading.lefts()) CHECK(left == Approx(50).margin(0.3));
  const OfdRun narrow(OfdBuilder(text_object(R"(HScale="0.5" Boundary="10 10 80 10")", R"(<ofd:TextCode X="0" Y="5" DeltaX="20">水电</ofd:TextCode>)")));
  CHECK(narrow.lefts().at(1) == Approx(30).margin(0.3));  // offsets are not scaled
}

TEST_CASE("text can be found however it is painted, in the order of the file", "[evidence][ofd]") {
  const OfdRun run(
      OfdBuilder(text_object(R"(Boundary="10 60 80 10")", R"(<ofd:TextCode X="0" Y="5" DeltaX="5">第一</ofd:TextCode>)") +
                 text_object(R"(Boundary="10 10 80 10" Fill="false" Stroke="true")", R"(<ofd:TextCode X="0" Y="5" DeltaX="5">第二</ofd:TextCode>)")));
  const std::string text = run.text();
  CHECK(text.find("第一") < text.find("第二"));
  CHECK(text.find("第二") != std::string::npos);
}

TEST_CASE("figures set in halves of a square are copied without blanks, and blanks that are there stay", "[evidence][ofd]") {
  const auto copied = [](const std::string& code) { return OfdRun(OfdBuilder(text_object(R"(Boundary="10 10 80 10")", code))).text(); };
  CHECK(copied(R"(<ofd:TextCode X="0" Y="5" DeltaX="2.5 2.5 2.5 2.5 2.5 2.5">4197.17</ofd:TextCode>)").starts_with("4197.17\n"));
  CHECK(copied(R"(<ofd:TextCode X="0" Y="5" DeltaX="g 11 2.5">-1,204.35:il</ofd:TextCode>)").starts_with("-1,204.35:il\n"));
  CHECK(copied(R"(<ofd:TextCode X="0" Y="5" DeltaX="g 6 3">4197.17</ofd:TextCode>)").starts_with("4197.17\n"));  // Courier New
  CHECK(copied(R"(<ofd:TextCode X="0" Y="5" DeltaX="2.5 5 2.5">1223</ofd:TextCode>)").starts_with("12 23\n"));
  CHECK(copied(R"(<ofd:TextCode X="0" Y="5" DeltaX="2.5 5 g 2 2.5">12.34</ofd:TextCode>)").starts_with("12 .34\n"));
}

TEST_CASE("XML that was made pretty does not shift characters", "[evidence][ofd]") {
  const OfdRun run(OfdBuilder(text_object(R"(Boundary="10 10 80 10")", "<ofd:TextCode X=\"0\" Y=\"5\" DeltaX=\"20\">\n      水电\n    </ofd:TextCode>")));
  REQUIRE(run.lefts().size() == 2);
  CHECK(run.lefts()[0] == Approx(10).margin(0.3));
}

TEST_CASE("a character that no face has is shown as 〓 and told of", "[evidence][ofd]") {
  const OfdRun run(OfdBuilder(text_object(R"(Boundary="10 10 80 10")", "<ofd:TextCode X=\"0\" Y=\"5\" DeltaX=\"5\">水&#xE123;</ofd:TextCode>")));
  CHECK(run.codes() == "evidence-ofd-characters");
}

TEST_CASE("an embedded font is used, by characters and by numbers of glyphs", "[evidence][ofd]") {
  OfdBuilder ofd(
      R"(<ofd:TextObject ID="4" Font="60" Size="40" Boundary="10 10 80 80"><ofd:CGTransform CodePosition="0" CodeCount="1" GlyphCount="1"><ofd:Glyphs>GLYPH</ofd:Glyphs></ofd:CGTransform>)"
      R"(<ofd:TextCode X="0" Y="40">&#xE123;</ofd:TextCode></ofd:TextObject>)");
  ofd.resources(R"(<ofd:Fonts><ofd:Font ID="60" FontName="自带"><ofd:FontFile>own.ttf</ofd:FontFile></ofd:Font></ofd:Fonts>)");
  const Faces faces = Faces::load(data_folder() / "fonts");
  const Faces::Subset subset = faces.subset(faces.font_for(Face::hei, U'一'), {U'一'});
  ofd.entries["Doc_0/Res/own.ttf"] = subset.bytes;
  ofd.change("Doc_0/Pages/Page_0/Content.xml", "GLYPH", std::to_string(subset.glyphs.at(U'一')));
  const OfdRun run(ofd);
  CHECK(run.codes().empty());
  const OfdShown page = run.show();
  int row = 0;  // the bar of 一, somewhere in the upper half of its square
  for (int y = 20; y < 45; ++y) row = std::max(row, static_cast<int>(page.at(20, y) == kOfdBlack) + static_cast<int>(page.at(40, y) == kOfdBlack));
  CHECK(row == 2);
  CHECK(run.text().starts_with("\xEE\x84\xA3"));  // what is copied is what the file says
  // one that is not what its checksum says is left alone
  std::string damaged = ofd.bytes();
  damaged.at(damaged.rfind("Doc_0/Res/own.ttf") - 46 + 16) ^= 1;
  CHECK(OfdRun(damaged).codes() == "evidence-ofd-font evidence-ofd-characters");
}

TEST_CASE("text that says no size is shown, and told of", "[evidence][ofd]") {
  const OfdRun run(OfdBuilder(R"(<ofd:TextObject ID="4" CTM="1 0 0 1 20 30"><ofd:TextCode>水电气热</ofd:TextCode></ofd:TextObject>)"));
  CHECK(run.codes() == "evidence-ofd-page-broken");
  CHECK(run.text().starts_with("水电气热"));
  CHECK(run.lefts().at(0) == Approx(20).margin(0.3));
}

TEST_CASE("the last character is not squeezed into the room of a blank before it", "[evidence][ofd]") {
  const auto ink_right_of = [](const std::string& offsets, int x) {
    const OfdShown page = OfdRun(OfdBuilder(R"(<ofd:TextObject ID="4" Font="3" Size="40" Boundary="0 0 100 60"><ofd:TextCode X="0" Y="40" DeltaX=")" + offsets +
                                            R"(">水 0</ofd:TextCode></ofd:TextObject>)"))
                              .show();
    int ink = 0;
    for (int y = 0; y < 60; ++y) {
      for (int at = x; at < 100; ++at) ink += page.at(at, y) == kOfdWhite ? 0 : 1;
    }
    return ink;
  };
  // 0 is half as wide as its size: from 50 to 70 mm, and its right half is inked beyond 60
  CHECK(ink_right_of("40 10", 61) > 10);
  CHECK(ink_right_of("40 10", 71) == 0);
}

}  // namespace lvce
