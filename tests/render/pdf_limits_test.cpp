// libharu keeps streams in pieces of 4,096 bytes and arrays of 32,767 elements: our output meets each such seam here.
#include <catch2/catch.hpp>

#include <filesystem>

#include <qpdf/QPDF.hh>

#include "faces/faces.h"
#include "paths.h"
#include "render/pdf_tools.h"
#include "render/render.h"

using namespace lvce;

namespace {

constexpr std::size_t kPiece = 4096;

const Faces& shipped() {
  static const Faces faces = Faces::load(std::filesystem::path(kSourceFolder) / "fonts");
  return faces;
}

/// Strokes of which no two are alike, so that a longer page is longer when compressed, too.
Page page_of(std::size_t strokes) {
  Page page;
  for (std::size_t i = 0; i < strokes; ++i) page.lines.push_back({10, 20, static_cast<double>(i * i % 499), static_cast<double>(i * 37 % 701), 0.5, 0, false});
  return page;
}

std::string render_pages(const std::vector<Page>& pages) {
  std::vector<const Page*> pointers;
  for (const Page& page : pages) pointers.push_back(&page);
  return render_pdf(pointers, shipped(), {}).bytes;
}

}  // namespace

TEST_CASE("a page's content may end at any byte around a multiple of libharu's buffer", "[pdf]") {
  const FontId font = shipped().font_for(Face::body, U'A');
  std::vector<Page> pages;
  std::vector<std::size_t> letters;
  for (const std::size_t pieces : {1u, 2u, 3u})
    for (std::size_t near = 0; near < 40; ++near)
      for (const double x : {8.0, 85.0, 850.0, 85.5}) {  // 1 to 4 bytes; a letter takes 4
        letters.push_back(pieces * kPiece / 4 - 30 + near);
        Page page;
        page.texts.push_back({x, 700, 1, font, std::string(letters.back(), 'A'), 0, 0});
        pages.push_back(std::move(page));
      }
  const std::string bytes = render_pages(pages);
  QPDF pdf;
  pdf.processMemoryFile("pages", bytes.data(), bytes.size());
  std::set<std::size_t> ends;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    QPDFObjectHandle page = pdf.getAllPages()[i];
    const auto data = page.getKey("/Contents").getStreamData(qpdf_dl_generalized);
    const std::string content(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    ends.insert(content.size());
    const std::size_t from = content.find('<') + 1, to = content.find('>');
    if (to - from != 4 * letters[i] || content.compare(content.size() - 2, 2, "Q\n") != 0) FAIL_CHECK("page " << i << ": " << to - from);
  }
  for (const std::size_t pieces : {1u, 2u, 3u})
    for (std::size_t end = pieces * kPiece - 4; end <= pieces * kPiece + 4; ++end) CHECK(ends.count(end) == 1);
  CHECK(pdf.getWarnings().empty());
}

TEST_CASE("a document may be as long as any multiple of libharu's buffer", "[pdf]") {
  std::set<std::size_t> ends;
  for (std::size_t strokes = 0; strokes < 1000; ++strokes) {
    const std::string bytes = render_pages({page_of(strokes)});
    ends.insert(bytes.size() % kPiece);
    if (bytes.compare(bytes.size() - 6, 6, "%%EOF\n") != 0) FAIL_CHECK(bytes.size() << " bytes");
  }
  CHECK(*ends.begin() < 32);
  CHECK(*ends.rbegin() > kPiece - 32);
}

TEST_CASE("pages stand in nodes of a thousand: one more, one less, two nodes", "[pdf]") {
  for (const std::size_t count : {std::size_t{998}, std::size_t{999}, std::size_t{1000}, std::size_t{1999}, std::size_t{2000}, std::size_t{2001}}) {
    const std::string bytes = render_pages(std::vector<Page>(count, page_of(1)));
    QPDF pdf;
    pdf.processMemoryFile("pages", bytes.data(), bytes.size());
    CHECK(pdf.getAllPages().size() == count + 1);  // and the font page
    CHECK(pdf.getWarnings().empty());
  }
}

TEST_CASE("every character of the largest face goes into one document", "[pdf]") {
  std::set<char32_t> all;
  const FontId font = shipped().font_for(Face::body, U'𠀀' - 0x20000 + 0x4E02);  // 丂: behind the official face
  for (char32_t c = 0x20; c < 0xFFFE; ++c)
    if (shipped().font_for(Face::body, c) == font) all.insert(c);
  REQUIRE(all.size() > 10000);
  const RenderedPdf rendered = render_pdf({}, shipped(), {{font, all}});
  QPDF pdf;
  pdf.processMemoryFile("all", rendered.bytes.data(), rendered.bytes.size());
  CHECK(pdf.getWarnings().empty());
  CHECK(pdf.getAllPages().size() == 1);
}
