#include "bind/pdf/own_pages.h"

#include <array>
#include <fstream>
#include <memory>
#include <stdexcept>

#include "bind/pdf/jpeg.h"
#include "evidence/pdf/embed_font.h"
#include "evidence/pdf/packed_stream.h"
#include "evidence/reading/text_layer.h"
#include "evidence/reading/unseen_font.h"
#include "support/text.h"

namespace lvce {
namespace {

/// Reads a picture piece by piece whenever a volume is written: the pictures of a unit may be larger than memory.
class FileData : public PdfObject::StreamDataProvider {
 public:
  explicit FileData(std::filesystem::path file) : file_(std::move(file)) {}

  void provideStreamData(QPDFObjGen const&, Pipeline* to) override {
    std::ifstream in(file_, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + file_.string());
    std::array<char, 1 << 16> piece{};
    while (in.read(piece.data(), piece.size()), in.gcount() > 0) {
      to->write(reinterpret_cast<unsigned char const*>(piece.data()), static_cast<size_t>(in.gcount()));
    }
    to->finish();
  }

 private:
  std::filesystem::path file_;
};

std::string image_name(int number) { return "/LvIm" + std::to_string(number); }

/// The resources of `page` under `kind`, made when missing.
PdfObject resources_of(PdfObject page, const std::string& kind) {
  PdfObject resources = page.getKey("/Resources");
  if (!resources.isDictionary()) resources = page.replaceKeyAndGetNew("/Resources", PdfObject::newDictionary());
  PdfObject named = resources.getKey(kind);
  return named.isDictionary() ? named : resources.replaceKeyAndGetNew(kind, PdfObject::newDictionary());
}

}  // namespace

OwnPages::OwnPages(const RenderedPdf& rendered) : bytes_(rendered.bytes) {
  pdf_.setSuppressWarnings(true);
  pdf_.processMemoryFile("own pages", bytes_.data(), bytes_.size());
  pdf_.pushInheritedAttributesToPage();
  pages_ = pdf_.getAllPages();
  if (pages_.empty()) throw std::runtime_error("rendered file without its font page");
  take_fonts(rendered, pages_.back());
  pages_.pop_back();
  fence_contents();
}

void OwnPages::take_fonts(const RenderedPdf& rendered, PdfObject font_page) {
  PdfObject fonts = resources_of(font_page, "/Font");
  for (const RenderedFont& font : rendered.fonts) {
    PdfObject object = fonts.getKey("/" + font.resource_name);
    if (!object.isDictionary()) throw std::runtime_error("font page without " + font.resource_name);
    embed_font(pdf_, object, font.program);
    fonts_[font.font] = object;
    codes_[font.font] = font.private_codes;
  }
}

void OwnPages::fence_contents() {
  for (PdfObject& page : pages_) {
    const auto drawn = page.getKey("/Contents").getStreamData();
    const std::string content(reinterpret_cast<const char*>(drawn->getBuffer()), drawn->getSize());
    page.replaceKey("/Contents", PdfObject::newArray({packed_stream(pdf_, "q\n" + content + "\nQ\n")}));
    page.removeKey("/Annots");
  }
}

PdfObject OwnPages::font(FontId font) const {
  const auto found = fonts_.find(font);
  return found == fonts_.end() ? PdfObject::newNull() : found->second;
}

std::string OwnPages::encode(FontId font, const std::string& text) const {
  constexpr char kHex[] = "0123456789ABCDEF";
  const auto codes = codes_.find(font);
  std::string hex = "<";
  for (char32_t c : decode_utf8(text)) {
    if (codes != codes_.end()) {
      const auto code = codes->second.find(c);
      if (code != codes->second.end()) c = code->second;
    }
    for (int shift = 12; shift >= 0; shift -= 4) hex += kHex[c >> shift & 15];
  }
  return hex + ">";
}

PdfObject OwnPages::image_of(const std::filesystem::path& jpeg) {
  const auto known = images_.find(jpeg.string());
  if (known != images_.end()) return known->second;
  const auto header = read_jpeg_header(jpeg);
  if (!header) return PdfObject::newNull();
  PdfObject image = pdf_.newStream();
  PdfObject dictionary = image.getDict();
  dictionary.replaceKey("/Type", PdfObject::newName("/XObject"));
  dictionary.replaceKey("/Subtype", PdfObject::newName("/Image"));
  dictionary.replaceKey("/Width", PdfObject::newInteger(header->width));
  dictionary.replaceKey("/Height", PdfObject::newInteger(header->height));
  dictionary.replaceKey("/BitsPerComponent", PdfObject::newInteger(8));
  dictionary.replaceKey("/ColorSpace", PdfObject::newName(header->components == 1 ? "/DeviceGray" : "/DeviceRGB"));
  image.replaceStreamData(std::make_shared<FileData>(jpeg), PdfObject::newName("/DCTDecode"), PdfObject::newNull());
  images_[jpeg.string()] = image;
  return image;
}

bool OwnPages::place_image(std::size_t index, const std::filesystem::path& jpeg, const Matrix& matrix) {
  PdfObject image = image_of(jpeg);
  if (!image.isStream()) return false;
  PdfObject page = pages_.at(index);
  PdfObject named = resources_of(page, "/XObject");
  const std::string name = image_name(static_cast<int>(named.getKeys().size()) + 1);
  named.replaceKey(name, image);
  PdfObject contents = page.getKey("/Contents");
  contents.appendItem(pdf_.newStream("q " + pdf_matrix(matrix) + " cm " + name + " Do Q\n"));
  return true;
}

void OwnPages::place_words(std::size_t index, const ReadPage& words, const Matrix& matrix) {
  constexpr const char* kFontName = "/LvUnseen";
  if (!unseen_.isInitialized()) unseen_ = unseen_font(pdf_);
  PdfObject page = pages_.at(index);
  resources_of(page, "/Font").replaceKey(kFontName, unseen_);
  PdfObject contents = page.getKey("/Contents");
  contents.appendItem(packed_stream(pdf_, "q " + pdf_matrix(matrix) + " cm\n" + unseen_text(words, kFontName) + "Q\n"));
}

}  // namespace lvce
