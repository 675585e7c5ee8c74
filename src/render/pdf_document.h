// A libharu document that closes itself and whose errors are exceptions. Used by pdf*.cpp only.
#pragma once

#include <string>

#include <hpdf.h>

namespace lvce {

class PdfDocument {
 public:
  PdfDocument();
  ~PdfDocument();
  PdfDocument(const PdfDocument&) = delete;
  PdfDocument& operator=(const PdfDocument&) = delete;

  /// A portrait A4 page.
  HPDF_Page add_page();
  /// Names a font and its measures, without embedding glyphs: libharu asks a font for all 65,536 codes and copies its program several times, which
  /// made up a quarter of a package's cost. It reads fonts from files only: the bytes pass through an anonymous file in memory.
  HPDF_Font name_font(const std::string& placeholder);
  std::string save();
  /// Throws std::runtime_error when libharu has reported an error since the last check.
  void check() const;

 private:
  HPDF_Doc doc_;
};

}  // namespace lvce
