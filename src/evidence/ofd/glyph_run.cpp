#include "evidence/ofd/glyph_run.h"

#include <algorithm>
#include <cmath>

#include "evidence/ofd/values.h"

namespace lvce::ofd {
namespace {

/// An em of 3.5 m on paper, in points: FreeType sets no larger sizes, and no page shows any of it.
constexpr double kLargestEm = 10'000;

bool is_gigantic(const cairo_matrix_t& shape) {
  return std::max({std::abs(shape.xx), std::abs(shape.xy), std::abs(shape.yx), std::abs(shape.yy)}) > kLargestEm;
}

/// False when Cairo could not use it.
bool choose_font(cairo_t* to, const GlyphRun& run) {
  cairo_matrix_t here, whole;
  cairo_get_matrix(to, &here);
  cairo_matrix_multiply(&whole, &run.shape, &here);
  if (!can_draw(run.shape) || !can_draw(whole) || is_gigantic(whole)) return false;
  cairo_set_font_face(to, run.font->cairo());
  cairo_set_font_matrix(to, &run.shape);
  return true;
}

}  // namespace

void show_run(cairo_t* to, const GlyphRun& run) {
  if (!choose_font(to, run)) return;
  cairo_show_text_glyphs(to, run.text.data(), static_cast<int>(run.text.size()), run.glyphs.data(), static_cast<int>(run.glyphs.size()), run.clusters.data(),
                         static_cast<int>(run.clusters.size()), static_cast<cairo_text_cluster_flags_t>(0));
}

void outline_run(cairo_t* to, const GlyphRun& run) {
  if (choose_font(to, run)) cairo_glyph_path(to, run.glyphs.data(), static_cast<int>(run.glyphs.size()));
}

}  // namespace lvce::ofd
