// Invisible text as poppler finds it: in its place, whichever way the page is turned, and with no ink.
#include "evidence/reading/text_layer.h"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdio>
#include <regex>

#include "evidence/evidence_kit.h"
#include "evidence/evidence_samples.h"
#include "evidence/reading/unseen_font.h"
#include "support/files.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;
using namespace testing;

std::string said_by(const std::string& command) {
  FILE* from = popen(command.c_str(), "r");
  REQUIRE(from != nullptr);
  std::string out;
  std::array<char, 4096> part{};
  for (std::size_t got = 0; (got = fread(part.data(), 1, part.size(), from)) > 0;) out.append(part.data(), got);
  pclose(from);
  return out;
}

/// A word's box on a page of 200 × 100 points that is read as a picture of 400 × 200: begins 40 pixels from the left, its foot 120 from above, 60 long, 24
/// high.
const ReadPage kRead{400, 200, {{40, 120, 0, 24, {{"节约", 0, 48}, {"用", 56, 60}}}}};

/// The page as it is seen is always 200 × 100.
fs::path page_with(const TempFolder& folder, const std::string& box, const std::string& extra, const std::string& content) {
  QPDF pdf;
  pdf.emptyPDF();
  QPDFObjectHandle page = add_page(pdf, extra, false, box);
  page.replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf, content));
  save(pdf, folder.path() / "a.pdf");
  return folder.path() / "a.pdf";
}

fs::path laid_over(const TempFolder& folder, const fs::path& file) {
  ProbeJob job;
  job.file = file;
  job.layer = folder.path() / "words";
  job.prepared_stem = folder.path() / "out";
  REQUIRE(write_read_pages({{0, kRead}}, job.layer));
  Probed probed;
  lay_text(job, probed);
  REQUIRE_FALSE(probed.rejected());
  return probed.prepared;
}

std::array<double, 4> box_of_word(const fs::path& pdf) {
  const std::string boxes = said_by("pdftotext -bbox '" + pdf.string() + "' -");
  std::smatch found;
  const std::regex word("xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"([0-9.]+)\" yMax=\"([0-9.]+)\">节约用<");
  INFO(boxes);
  REQUIRE(std::regex_search(boxes, found, word));
  return {std::stod(found[1]), std::stod(found[2]), std::stod(found[3]), std::stod(found[4])};
}

}  // namespace

TEST_CASE("words lie where they were read, whatever box, turn and unit the page has", "[evidence][reading]") {
  struct Case {
    const char *box, *extra, *content;
    double left = 0, top = 0;  ///< of what is seen; poppler measures from the MediaBox
  };
  for (const Case& one : {Case{"[0 0 200 100]", "", "0 0 5 5 re f"}, Case{"[10 20 210 120]", "", "q 3 0 0 3 9 9 cm"},
                          Case{"[0 0 100 200]", "/Rotate 90", "Q Q 2 0 0 2 0 0 cm"}, Case{"[0 0 200 100]", "/Rotate 180", ""},
                          Case{"[5 5 105 205]", "/Rotate 270", "BT"}, Case{"[0 0 900 900]", "/CropBox [300 300 500 400]", "0 g", 300, 500}}) {
    INFO(one.box << " " << one.extra);
    const TempFolder folder;
    const fs::path made = laid_over(folder, page_with(folder, one.box, one.extra, one.content));
    const auto [left, top, right, bottom] = box_of_word(made);
    CHECK(left - one.left == Approx(20).margin(0.1));  // half a point a pixel
    CHECK(right - one.left == Approx(50).margin(0.1));
    CHECK(top - one.top == Approx(48).margin(0.6));
    CHECK(bottom - one.top == Approx(60).margin(0.6));
  }
}

TEST_CASE("the layer leaves no ink, its font is embedded, and qpdf finds no fault", "[evidence][reading]") {
  const TempFolder folder;
  const fs::path file = page_with(folder, "[0 0 200 100]", "", "0 0 5 5 re f"), made = laid_over(folder, file);
  const std::string show = "pdftoppm -r 72 ";
  CHECK(said_by(show + "'" + file.string() + "'") == said_by(show + "'" + made.string() + "'"));
  CHECK(std::regex_search(said_by("pdffonts '" + made.string() + "'"), std::regex("LvceUnseen +CID TrueType +Identity-H +yes no +yes")));
  CHECK(said_by("pdftotext '" + made.string() + "' - 2>&1").find("节约用") == 0);
  CHECK(said_by("qpdf --check '" + made.string() + "' 2>&1").find("No syntax") != std::string::npos);
  const std::string first = *read_file(made, 1 << 20);
  CHECK(*read_file(laid_over(folder, file), 1 << 20) == first);
}

TEST_CASE("a font already named stays, others' resources are not changed", "[evidence][reading]") {
  const TempFolder folder;
  QPDF pdf;
  pdf.emptyPDF();
  QPDFObjectHandle shared = pdf.makeIndirectObject(parsed("<< /Font << /LvceRead << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"));
  for (int i = 0; i < 2; ++i) {
    QPDFObjectHandle page = add_page(pdf, "", false, "[0 0 200 100]");
    page.replaceKey("/Resources", shared);
    page.replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf, "BT /LvceRead 12 Tf 100 20 Td (own) Tj ET"));
  }
  save(pdf, folder.path() / "a.pdf");
  const fs::path made = laid_over(folder, folder.path() / "a.pdf");
  const std::string text = said_by("pdftotext '" + made.string() + "' -");
  CHECK(text.find("节约用") != std::string::npos);
  const std::size_t first = text.find("own");
  REQUIRE(first != std::string::npos);
  CHECK(text.find("own", first + 1) != std::string::npos);
}

TEST_CASE("codes are UTF-16, what has none is left out", "[evidence][reading]") {
  CHECK(unseen_codes("水a") == "<6C340061>");
  CHECK(unseen_codes("\xF0\xA0\x80\x80\n") == "<>");
  CHECK(unseen_width("水a") == 1.5);
}

TEST_CASE("the font's program is what TrueType asks for", "[evidence][reading]") {
  const std::string font = unseen_font_program();
  std::uint32_t sum = 0;
  REQUIRE(font.size() % 4 == 0);
  for (std::size_t i = 0; i < font.size(); i += 4) {
    std::uint32_t number = 0;
    for (std::size_t k = 0; k < 4; ++k) number = number << 8 | static_cast<unsigned char>(font[i + k]);
    sum += number;
  }
  CHECK(sum == 0xB1B0AFBA);  // OpenType: of the whole file
  CHECK(font.size() < 700);
}

}  // namespace lvce
