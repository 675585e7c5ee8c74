// Measured text → lines: greedy filling with 避头尾, punctuation pushed in where a little squeezing makes room, balanced lines for titles.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/text/glyphs.h"

namespace lvce {

/// Em that a gap between two glyphs may be wide: readers of PDF take 0.1 for a space.
inline constexpr double kWidestGap = 0.098;

/// Glyphs [begin, end) stand on one line; spaces at the ends are not drawn.
struct LineRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool last = false;  ///< ends the paragraph, or a forced line: not stretched
};

/// Width of the first line and of the others, pt.
struct LineWidths {
  double first = 0;
  double other = 0;
};

/// At least one line. A word or figure wider than the line breaks anywhere.
std::vector<LineRange> break_lines(const GlyphText& text, LineWidths widths);

/// As few lines as `width` allows, of nearly equal length, words kept whole where that costs no line: titles.
std::vector<LineRange> balance_lines(const GlyphText& text, double width, WordBoundaries& words);

/// How a line is made narrower without harm: the blank half of a closing mark at its end may hang over the edge, inner punctuation gives up
/// a little of its blank half, and what is left is taken from all gaps evenly.
struct SqueezeRoom {
  double hang = 0;
  double punctuation = 0;  ///< all inner marks together
  double gaps = 0;
  double total() const { return hang + punctuation + gaps; }
};
SqueezeRoom squeeze_room(const GlyphText& text, std::size_t begin, std::size_t end);

/// A full-width mark with a blank half that may be squeezed.
bool is_squeezable(const Glyph& glyph, double size);

/// No gap that could be widened stands between glyphs `at` and `at` + 1: they are of one word or figure.
bool inside_word(const GlyphText& text, std::size_t at);

/// What the gaps of a line bear to be widened by, pt; and whether a line leaves more of its width than that.
double room_of_gaps(const GlyphText& text, LineRange line);
bool is_too_loose(const GlyphText& text, LineRange line, double width);

/// Without spaces and line ends at either end of the line.
LineRange trimmed(const GlyphText& text, LineRange line);

}  // namespace lvce
