// Looks at PDF bytes with poppler's tools and libqpdf, as a reader would.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "render/render.h"

/// A file in a private temporary folder, removed afterwards.
class PdfFile {
 public:
  explicit PdfFile(const std::string& bytes);
  ~PdfFile();
  PdfFile(const PdfFile&) = delete;
  PdfFile& operator=(const PdfFile&) = delete;

  /// Standard output of `<tool> <arguments> <this file> <after>`; errors are left out.
  std::string run(const std::string& tool, const std::string& after = "") const;
  std::string text() const { return run("pdftotext -layout", "-"); }

 private:
  std::filesystem::path folder_;
};

struct Word {
  std::string text;
  double left = 0, top = 0, right = 0, bottom = 0;  ///< from the page's upper left corner, points
};
/// Words with their boxes (pdftotext -bbox).
std::vector<Word> words_of(const PdfFile& file);

/// As bind/ does it: the ToUnicode map of every font on the last page is replaced by ours.
std::string with_fonts(const lvce::RenderedPdf& rendered);
/// Content streams of a page, decoded.
std::string content_of(const std::string& bytes, int page);
/// With `content` appended to the last page, as bind/ writes stamps.
std::string with_last_page(const std::string& bytes, const std::string& content);
/// Dark pixels of a page at 72 dpi.
long ink_of(const PdfFile& file, int page);
