// Each kind of object and what it may say, as poppler shows the page.
#include <png.h>
#include <catch2/catch.hpp>

#include "evidence/ofd/ofd_builder.h"

namespace lvce {
namespace {

using namespace testing;

OfdShown shown(const std::string& objects) { return OfdRun(OfdBuilder(objects)).show(); }

/// A PNG of one row, 20 pixels of each of these colours: readers smooth where two meet.
std::string png_of(const std::vector<OfdColour>& pixels) {
  std::vector<unsigned char> row;
  for (const OfdColour& pixel : pixels) {
    for (int i = 0; i < 20 * 3; ++i) row.push_back(static_cast<unsigned char>(pixel.at(static_cast<std::size_t>(i % 3))));
  }
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(pixels.size() * 20);
  image.height = 1;
  image.format = PNG_FORMAT_RGB;
  std::string out(4096, '\0');
  png_alloc_size_t size = out.size();
  REQUIRE(png_image_write_to_memory(&image, out.data(), &size, 0, row.data(), 0, nullptr) != 0);
  out.resize(size);
  return out;
}

const std::string kPicture = R"(<ofd:MultiMedias><ofd:MultiMedia ID="5" Type="Image"><ofd:MediaFile>a.png</ofd:MediaFile></ofd:MultiMedia>)"
                             R"(<ofd:MultiMedia ID="6" Type="Image"><ofd:MediaFile>mask.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>)";

}  // namespace

TEST_CASE("an OFD is bound as PDF pages of its size, with its date and text", "[evidence][ofd]") {
  const OfdRun run(OfdBuilder(
      R"(<ofd:TextObject ID="4" Boundary="10 10 80 10" Font="3" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="5 5 5">用电情况</ofd:TextCode></ofd:TextObject>)"));
  CHECK(run.codes().empty());
  CHECK(run.file().state == EvidenceState::bound);
  CHECK(run.file().format == EvidenceFormat::pdf);
  REQUIRE(run.file().pages.size() == 1);
  CHECK(run.file().pages[0].width_pt == Approx(100 / 25.4 * 72).margin(0.01));
  CHECK(run.file().date.text == "2023-03-05");
  CHECK(run.file().searchable);
  CHECK(run.text().starts_with("用电情况"));
  CHECK(output_of("pdfimages -list '" + run.pdf() + "'").find(" image ") == std::string::npos);  // no page is a picture
}

TEST_CASE("an OFD drawn twice gives the same bytes", "[evidence][ofd]") {
  const OfdBuilder ofd(
      square(10, 10, 20, "255 0 0") +
      R"(<ofd:TextObject ID="4" Boundary="10 10 80 10" Font="3" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="5 5 5">用电情况</ofd:TextCode></ofd:TextObject>)");
  const OfdRun one(ofd), two(ofd);
  CHECK(output_of("cat '" + one.pdf() + "'") == output_of("cat '" + two.pdf() + "'"));
}

TEST_CASE("paths of an OFD: filled, stroked, by their rule, by their matrix", "[evidence][ofd]") {
  const OfdShown plain = shown(square(10, 20, 30, "#FF 0 0"));
  CHECK(plain.at(12, 22) == kOfdRed);
  CHECK(plain.at(38, 48) == kOfdRed);
  CHECK(plain.at(42, 30) == kOfdWhite);
  CHECK(plain.at(12, 18) == kOfdWhite);

  const std::string twice = "M 0 0 L 30 0 L 30 30 L 0 30 C M 10 10 L 20 10 L 20 20 L 10 20 C";
  for (const bool even : {true, false}) {
    const OfdShown ring = shown(R"(<ofd:PathObject ID="9" Fill="true" Stroke="false" Boundary="0 0 30 30" Rule=")" +
                                std::string(even ? "Even-Odd" : "NonZero") + R"("><ofd:FillColor Value="0 255 0"/><ofd:AbbreviatedData>)" + twice +
                                "</ofd:AbbreviatedData></ofd:PathObject>");
    CHECK(ring.at(5, 5) == kOfdGreen);
    CHECK(ring.at(15, 15) == (even ? kOfdWhite : kOfdGreen));
  }
  // a line is stroked in black where nothing is said, 4 mm wide, and not filled; Fill without a colour fills with nothing
  const OfdShown line = shown(
      R"(<ofd:PathObject ID="9" Fill="true" LineWidth="4" Boundary="10 10 50 50"><ofd:AbbreviatedData>M 0 0 L 50 0 L 50 50 L 0 50 C</ofd:AbbreviatedData></ofd:PathObject>)");
  CHECK(line.at(30, 11) == kOfdBlack);
  CHECK(line.at(30, 30) == kOfdWhite);
  // the matrix turns about the Boundary's corner: (x, y) to (50 − y, x)
  const OfdShown turned = shown(R"(<ofd:PathObject ID="9" Fill="true" Stroke="false" Boundary="0 0 50 50" CTM="0 1 -1 0 50 0"><ofd:FillColor Value="255 0 0"/>)"
                                R"(<ofd:AbbreviatedData>M 0 0 L 40 0 L 40 10 L 0 10 C</ofd:AbbreviatedData></ofd:PathObject>)");
  CHECK(turned.at(45, 35) == kOfdRed);
  CHECK(turned.at(30, 5) == kOfdWhite);
}

TEST_CASE("every command of AbbreviatedData", "[evidence][ofd]") {
  const auto filled = [](const std::string& data) {
    return shown(R"(<ofd:PathObject ID="9" Fill="true" Stroke="false" Boundary="0 0 100 100"><ofd:FillColor Value="0 0 255"/><ofd:AbbreviatedData>)" + data +
                 "</ofd:AbbreviatedData></ofd:PathObject>");
  };
  // half a disc of radius 20 over the line from (20, 50) to (60, 50): clockwise as seen is above
  const OfdShown above = filled("S 20 50 A 20 20 0 0 1 60 50 C");
  CHECK(above.at(40, 33) == kOfdBlue);
  CHECK(above.at(40, 65) == kOfdWhite);
  const OfdShown below = filled("M 20 50 A 20 20 0 0 0 60 50 C");
  CHECK(below.at(40, 33) == kOfdWhite);
  CHECK(below.at(40, 65) == kOfdBlue);
  // three quarters of a disc with its centre at (40, 40)
  const OfdShown large = filled("M 40 20 A 20 20 0 1 1 20 40 C");
  CHECK(large.at(52, 52) == kOfdBlue);
  CHECK(large.at(25, 25) == kOfdWhite);
  // a parabola from (0, 0) by (50, 80) to (100, 0) reaches down to 40
  const OfdShown quadratic = filled("M 0 0 Q 50 80 100 0 C");
  CHECK(quadratic.at(50, 37) == kOfdBlue);
  CHECK(quadratic.at(50, 43) == kOfdWhite);
  // a cubic with both handles at 80 reaches down to 60
  const OfdShown cubic = filled("M 0 0 B 0 80 100 80 100 0 C");
  CHECK(cubic.at(50, 57) == kOfdBlue);
  CHECK(cubic.at(50, 63) == kOfdWhite);
}

TEST_CASE("dashes, drawing parameters in chains, and the layer's own", "[evidence][ofd]") {
  OfdBuilder ofd(R"(<ofd:PathObject ID="9" DrawParam="8" Boundary="0 20 100 1"><ofd:AbbreviatedData>M 0 0 L 100 0</ofd:AbbreviatedData></ofd:PathObject>)"
                 R"(<ofd:PathObject ID="10" Boundary="0 60 100 1"><ofd:AbbreviatedData>M 0 0 L 100 0</ofd:AbbreviatedData></ofd:PathObject>)");
  ofd.change("Doc_0/Pages/Page_0/Content.xml", R"(<ofd:Layer ID="2">)", R"(<ofd:Layer ID="2" DrawParam="11">)");
  ofd.resources(R"(<ofd:DrawParams><ofd:DrawParam ID="7" LineWidth="6"><ofd:StrokeColor Value="255 0 0"/></ofd:DrawParam>)"
                R"(<ofd:DrawParam ID="8" Relative="7" DashPattern="20 10"/>)"
                R"(<ofd:DrawParam ID="11" LineWidth="8" Relative="11"><ofd:StrokeColor Value="0 255 0"/></ofd:DrawParam></ofd:DrawParams>)");
  const OfdShown page = OfdRun(ofd).show();
  CHECK(page.at(10, 22) == kOfdRed);  // of the parameter that 8 is relative to
  CHECK(page.at(25, 20) == kOfdWhite);
  CHECK(page.at(35, 18) == kOfdRed);
  CHECK(page.at(50, 63) == kOfdGreen);  // of the layer, although it is relative to itself
}

TEST_CASE("clips narrow what is seen", "[evidence][ofd]") {
  const std::string clip =
      R"(<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path ID="12" Boundary="10 10 20 20"><ofd:AbbreviatedData>M 0 0 L 20 0 L 20 20 L 0 20 C</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>)";
  const OfdShown page = shown(square(20, 20, 60, "255 0 0", "", clip));
  CHECK(page.at(40, 40) == kOfdRed);  // from the Boundary's corner: 30 … 50
  CHECK(page.at(25, 25) == kOfdWhite);
  CHECK(page.at(55, 55) == kOfdWhite);
}

TEST_CASE("opacity of objects, colours and composites", "[evidence][ofd]") {
  const OfdShown page = shown(
      square(0, 0, 50, "255 0 0", R"(Alpha="127")") + square(50, 0, 50, "0 0 0") +
      R"(<ofd:PathObject ID="9" Fill="true" Stroke="false" Boundary="50 0 50 50"><ofd:FillColor Value="255 255 255" Alpha="127"/><ofd:AbbreviatedData>M 0 0 L 50 0 L 50 50 L 0 50 C</ofd:AbbreviatedData></ofd:PathObject>)");
  CHECK(page.at(25, 25)[0] == 255);
  CHECK(std::abs(page.at(25, 25)[1] - 128) <= 2);
  CHECK(std::abs(page.at(75, 25)[0] - 127) <= 2);

  OfdBuilder ofd(R"(<ofd:CompositeObject ID="20" ResourceID="21" Boundary="10 10 80 80" Alpha="127"/>)");
  ofd.resources(R"(<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="21" Width="80" Height="80"><ofd:Content>)" + square(0, 0, 40, "0 0 0") +
                square(20, 20, 40, "0 0 0") + "</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>");
  const OfdShown composite = OfdRun(ofd).show();
  CHECK(std::abs(composite.at(20, 20)[0] - 128) <= 2);
  CHECK(composite.at(40, 40) == composite.at(20, 20));  // not darker where two overlap
}

TEST_CASE("pictures by their matrix, with masks and borders; one that is missing is told of", "[evidence][ofd]") {
  OfdBuilder ofd(R"(<ofd:ImageObject ID="22" ResourceID="5" Boundary="10 10 40 20" CTM="40 0 0 20 0 0"/>)"
                 R"(<ofd:ImageObject ID="23" ResourceID="5" ImageMask="6" Boundary="10 50 40 20" CTM="40 0 0 20 0 0"/>)");
  ofd.resources(kPicture);
  ofd.entries["Doc_0/Res/a.png"] = png_of({kOfdRed, kOfdGreen});
  ofd.entries["Doc_0/Res/mask.png"] = png_of({kOfdWhite, kOfdBlack});
  const OfdRun run(ofd);
  const OfdShown page = run.show();
  CHECK(page.at(14, 20) == kOfdRed);
  CHECK(page.at(46, 20) == kOfdGreen);
  CHECK(page.at(14, 60) == kOfdRed);
  CHECK(page.at(46, 60) == kOfdWhite);
  CHECK(page.at(52, 20) == kOfdWhite);
  CHECK(run.codes().find("evidence-ofd") == std::string::npos);

  ofd.entries.erase("Doc_0/Res/a.png");
  const OfdRun missing(ofd);
  CHECK(missing.codes().find("evidence-ofd-picture-missing") != std::string::npos);
  CHECK(missing.file().state == EvidenceState::bound_with_warning);
  CHECK(missing.file().reason.find("第1页") != std::string::npos);
}

TEST_CASE("patterns and shadings go before a plain value", "[evidence][ofd]") {
  const std::string box = R"(<ofd:AbbreviatedData>M 0 0 L 100 0 L 100 40 L 0 40 C</ofd:AbbreviatedData></ofd:PathObject>)";
  const OfdShown axial = shown(
      R"(<ofd:PathObject ID="9" Fill="true" Stroke="false" Boundary="0 0 100 40"><ofd:FillColor Value="0 255 0"><ofd:AxialShd StartPoint="20 0" EndPoint="80 0" Extend="2">)"
      R"(<ofd:Segment Position="0"><ofd:Color Value="255 0 0"/></ofd:Segment><ofd:Segment Position="1"><ofd:Color Value="0 0 255"/></ofd:Segment></ofd:AxialShd></ofd:FillColor>)" +
      box);
  CHECK(axial.at(10, 20) == kOfdWhite);  // goes on at its end only
  CHECK(axial.at(22, 20)[0] > 230);
  CHECK(std::abs(axial.at(50, 20)[0] - 128) < 10);
  CHECK(axial.at(95, 20) == kOfdBlue);

  const OfdShown radial = shown(
      R"(<ofd:PathObject ID="9" Fill="true" Stroke="false" Boundary="0 0 100 40"><ofd:FillColor><ofd:RadialShd StartPoint="50 20" StartRadius="0" EndPoint="50 20" EndRadius="15">)"
      R"(<ofd:Segment><ofd:Color Value="255 0 0"/></ofd:Segment><ofd:Segment><ofd:Color Value="0 0 255"/></ofd:Segment></ofd:RadialShd></ofd:FillColor>)" +
      box);
  CHECK(radial.at(50, 20)[0] > 230);
  CHECK(radial.at(63, 20)[2] > 200);
  CHECK(radial.at(70, 20) == kOfdWhite);

  const OfdShown pattern = shown(
      R"(<ofd:PathObject ID="9" Fill="true" Stroke="false" Boundary="0 0 100 40"><ofd:FillColor Value="0 0 0"><ofd:Pattern Width="10" Height="10" XStep="20" YStep="20"><ofd:CellContent>)" +
      square(0, 0, 10, "255 0 0") + "</ofd:CellContent></ofd:Pattern></ofd:FillColor>" + box);
  CHECK(pattern.at(5, 5) == kOfdRed);
  CHECK(pattern.at(15, 5) == kOfdWhite);
  CHECK(pattern.at(45, 25) == kOfdRed);
  CHECK(pattern.at(45, 35) == kOfdWhite);
}

TEST_CASE("templates lie below or above the page, layers in their order", "[evidence][ofd]") {
  OfdBuilder ofd("");
  ofd.entries["Doc_0/Pages/Page_0/Content.xml"] =
      R"(<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Template TemplateID="30" ZOrder="Background"/><ofd:Template TemplateID="31" ZOrder="Foreground"/><ofd:Content>)"
      R"(<ofd:Layer ID="40" Type="Foreground">)" +
      square(20, 20, 20, "0 255 0") + R"(</ofd:Layer><ofd:Layer ID="41">)" + square(10, 10, 40, "255 0 0") + "</ofd:Layer></ofd:Content></ofd:Page>";
  ofd.change("Doc_0/Document.xml", "</ofd:CommonData>",
             R"(<ofd:TemplatePage ID="30" BaseLoc="Tpls/a.xml"/><ofd:TemplatePage ID="31" BaseLoc="Tpls/b.xml"/></ofd:CommonData>)");
  ofd.entries["Doc_0/Tpls/a.xml"] = OfdBuilder::page(square(0, 0, 60, "0 0 255"));
  ofd.entries["Doc_0/Tpls/b.xml"] = OfdBuilder::page(square(30, 30, 30, "0 0 0"));
  const OfdShown page = OfdRun(ofd).show();
  CHECK(page.at(5, 5) == kOfdBlue);
  CHECK(page.at(15, 15) == kOfdRed);
  CHECK(page.at(25, 25) == kOfdGreen);
  CHECK(page.at(35, 35) == kOfdBlack);
}

TEST_CASE("annotations are drawn at their appearance, stamps multiply, what is not printed is left out", "[evidence][ofd]") {
  OfdBuilder ofd(square(0, 0, 100, "0 255 0"));
  ofd.change("Doc_0/Document.xml", "</ofd:Document>", "<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations></ofd:Document>");
  ofd.entries["Doc_0/Annots/Annotations.xml"] =
      R"(<ofd:Annotations xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Page PageID="1"><ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>)";
  const auto annotation = [](const std::string& attributes, const std::string& at) {
    return "<ofd:Annot ID=\"50\" " + attributes + "><ofd:Appearance Boundary=\"" + at + " 20 20\">" + square(0, 0, 20, "255 0 0") +
           "</ofd:Appearance></ofd:Annot>";
  };
  ofd.entries["Doc_0/Annots/Page_0/Annotation.xml"] = R"(<ofd:PageAnnot xmlns:ofd="http://www.ofdspec.org/2016">)" + annotation(R"(Type="Link")", "10 10") +
                                                      annotation(R"(Type="Stamp")", "40 10") + annotation(R"(Type="Stamp" Visible="false")", "70 10") +
                                                      annotation(R"(Type="Link" Print="false")", "70 40") + "</ofd:PageAnnot>";
  const OfdShown page = OfdRun(ofd).show();
  CHECK(page.at(20, 20) == kOfdRed);
  CHECK(page.at(50, 20) == kOfdBlack);  // red times green
  CHECK(page.at(80, 20) == kOfdGreen);
  CHECK(page.at(80, 50) == kOfdGreen);
}

}  // namespace lvce
