// The rendered own pages as a PDF to pick from, with the fonts that stamps are written in.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "bind/pdf/objects.h"
#include "evidence/job/read_page.h"
#include "render/render.h"

namespace lvce {

class OwnPages {
 public:
  /// Takes libharu's file: embeds its fonts, fences each page's content in q … Q so that more can be drawn over it. Throws
  /// QPDFExc or std::runtime_error when the bytes are not what render_pdf promises.
  explicit OwnPages(const RenderedPdf& rendered);

  QPDF& pdf() { return pdf_; }
  std::size_t count() const { return pages_.size(); }  ///< without the font page
  PdfObject page(std::size_t index) const { return pages_.at(index); }
  PdfObject font(FontId font) const;  ///< Null object for a font that the file does not have.
  /// Text as the bytes that its font wants, as a hexadecimal PDF string with brackets.
  std::string encode(FontId font, const std::string& text) const;

  /// Draws a JPEG over the page, its lower left corner at the matrix's origin, one unit wide and high. False when the file is no usable
  /// JPEG.
  bool place_image(std::size_t page, const std::filesystem::path& jpeg, const Matrix& matrix);

  /// Lays words that were read on a picture invisibly where the picture is, by the same matrix.
  void place_words(std::size_t page, const ReadPage& words, const Matrix& matrix);

 private:
  void take_fonts(const RenderedPdf& rendered, PdfObject font_page);
  void fence_contents();
  PdfObject image_of(const std::filesystem::path& jpeg);

  std::string bytes_;  // libqpdf reads from it as long as pdf_ lives
  QPDF pdf_;
  std::vector<PdfObject> pages_;
  std::map<FontId, PdfObject> fonts_;
  std::map<FontId, std::map<char32_t, char32_t>> codes_;  // character → code, where they differ
  std::map<std::string, PdfObject> images_;
  PdfObject unseen_;  // the font of place_words
};

}  // namespace lvce
