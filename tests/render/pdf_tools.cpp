#include "render/pdf_tools.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <regex>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "evidence/pdf/embed_font.h"

namespace {

std::string text_of(const std::shared_ptr<Buffer>& buffer) { return std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()); }

std::string written(QPDF& pdf) {
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.write();
  return text_of(writer.getBufferSharedPointer());
}

}  // namespace

PdfFile::PdfFile(const std::string& bytes) {
  std::string pattern = (std::filesystem::temp_directory_path() / "lvce-test-XXXXXX").string();
  folder_ = mkdtemp(pattern.data());
  std::ofstream(folder_ / "t.pdf", std::ios::binary) << bytes;
}

PdfFile::~PdfFile() { std::filesystem::remove_all(folder_); }

std::string PdfFile::run(const std::string& tool, const std::string& after) const {
  const std::string command = tool + " '" + (folder_ / "t.pdf").string() + "' " + after + " 2>/dev/null";
  FILE* pipe = popen(command.c_str(), "r");
  std::string output;
  std::array<char, 4096> buffer{};
  while (const std::size_t size = fread(buffer.data(), 1, buffer.size(), pipe)) output.append(buffer.data(), size);
  pclose(pipe);
  return output;
}

std::vector<Word> words_of(const PdfFile& file) {
  static const std::regex pattern(R"re(<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</word>)re");
  const std::string html = file.run("pdftotext -bbox", "-");
  std::vector<Word> words;
  for (std::sregex_iterator it(html.begin(), html.end(), pattern), end; it != end; ++it)
    words.push_back({(*it)[5], std::stod((*it)[1]), std::stod((*it)[2]), std::stod((*it)[3]), std::stod((*it)[4])});
  return words;
}

std::string with_fonts(const lvce::RenderedPdf& rendered) {
  QPDF pdf;
  pdf.processMemoryFile("t.pdf", rendered.bytes.data(), rendered.bytes.size());
  QPDFObjectHandle page = pdf.getAllPages().back();
  QPDFObjectHandle fonts = page.getKey("/Resources").getKey("/Font");
  for (const lvce::RenderedFont& font : rendered.fonts) lvce::embed_font(pdf, fonts.getKey("/" + font.resource_name), font.program);
  return written(pdf);
}

std::string with_last_page(const std::string& bytes, const std::string& content) {
  QPDF pdf;
  pdf.processMemoryFile("t.pdf", bytes.data(), bytes.size());
  QPDFObjectHandle page = pdf.getAllPages().back();
  page.addPageContents(QPDFObjectHandle::newStream(&pdf, content), false);
  return written(pdf);
}

long ink_of(const PdfFile& file, int page) {
  const std::string number = std::to_string(page);
  const std::string image = file.run("pdftoppm -gray -r 72 -f " + number + " -l " + number);  // PGM: header, then one byte a pixel
  const std::size_t start = image.find("255\n") + 4;
  long dark = 0;
  for (std::size_t i = start; i < image.size(); ++i) dark += static_cast<unsigned char>(image[i]) < 200;
  return dark;
}

std::string content_of(const std::string& bytes, int page) {
  QPDF pdf;
  pdf.processMemoryFile("t.pdf", bytes.data(), bytes.size());
  QPDFObjectHandle wanted = pdf.getAllPages().at(static_cast<std::size_t>(page));
  return text_of(wanted.getKey("/Contents").getStreamData());
}
