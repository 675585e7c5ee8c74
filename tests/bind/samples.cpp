#include "bind/samples.h"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>

#include "paths.h"

namespace lvce::test {
namespace {

using Object = QPDFObjectHandle;

Object content_of(QPDF& pdf, const SamplePage& page) {
  if (page.contents.empty()) return pdf.newStream("BT /F1 24 Tf 20 20 Td (" + page.text + ") Tj ET\n");
  if (page.contents.size() == 1) return pdf.newStream(page.contents[0]);
  Object array = Object::newArray();
  for (const std::string& part : page.contents) array.appendItem(pdf.newStream(part));
  return array;
}

Object helvetica(QPDF& pdf) { return pdf.makeIndirectObject(Object::parse("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")); }

/// A font in which every character that stamps need is written as itself, and shown as nothing.
FontProgram identity_program() {
  static const Faces faces = Faces::load(std::filesystem::path(kSourceFolder) / "fonts");
  FontProgram program{"Sample", faces.subset(0, {}).bytes, {}};
  constexpr std::pair<char32_t, char32_t> kRanges[] = {{0x20, 0xFF}, {0x2000, 0x20FF}, {0x3000, 0x30FF}, {0x4E00, 0x9FFF}};
  for (const auto& [first, last] : kRanges)
    for (char32_t c = first; c <= last; ++c) program.by_code[c] = {c, 0, 500};
  return program;
}

Object identity_font(QPDF& pdf) {
  const Object font = Object::parse(
      "<< /Type /Font /Subtype /Type0 /BaseFont /Sample /Encoding /Identity-H /DescendantFonts [ << /Type /Font /Subtype /CIDFontType2 "
      "/BaseFont /Sample /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor << /Type "
      "/FontDescriptor /FontName /Sample /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV "
      "80 >> >> ] >>");
  return pdf.makeIndirectObject(font);
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "lvce-bind-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() { std::filesystem::remove_all(path_); }

void write_pdf(const std::filesystem::path& file, const std::vector<SamplePage>& pages, const std::function<void(QPDF&)>& change,
               const std::function<void(QPDFWriter&)>& tune) {
  QPDF pdf;
  pdf.emptyPDF();
  const Object font = helvetica(pdf);
  for (const SamplePage& page : pages) {
    Object object = Object::parse("<< /Type /Page /MediaBox " + page.box + " " + page.extra + " /Resources << /Font << >> >> >>");
    object.getKey("/Resources").getKey("/Font").replaceKey("/F1", font);
    object.replaceKey("/Contents", content_of(pdf, page));
    pdf.addPage(pdf.makeIndirectObject(object), false);
  }
  if (change) change(pdf);
  QPDFWriter writer(pdf, file.c_str());
  writer.setStaticID(true);
  if (tune) tune(writer);
  writer.write();
}

RenderedPdf fake_own_pages(int count) {
  QPDF pdf;
  pdf.emptyPDF();
  const Object latin = helvetica(pdf), font = identity_font(pdf);
  for (int i = 0; i <= count; ++i) {
    Object page = Object::parse("<< /Type /Page /MediaBox [0 0 595.276 841.89] /Resources << /Font << >> >> >>");
    page.getKey("/Resources").getKey("/Font").replaceKey("/F1", i == count ? font : latin);
    page.replaceKey("/Contents", pdf.newStream(i == count ? "" : "BT /F1 24 Tf 100 400 Td (own " + std::to_string(i) + ") Tj ET 2 0 0 2 9 9 cm"));
    pdf.addPage(pdf.makeIndirectObject(page), false);
  }
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setStaticID(true);
  writer.write();
  const auto buffer = std::unique_ptr<Buffer>(writer.getBuffer());
  RenderedPdf rendered;
  rendered.bytes.assign(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
  rendered.fonts.emplace_back();
  rendered.fonts[0].font = 0;
  rendered.fonts[0].resource_name = "F1";
  rendered.fonts[0].program = identity_program();
  return rendered;
}

ToolResult run_tool(const std::string& command) {
  ToolResult result;
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  std::array<char, 4096> piece{};
  for (std::size_t got = 0; (got = fread(piece.data(), 1, piece.size(), pipe)) > 0;) result.output.append(piece.data(), got);
  result.code = WEXITSTATUS(pclose(pipe));
  return result;
}

std::string quoted(const std::filesystem::path& path) { return "'" + path.string() + "'"; }

std::string text_of(const std::filesystem::path& pdf, int page) {
  const std::string number = std::to_string(page);
  return run_tool("pdftotext -f " + number + " -l " + number + " " + quoted(pdf) + " -").output;
}

bool checks_clean(const std::filesystem::path& pdf) { return run_tool("qpdf --check " + quoted(pdf)).code == 0; }

Spot dark_area(const std::filesystem::path& pdf, int page) {
  const std::string number = std::to_string(page);
  const std::string pgm = run_tool("(pdftoppm -q -r 72 -gray -aa no -f " + number + " -l " + number + " " + quoted(pdf) + " 2>/dev/null)").output;
  std::istringstream in(pgm);
  std::string magic;
  int width = 0, height = 0, most = 0;
  in >> magic >> width >> height >> most;
  in.get();
  Spot spot;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      if (in.get() > 100) continue;
      spot.left = spot.left < 0 ? x : std::min<double>(spot.left, x);
      spot.right = std::max<double>(spot.right, x + 1);
      spot.top = spot.top < 0 ? height - y : spot.top;
      spot.bottom = height - y - 1;
    }
  }
  return spot;
}

}  // namespace lvce::test
