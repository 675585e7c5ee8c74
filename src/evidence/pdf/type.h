// Our own faces for words that a PDF holds but does not show: one font a face and file, whatever the number of places.
#pragma once

#include <map>
#include <optional>
#include <qpdf/QPDF.hh>
#include <set>
#include <string>
#include <string_view>

#include "faces/faces.h"

namespace lvce {

class PdfType {
 public:
  explicit PdfType(QPDF& pdf) : pdf_(pdf) {}

  /// In 1/1000 of the size. Throws std::runtime_error when the faces are not installed.
  double width(std::u32string_view text);
  bool has(std::u32string_view text);
  /// "/F0 9 Tf <0001> Tj" …, to stand between BT and ET where resources() are in reach. What no face has is shown as 〓.
  std::string show(std::u32string_view text, double size);
  /// Of a form: << /Font … >>; complete after finish().
  QPDFObjectHandle resources();
  /// Puts in the fonts, with just the characters that were shown.
  void finish();
  /// Characters without a face, in order.
  const std::set<char32_t>& lacking() const { return lacking_; }

  static constexpr double kAscent = 0.86, kDescent = 0.14;  ///< of the size: where Han characters stand

 private:
  struct Font {
    QPDFObjectHandle object;
    std::map<char32_t, unsigned> codes;  ///< as shown; from 1
  };

  const Faces& faces();
  std::pair<FontId, char32_t> placed(char32_t c);
  Font& font(FontId id);
  void embed(FontId id, Font& font);

  QPDF& pdf_;
  std::optional<Faces> faces_;
  QPDFObjectHandle resources_;
  std::map<FontId, Font> fonts_;
  std::set<char32_t> lacking_;
};

}  // namespace lvce
