#include "layout/flow/signature.h"

#include <algorithm>

#include "layout/style.h"
#include "layout/text/set_line.h"

namespace lvce {

namespace {

constexpr double kSealSide = 42 * kPointsPerMm;

void set_whole(const GlyphText& text, double centre, double top, Strip& strip) {
  const double width = width_of(text) - text.tracking;
  set_line(text, {0, text.glyphs.size(), true}, {centre - width / 2, width, top, kLinePitch, Align::left}, strip);
}

GlyphText body_text(const std::string& words, Typesetter& setter) {
  Run run;
  run.text = words;
  return make_glyphs({run}, Face::body, kBodySize, kTracking, setter);
}

}  // namespace

Strip signature_strip(const Signature& signature, double width, Typesetter& setter) {
  const GlyphText date = body_text(signature.date, setter);
  const GlyphText name = body_text(signature.name, setter);
  const std::vector<LineRange> name_lines = balance_lines(name, width);
  const double text_height = (static_cast<double>(name_lines.size()) + 1) * kLinePitch;
  Strip strip;
  strip.height = std::max(kSealSide, text_height + kLinePitch);
  const double above = (strip.height - text_height) / 2;

  const double date_width = std::min(width_of(date) - date.tracking, width);
  const double date_centre = std::max(date_width / 2, width - 4 * kCharacterPitch - date_width / 2);
  double top = above;
  for (const LineRange& line : name_lines) {
    double line_width = 0;
    for (std::size_t i = line.begin; i < line.end; ++i) line_width += name.glyphs[i].advance;
    const double left = std::clamp(date_centre - line_width / 2, 0.0, std::max(0.0, width - line_width));
    set_line(name, line, {left, width - left, top, kLinePitch, Align::left}, strip);
    top += kLinePitch;
  }
  set_whole(date, date_centre, top, strip);
  return strip;
}

}  // namespace lvce
