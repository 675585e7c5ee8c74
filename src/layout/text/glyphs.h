// Runs of text as measured characters, ready to be broken into lines.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "layout/page.h"
#include "layout/text/breaks.h"
#include "layout/text/measure.h"
#include "layout/text/words.h"

namespace lvce {

/// What layout needs while it sets text: measured characters and the printed numbers of anchors.
struct Typesetter {
  CharacterTable characters;
  const PageNumbers& numbers;
  WordBoundaries words;
  std::size_t characters_set = 0;  ///< how many characters were set so far: the cost of a layout, for tests

  Typesetter(const Measure& measure, const PageNumbers& page_numbers) : characters(measure), numbers(page_numbers) {}
};

struct Glyph {
  char32_t c = 0;
  FontId font = 0;
  LineKind kind = LineKind::han;
  Break brk = Break::may;  ///< after this character
  std::uint16_t run = 0;
  double advance = 0;  ///< pt, tracking included
  double room = 0;     ///< what line breaking counts: as `advance`, but of a fixed width for page numbers
};

/// How a run looks besides its face.
struct RunLook {
  std::string link;
  bool marked = false;
};

/// Measured text in one size.
struct GlyphText {
  std::vector<Glyph> glyphs;
  std::vector<RunLook> looks;
  double size = 16;
  double tracking = 0;  ///< pt added after each character
};

/// Tabs become spaces; what only joins letters or lets a line break is dropped, other control and format characters are shown as 〈U+202E〉; '\n' stays, as a
/// forced end of line.
GlyphText make_glyphs(const std::vector<Run>& runs, Face face, double size, double tracking, Typesetter& setter);
GlyphText make_glyphs(const std::string& text, Face face, double size, Typesetter& setter);

/// Width on one line, without regard to forced line ends.
double width_of(const GlyphText& text);

}  // namespace lvce
