// Annotations without a picture of their own, drawn from what their dictionaries say: measured in what poppler shows of the page.
#include <catch2/catch.hpp>

#include "evidence/evidence_run.h"
#include "evidence/evidence_samples.h"
#include "evidence/pdf/shown.h"

namespace lvce {
namespace {

using namespace testing;

/// The annotation alone on a page that is grey (0.5) in its right half.
Shown draw(const std::string& annotation) {
  EvidenceRun run;
  QPDF pdf;
  pdf.emptyPDF();
  QPDFObjectHandle page = add_page(pdf, "", false, "[0 0 200 200]");
  page.replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf, "0.5 g 100 0 100 200 re f"));
  QPDFObjectHandle made = pdf.makeIndirectObject(parsed("<< /Type /Annot /F 4 " + annotation + " >>"));
  page.replaceKey("/Annots", QPDFObjectHandle::newArray({made}));
  if (made.getKey("/Subtype").isNameAndEquals("/Widget")) {
    pdf.getRoot().replaceKey("/AcroForm", QPDFObjectHandle::newDictionary({{"/Fields", QPDFObjectHandle::newArray({made})}}));
  }
  save(pdf, run.at("2.1.1 a.pdf"));
  run.run();
  CHECK(run.count("evidence-pdf-undrawn") == 0);
  const EvidenceFile& file = run.file("2.1.1 a.pdf");
  REQUIRE_FALSE(file.prepared.empty());
  return show(file.prepared);
}

}  // namespace

TEST_CASE("a highlight lets the page show through", "[evidence][draw]") {
  const Shown page = draw("/Subtype /Highlight /C [1 1 0] /Rect [0 0 1 1] /QuadPoints [50 120 150 120 50 100 150 100]");
  CHECK(page.at(75, 110) == Colour{255, 255, 0});
  CHECK(page.at(125, 110) == Colour{128, 128, 0});
  CHECK(page.at(75, 130) == kWhite);
  CHECK(page.at(125, 90) == kGrey);
}

TEST_CASE("corners in the standard's own order mark the same", "[evidence][draw]") {
  const Shown page = draw("/Subtype /Highlight /C [1 1 0] /Rect [0 0 1 1] /QuadPoints [20 100 80 100 80 120 20 120]");
  CHECK(page.at(25, 110) == Colour{255, 255, 0});
  CHECK(page.at(50, 118) == Colour{255, 255, 0});
  const Shown line = draw("/Subtype /Underline /C [1 0 0] /BS << /W 4 >> /Rect [0 0 1 1] /QuadPoints [20 100 80 100 80 120 20 120]");
  CHECK(line.at(50, 100) == kRed);
  CHECK(line.at(50, 120) == kWhite);
}

TEST_CASE("marks of text lie below, through and along it", "[evidence][draw]") {
  const std::string at = " /C [1 0 0] /BS << /W 4 >> /Rect [0 0 1 1] /QuadPoints [20 120 80 120 20 100 80 100]";
  CHECK(draw("/Subtype /Underline" + at).at(50, 100) == kRed);
  CHECK(draw("/Subtype /StrikeOut" + at).at(50, 110) == kRed);
  CHECK(draw("/Subtype /StrikeOut" + at).at(50, 100) == kWhite);
  CHECK(draw("/Subtype /Squiggly" + at).at(50, 101) == kRed);
  CHECK(draw("/Subtype /Squiggly" + at).at(50, 110) == kWhite);
}

TEST_CASE("shapes have an edge and, where they say so, a filling", "[evidence][draw]") {
  const Shown square = draw("/Subtype /Square /C [1 0 0] /IC [0 1 0] /BS << /W 6 >> /Rect [20 20 80 80]");
  CHECK(square.at(22, 50) == kRed);
  CHECK(square.at(50, 50) == kGreen);
  CHECK(square.at(17, 50) == kWhite);
  const Shown circle = draw("/Subtype /Circle /C [1 0 0] /BS << /W 6 >> /Rect [20 20 80 80]");
  CHECK(circle.at(22, 50) == kRed);
  CHECK(circle.at(50, 50) == kWhite);
  CHECK(circle.at(22, 22) == kWhite);
  const Shown inset = draw("/Subtype /Square /C [1 0 0] /RD [10 0 0 0] /BS << /W 6 >> /Rect [20 20 80 80]");
  CHECK(inset.at(22, 50) == kWhite);
  CHECK(inset.at(32, 50) == kRed);
  const Shown polygon = draw("/Subtype /Polygon /C [1 0 0] /IC [0 1 0] /BS << /W 4 >> /Vertices [20 20 80 20 80 80] /Rect [0 0 1 1]");
  CHECK(polygon.at(50, 50) == kRed);  // the side that closes it
  CHECK(polygon.at(70, 40) == kGreen);
  const Shown open = draw("/Subtype /PolyLine /C [1 0 0] /IC [0 1 0] /BS << /W 4 >> /Vertices [20 20 80 20 80 80] /Rect [0 0 1 1]");
  CHECK(open.at(50, 50) == kWhite);
  CHECK(open.at(80, 50) == kRed);
}

TEST_CASE("lines go where they say, also outside of the rectangle, with their endings", "[evidence][draw]") {
  const Shown line = draw("/Subtype /Line /C [1 0 0] /BS << /W 4 >> /L [20 50 80 50] /Rect [0 0 0 0]");
  CHECK(line.at(50, 50) == kRed);
  CHECK(line.at(70, 55) == kWhite);
  const Shown arrow = draw("/Subtype /Line /C [1 0 0] /BS << /W 4 >> /LE [/None /ClosedArrow] /IC [1 0 0] /L [20 50 80 50] /Rect [0 0 0 0]");
  CHECK(arrow.at(68, 56) == kRed);
  CHECK(arrow.at(30, 56) == kWhite);
  const Shown measure = draw("/Subtype /Line /C [1 0 0] /BS << /W 4 >> /LL 30 /L [20 50 80 50] /Rect [0 0 0 0]");
  CHECK(measure.at(50, 80) == kRed);
  CHECK(measure.at(20, 60) == kRed);
  CHECK(measure.at(50, 50) == kWhite);
}

TEST_CASE("strokes of a pen, black where no colour is said, never where the colour is none", "[evidence][draw]") {
  const Shown ink = draw("/Subtype /Ink /BS << /W 4 >> /InkList [[20 20 80 20] [20 80 80 80]] /Rect [0 0 1 1]");
  CHECK(ink.at(50, 20) == kBlack);
  CHECK(ink.at(50, 80) == kBlack);
  CHECK(ink.at(50, 50) == kWhite);
  const Shown faint = draw("/Subtype /Ink /C [1 0 0] /CA 0 /BS << /W 4 >> /InkList [[20 20 80 20]] /Rect [0 0 1 1]");
  CHECK(faint.at(50, 20) == kWhite);
  const Shown filled = draw("/Subtype /Square /C [] /IC [0 1 0] /BS << /W 6 >> /Rect [20 20 80 80]");
  CHECK(filled.at(21, 50) == kGreen);
}

TEST_CASE("dashes", "[evidence][draw]") {
  const Shown line = draw("/Subtype /Line /C [1 0 0] /BS << /W 2 /S /D /D [20] >> /L [10 50 90 50] /Rect [0 0 0 0]");
  CHECK(line.at(20, 50) == kRed);
  CHECK(line.at(40, 50) == kWhite);
}

TEST_CASE("what is ticked is ticked on paper", "[evidence][draw]") {
  const std::string field = "/Subtype /Widget /T (b) /V /Yes /AS /Yes /FT /Btn /Rect [20 20 80 80]";
  CHECK(draw(field).at(45, 35) == kBlack);                         // the foot of a tick
  CHECK(draw(field + " /MK << /CA (8) >>").at(35, 65) == kBlack);  // an arm of a cross
  CHECK(draw(field + " /Ff 32768").at(50, 50) == kBlack);          // the dot of a radio button
  const Shown framed = draw(field + " /MK << /BC [1 0 0] /BG [0 1 0] >> /BS << /W 4 >>");
  CHECK(framed.at(45, 35) == kBlack);
  CHECK(framed.at(22, 50) == kRed);
  CHECK(framed.at(30, 30) == kGreen);
}

}  // namespace lvce
