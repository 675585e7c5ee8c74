#include "evidence/ofd/glyph_run.h"

#include "evidence/ofd/values.h"

namespace lvce::ofd {
namespace {

/// False when Cairo could not use it.
bool choose_font(cairo_t* to, const GlyphRun& run) {
  cairo_matrix_t here, whole;
  cairo_get_matrix(to, &here);
  cairo_matrix_multiply(&whole, &run.shape, &here);
  if (!can_draw(run.shape) || !can_draw(whole)) return false;
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
