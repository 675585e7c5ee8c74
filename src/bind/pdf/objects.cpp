#include "bind/pdf/objects.h"

#include <array>
#include <charconv>

namespace lvce {

namespace {

std::string fixed(double value, int places) {
  std::array<char, 400> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, places).ptr;
  std::string text(digits.data(), end);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

}  // namespace

std::string pdf_number(double value) { return fixed(value, 3); }

std::string pdf_matrix(const Matrix& m) {
  // Scales need more places than coordinates: over 842 pt a third place alone would be half a point off.
  std::string text;
  for (const double scale : {m.a, m.b, m.c, m.d}) text += fixed(scale, 6) + ' ';
  return text + pdf_number(m.e) + ' ' + pdf_number(m.f);
}

PdfObject pdf_rectangle(double x0, double y0, double x1, double y1) {
  PdfObject array = PdfObject::newArray();
  for (const double value : {x0, y0, x1, y1}) array.appendItem(PdfObject::newReal(pdf_number(value)));
  return array;
}

void keep_compressed_streams(QPDF& pdf) {
  for (PdfObject& object : pdf.getAllObjects()) {
    if (object.isStream() && object.getDict().hasKey("/Filter")) object.setFilterOnWrite(false);
  }
}

}  // namespace lvce
