// Single lines for stamps and page numbers.
#include "layout/layout.h"
#include "layout/text/set_line.h"
#include "support/text.h"

namespace lvce {

namespace {

/// One line: forced ends of lines become spaces.
GlyphText line_glyphs(const std::string& text, Face face, double size, const Faces& faces) {
  const FacesMeasure measure(faces);
  const PageNumbers none;
  Typesetter setter(measure, none);
  std::string flat = text;
  for (char& c : flat) c = c == '\n' ? ' ' : c;
  return make_glyphs(flat, face, size, setter);
}

}  // namespace

std::vector<TextBox> lay_out_line(const std::string& text, Face face, double size, double x, double y, const Faces& faces) {
  const GlyphText glyphs = line_glyphs(text, face, size, faces);
  Strip strip;
  set_line(glyphs, {0, glyphs.glyphs.size(), true}, {x, width_of(glyphs), 0, 0, Align::left}, strip);
  for (TextBox& box : strip.texts) box.y = y;
  return std::move(strip.texts);
}

double measure_line(const std::string& text, Face face, double size, const Faces& faces) { return width_of(line_glyphs(text, face, size, faces)); }

std::string shorten_to(const std::string& text, Face face, double size, double width, const Faces& faces) {
  const GlyphText glyphs = line_glyphs(text, face, size, faces);
  if (width_of(glyphs) <= width) return text;
  double room = width - measure_line("…", face, size, faces);
  std::string kept;
  for (const Glyph& glyph : glyphs.glyphs) {
    room -= glyph.advance;
    if (room < 0) break;
    append_utf8(kept, glyph.c);
  }
  return kept + "…";
}

}  // namespace lvce
