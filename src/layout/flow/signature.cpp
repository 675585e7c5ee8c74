#include "layout/flow/signature.h"

#include <algorithm>

#include "layout/style.h"
#include "layout/text/set_line.h"

namespace lvce {

namespace {

constexpr double kSealSide = kSealMm * kPointsPerMm;
constexpr double kSealBelowArea = 6 * kPointsPerMm;  ///< a seal may reach below the type area as far as the page number

double line_width(const GlyphText& text, const LineRange& line) {
  double width = 0;
  for (std::size_t i = line.begin; i < line.end; ++i) width += text.glyphs[i].advance;
  return width;
}

/// Each line in the middle over `centre`, moved as far as it must to stay inside.
void set_centred(const GlyphText& text, const std::vector<LineRange>& lines, double centre, double width, double& top, Strip& strip) {
  for (const LineRange& line : lines) {
    const double wide = line_width(text, line);
    const double left = std::clamp(centre - wide / 2, 0.0, std::max(0.0, width - wide));
    set_line(text, line, {left, width - left, top, kLinePitch, Align::left}, strip);
    top += kLinePitch;
  }
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
  const std::vector<LineRange> name_lines = balance_lines(name, width, setter.words);
  const std::vector<LineRange> date_lines = balance_lines(date, width, setter.words);
  const double text_height = static_cast<double>(name_lines.size() + date_lines.size()) * kLinePitch;
  Strip strip;
  strip.height = std::max(kSealSide, text_height + kLinePitch);
  double top = (strip.height - text_height) / 2;
  strip.hang = std::min(top, kSealBelowArea);
  const double date_width = line_width(date, date_lines.front());
  const double centre = width - 4 * kCharacterPitch - date_width / 2;
  set_centred(name, name_lines, centre, width, top, strip);
  set_centred(date, date_lines, centre, width, top, strip);
  return strip;
}

}  // namespace lvce
