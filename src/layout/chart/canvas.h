// Pencil, ruler and lettering of charts, on a strip (y downwards).
#pragma once

#include <string>

#include "layout/strip.h"
#include "layout/text/glyphs.h"

namespace lvce {

struct Area {
  double left = 0, top = 0, right = 0, bottom = 0;
  double width() const { return right - left; }
  double height() const { return bottom - top; }
};

/// How a series is filled so that black-and-white print tells it from the others.
enum class Pattern { dark, slanted, light, ruled, crossed, upright, white };
Pattern pattern_of(std::size_t series);

class Canvas {
 public:
  Canvas(Strip& strip, Typesetter& setter) : strip_(strip), setter_(setter) {}

  /// `x` is the text's left edge, middle or right edge by `align`; `middle` the height of its middle.
  void text(const std::string& words, double x, double middle, double size, Align align, Face face = Face::body);
  double text_width(const std::string& words, double size, Face face = Face::body);
  /// Centred in the area, broken into at most `most_lines` lines.
  void text_in(const std::string& words, const Area& area, double size, std::size_t most_lines, Align align);
  /// One character below the other, the middle of all at `middle`.
  void upright_text(const std::string& words, double x, double middle, double size);
  void line(double x1, double y1, double x2, double y2, double width, double grey = 0, bool dashed = false);
  void fill(const Area& area, double grey);
  /// Outlined and filled with the pattern.
  void bar(const Area& area, Pattern pattern);

 private:
  void slanted(const Area& area, double step, bool rising);

  Strip& strip_;
  Typesetter& setter_;
};

}  // namespace lvce
