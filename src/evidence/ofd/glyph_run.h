// Glyphs in their places, with the characters that they stand for: so that copied text is right.
#pragma once

#include <cairo.h>

#include <memory>
#include <string>
#include <vector>

#include "evidence/ofd/font_files.h"

namespace lvce::ofd {

struct GlyphRun {
  std::shared_ptr<FontFile> font;
  cairo_matrix_t shape{};  ///< of the font: size, horizontal scale, slant, direction of characters
  std::vector<cairo_glyph_t> glyphs;
  std::string text;                            ///< UTF-8
  std::vector<cairo_text_cluster_t> clusters;  ///< together they hold all of `text` and all glyphs
};

/// Shows as text, in the present source and coordinates.
void show_run(cairo_t* to, const GlyphRun& run);
/// Appends the outlines to the path.
void outline_run(cairo_t* to, const GlyphRun& run);

}  // namespace lvce::ofd
