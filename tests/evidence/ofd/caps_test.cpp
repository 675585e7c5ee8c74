// What an OFD may cost: beyond each cap something is left out and told of, or the file is refused.
#include <cairo.h>

#include "evidence/ofd/drawing.h"
#include "evidence/ofd/ofd_builder.h"
#include "evidence/ofd/package.h"
#include "support/files.h"

namespace lvce {
namespace {

using namespace testing;

std::string repeated(const std::string& what, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += what;
  return out;
}

/// How many of five squares in a row are drawn with this much left.
int squares_drawn(ofd::Trouble& trouble) {
  std::string squares;
  for (int i = 0; i < 5; ++i) squares += square(2 + i * 10, 2, 6, "255 0 0");
  pugi::xml_document page;
  page.load_string(("<Layer>" + squares + "</Layer>").c_str());
  const std::string bytes = OfdBuilder("").bytes();
  ofd::Package package(bytes);
  ofd::OwnFaces faces(data_folder() / "fonts");
  ofd::Fonts fonts(package, faces);
  ofd::Pictures pictures(package);
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 60, 10);
  cairo_t* to = cairo_create(surface);
  trouble.page = 1;
  ofd::Drawer(fonts, pictures, trouble).draw_block(to, page.first_child(), ofd::Resources(), {});
  cairo_surface_flush(surface);
  int drawn = 0;
  for (int i = 0; i < 5; ++i) drawn += cairo_image_surface_get_data(surface)[5 * cairo_image_surface_get_stride(surface) + (5 + i * 10) * 4 + 2] == 255 ? 1 : 0;
  cairo_destroy(to);
  cairo_surface_destroy(surface);
  return drawn;
}

std::string dashed_line(const std::string& end, const std::string& dashes) {
  return R"(<ofd:PathObject ID="9" Boundary="0 50 0 0" LineWidth="2" DashPattern=")" + dashes +
         R"("><ofd:StrokeColor Value="255 0 0"/><ofd:AbbreviatedData>M 0 0 L )" + end + " 0</ofd:AbbreviatedData></ofd:PathObject>";
}

}  // namespace

TEST_CASE("what is beyond the number of objects, or of glyphs, is not drawn, and the page is called incomplete", "[evidence][ofd]") {
  ofd::Trouble objects, glyphs, enough;
  objects.objects_left = 3;
  CHECK(squares_drawn(objects) == 3);
  CHECK(objects.broken_pages == std::set<std::size_t>{1});
  glyphs.glyphs_left = 0;
  CHECK(squares_drawn(glyphs) == 0);
  CHECK(glyphs.broken_pages == std::set<std::size_t>{1});
  CHECK(squares_drawn(enough) == 5);
  CHECK(enough.broken_pages.empty());
}

TEST_CASE("a dashed line of any length costs a page its completeness, not the file", "[evidence][ofd]") {
  const OfdRun run(OfdBuilder(dashed_line("1e9", "0.01 0.01") + square(10, 10, 20, "0 0 255")));
  CHECK(run.codes() == "evidence-ofd-page-broken");
  CHECK(run.show().at(60, 50) == kOfdRed);  // solid
  CHECK(run.show().at(20, 20) == kOfdBlue);
  const OfdRun many(OfdBuilder(repeated(dashed_line("100", "0.001 0.001"), 11)));  // 100,000 dashes and gaps each
  CHECK(many.codes() == "evidence-ofd-page-broken");
  const OfdRun few(OfdBuilder(dashed_line("100", "10 10")));
  CHECK(few.codes().empty());
  CHECK(few.show().at(5, 50) == kOfdRed);
  CHECK(few.show().at(15, 50) == kOfdWhite);
}

TEST_CASE("an OFD of too many pages is refused by their number", "[evidence][ofd]") {
  OfdBuilder ofd(square(10, 10, 20, "0 0 255"));
  ofd.change("Doc_0/Document.xml", "<ofd:Pages>", "<ofd:Pages>" + repeated(R"(<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>)", 5000));
  CHECK(OfdRun(ofd).codes() == "evidence-ofd-too-many-pages");
}

TEST_CASE("a page whose XML is enormous is one that cannot be read", "[evidence][ofd]") {
  OfdBuilder ofd("");
  ofd.entries["Doc_0/Pages/Page_0/Content.xml"] = OfdBuilder::page(std::string((48U << 20) + 1, ' '));
  CHECK(OfdRun(ofd).codes() == "evidence-ofd-page-missing");
}

TEST_CASE("entries are read up to a size, and an OFD of too many entries not at all", "[evidence][ofd]") {
  OfdBuilder ofd("");
  ofd.entries["eleven"] = "12345678901";
  const std::string bytes = ofd.bytes();
  ofd::Package package(bytes);
  CHECK(package.read("eleven", 11).value().bytes == "12345678901");
  CHECK_FALSE(package.read("eleven", 10).has_value());
  for (int i = 0; i < 20'000; ++i) ofd.entries["e" + std::to_string(i)] = "";
  const std::string many = ofd.bytes();
  CHECK_FALSE(ofd::Package(many).readable());
}

TEST_CASE("a picture of more pixels than can be held is missing from its page", "[evidence][ofd]") {
  OfdBuilder ofd(R"(<ofd:ImageObject ID="9" ResourceID="5" Boundary="0 0 50 50" CTM="50 0 0 50 0 0"/>)" + square(60, 60, 20, "0 0 255"));
  ofd.resources(R"(<ofd:MultiMedias><ofd:MultiMedia ID="5" Type="Image"><ofd:MediaFile>b.bmp</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>)");
  ofd.entries["Doc_0/Res/b.bmp"] = std::string("BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\0\x50\0\0\0\x50\0\0\1\0\x18\0", 30) +
                                   std::string(24, '\0');  // 20,480 × 20,480
  const OfdRun run(ofd);
  CHECK(run.codes() == "evidence-ofd-picture-missing");
  CHECK(run.show().at(70, 70) == kOfdBlue);
}

TEST_CASE("paths and pictures end at their boundary, texts do not", "[evidence][ofd]") {
  const std::string path = R"(<ofd:PathObject ID="9" Fill="true" Stroke="false" Boundary="10 10 20 20"><ofd:FillColor Value="255 0 0"/>)"
                           R"(<ofd:AbbreviatedData>M -10 -10 L 80 -10 L 80 80 L -10 80 C</ofd:AbbreviatedData></ofd:PathObject>)";
  const OfdShown cut = OfdRun(OfdBuilder(path)).show();
  CHECK(cut.at(20, 20) == kOfdRed);
  CHECK(cut.at(28, 28) == kOfdRed);
  CHECK(cut.at(35, 20) == kOfdWhite);
  CHECK(cut.at(5, 20) == kOfdWhite);
  // a line at the edge keeps its width, and one without height is not bounded
  const OfdShown line =
      OfdRun(
          OfdBuilder(R"(<ofd:PathObject ID="9" LineWidth="4" Boundary="10 50 40 0"><ofd:AbbreviatedData>M 0 0 L 40 0</ofd:AbbreviatedData></ofd:PathObject>)"
                     R"(<ofd:PathObject ID="9" LineWidth="4" Boundary="10 70 20 20"><ofd:AbbreviatedData>M 0 0 L 20 0</ofd:AbbreviatedData></ofd:PathObject>)"))
          .show();
  CHECK(line.at(30, 48) == kOfdBlack);
  CHECK(line.at(20, 68) == kOfdBlack);
  const OfdRun text(
      OfdBuilder(R"(<ofd:TextObject ID="4" Font="3" Size="40" Boundary="10 10 1 1"><ofd:TextCode X="0" Y="40">■</ofd:TextCode></ofd:TextObject>)"));
  CHECK(text.show().at(30, 35) == kOfdBlack);
}

}  // namespace lvce
