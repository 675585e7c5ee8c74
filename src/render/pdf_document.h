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
  /// Embeds a TrueType font. libharu reads fonts from files only: the bytes pass through an anonymous file in memory.
  HPDF_Font embed(const std::string& truetype);
  std::string save();
  /// Throws std::runtime_error when libharu has reported an error since the last check.
  void check() const;

 private:
  HPDF_Doc doc_;
};

}  // namespace lvce
