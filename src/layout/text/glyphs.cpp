#include "layout/text/glyphs.h"

#include <unicode/uchar.h>

#include "support/text.h"
#include "support/unseen.h"

namespace lvce {

namespace {

constexpr double kPageNumberDigits = 3;  ///< room kept for a page number inside text

bool is_dropped(char32_t c) {
  if (c >= 0x20 && c < 0x7F) return false;
  if (c >= 0x3000 && c < 0xD800) return false;
  if (c >= 0xFE00 && c <= 0xFE0F) return true;  // variation selectors
  if (c >= 0xE0000 && c <= 0xE0FFF) return true;
  const int type = u_charType(static_cast<UChar32>(c));
  return type == U_CONTROL_CHAR || type == U_FORMAT_CHAR || type == U_SURROGATE;
}

char32_t cleaned(char32_t c) {
  if (c == U'\t' || (c >= 0x2000 && c <= 0x200A)) return U' ';
  if (c == 0x2028 || c == 0x2029 || c == 0x85 || c == 0x0B || c == 0x0C) return U'\n';
  return c;
}

/// Collects the glyphs of all runs; `plain` is the text that line breaking sees.
class GlyphMaker {
 public:
  GlyphMaker(double size, double tracking, Typesetter& setter) : setter_(setter) {
    out_.size = size;
    out_.tracking = tracking;
  }

  void add(const Run& run, Face face) {
    out_.looks.push_back({run.link, run.marked});
    if (!run.page_of.empty()) return add_page_number(run, face);
    for (const char32_t raw : decode_utf8(run.text)) add_shown(cleaned(raw), face);
  }

  GlyphText finish() {
    const std::vector<Break> breaks = find_breaks(plain_);
    for (std::size_t i = 0; i < breaks.size(); ++i) {
      out_.glyphs[i].brk = breaks[i];
      out_.glyphs[i].kind = line_kind(plain_[i]);
    }
    setter_.characters_set += plain_.size();
    return std::move(out_);
  }

 private:
  /// What steers the direction of writing, or is no character at all, is printed as 〈U+202E〉.
  void add_shown(char32_t c, Face face) {
    if (c == U'\n' || !is_unseen(c) || is_joint(c)) return add_character(c, face);
    for (const char32_t sign : decode_utf8(escaped(c))) add_character(sign, face);
  }

  void add_character(char32_t c, Face face) {
    if (c != U'\n' && is_dropped(c)) return;
    Glyph glyph;
    glyph.c = c;
    glyph.run = static_cast<std::uint16_t>(std::min<std::size_t>(out_.looks.size() - 1, 0xFFFF));
    if (c != U'\n') {
      const ShownCharacter shown = setter_.characters.find(face, c == 0xA0 ? U' ' : c);
      glyph.c = shown.c;
      glyph.font = shown.font;
      glyph.advance = shown.em * out_.size + out_.tracking;
    }
    glyph.room = glyph.advance;
    out_.glyphs.push_back(glyph);
    plain_.push_back(c);
  }

  /// Line breaking sees one figure of a fixed width whatever the number is.
  void add_page_number(const Run& run, Face face) {
    const auto found = setter_.numbers.find(run.page_of);
    const std::string text = found == setter_.numbers.end() ? "…" : found->second.text();
    const std::size_t first = out_.glyphs.size();
    for (const char32_t c : decode_utf8(text)) {
      add_character(c, face);
      out_.glyphs.back().room = 0;
      plain_.back() = U'0';
    }
    out_.glyphs[first].room = kPageNumberDigits * (setter_.characters.find(face, U'0').em * out_.size + out_.tracking);
  }

  Typesetter& setter_;
  GlyphText out_;
  std::u32string plain_;
};

}  // namespace

GlyphText make_glyphs(const std::vector<Run>& runs, Face face, double size, double tracking, Typesetter& setter) {
  GlyphMaker maker(size, tracking, setter);
  for (const Run& run : runs) maker.add(run, run.face.value_or(face));
  return maker.finish();
}

GlyphText make_glyphs(const std::string& text, Face face, double size, Typesetter& setter) {
  GlyphMaker maker(size, 0, setter);
  Run run;
  run.text = text;
  maker.add(run, face);
  return maker.finish();
}

double width_of(const GlyphText& text) {
  double width = 0;
  for (const Glyph& glyph : text.glyphs) width += glyph.advance;
  return width;
}

}  // namespace lvce
