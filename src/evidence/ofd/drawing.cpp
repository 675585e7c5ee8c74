#include "evidence/ofd/drawing.h"

#include <algorithm>

#include "evidence/ofd/colour.h"
#include "evidence/ofd/path.h"
#include "evidence/ofd/shade.h"
#include "evidence/ofd/text.h"
#include "evidence/ofd/values.h"

namespace lvce::ofd {
namespace {

constexpr int kDeepest = 24;           ///< composites in composites, patterns in patterns
constexpr double kLeastBorder = 0.01;  ///< mm
constexpr double kLeastEdge = 0.1;     ///< mm that are seen beyond a Boundary: figures are rounded
constexpr int kBold = 600;

/// What was set inside is undone.
class SavedState {
 public:
  explicit SavedState(cairo_t* to) : to_(to) { cairo_save(to); }
  ~SavedState() { cairo_restore(to_); }
  SavedState(const SavedState&) = delete;
  SavedState& operator=(const SavedState&) = delete;

 private:
  cairo_t* to_;
};

/// False when nothing could be seen.
bool transform(cairo_t* to, const char* matrix) {
  const std::optional<cairo_matrix_t> own = matrix_of(matrix);
  if (!own) return true;
  cairo_matrix_t here, whole;
  cairo_get_matrix(to, &here);
  cairo_matrix_multiply(&whole, &*own, &here);
  if (!can_draw(*own) || !can_draw(whole)) return false;
  cairo_set_matrix(to, &whole);
  return true;
}

/// Into the object's own coordinates: its Boundary moves, then its CTM turns.
bool enter(cairo_t* to, const pugi::xml_node& object) {
  const std::optional<Box> boundary = box_of(object.attribute("Boundary").value());
  if (boundary) cairo_translate(to, boundary->x, boundary->y);
  return transform(to, object.attribute("CTM").value());
}

/// What reaches beyond the Boundary is cut off (GB/T 33190, 8.3); where the Boundary has no extent, as that of many lines, it bounds nothing. Lines at its
/// edge are seen whole. Text is not cut: the boundaries of many real texts are shorter than their letters.
void clip_to_boundary(cairo_t* to, const pugi::xml_node& object, const Look& look) {
  const std::optional<Box> boundary = box_of(object.attribute("Boundary").value());
  if (!boundary || boundary->width <= 0 || boundary->height <= 0) return;
  const double edge = std::max({look.width, number_of(child_of(object, "Border"), "LineWidth", 0), kLeastEdge});
  cairo_new_path(to);
  cairo_rectangle(to, boundary->x - edge, boundary->y - edge, boundary->width + 2 * edge, boundary->height + 2 * edge);
  cairo_clip(to);
}

bool has_kind(const pugi::xml_node& node, std::string_view kind) { return local_name(node) == kind; }

}  // namespace

void Drawer::draw_block(cairo_t* to, const pugi::xml_node& block, const Resources& resources, Look look) {
  if (depth_ > kDeepest) return;
  ++depth_;
  look.apply(resources, attribute_of(block, "DrawParam"));
  for (const pugi::xml_node& child : block.children()) {
    if (child.type() != pugi::node_element) continue;
    if (has_kind(child, "PageBlock") || has_kind(child, "Layer") || has_kind(child, "Content")) draw_block(to, child, resources, look);
    else draw_single(to, child, resources, look);
  }
  --depth_;
}

void Drawer::draw_single(cairo_t* to, const pugi::xml_node& object, const Resources& resources, const Look& look) {
  if (trouble_.may_draw() && flag_of(object, "Visible", true)) draw_object(to, object, resources, look);
}

void Drawer::draw_object(cairo_t* to, const pugi::xml_node& object, const Resources& resources, const Look& around) {
  const bool text = has_kind(object, "TextObject"), path = has_kind(object, "PathObject"), picture = has_kind(object, "ImageObject");
  const bool composite = has_kind(object, "CompositeObject") || has_kind(object, "CompositeGraphicUnit");
  if (!text && !path && !picture && !composite) return;
  const SavedState saved(to);
  Look look = around;
  look.take(object, resources);
  clip(to, object, resources);
  if (!text) clip_to_boundary(to, object, look);
  if (!enter(to, object)) return;
  cairo_set_operator(to, look.mixing);
  if (text) draw_text(to, object, resources, look);
  else if (path) draw_path(to, object, resources, look);
  else if (picture) draw_picture(to, object, resources, look);
  else draw_composite(to, object, resources, look);
  cairo_new_path(to);
}

void Drawer::draw_text(cairo_t* to, const pugi::xml_node& object, const Resources& resources, const Look& look) {
  const bool bold = number_of(object, "Weight", 400) >= kBold;
  const TextFont font = fonts_.font_for(resources, attribute_of(object, "Font"), bold);
  if (font.spoilt) trouble_.font_pages.insert(trouble_.page);
  const bool filled = flag_of(object, "Fill", true), stroked = flag_of(object, "Stroke", false);
  for (const GlyphRun& run : lay_text(object, font, trouble_)) {
    if (filled && set_source(to, look.fill, resources, look)) show_run(to, run);
    if (stroked && set_source(to, look.stroke, resources, look)) {
      if (!filled) show_run(to, run);  // so that it can be found
      outline_run(to, run);
      set_line(to, look);
      cairo_stroke(to);
    }
  }
}

void Drawer::draw_path(cairo_t* to, const pugi::xml_node& object, const Resources& resources, const Look& look) {
  cairo_new_path(to);
  if (!append_path(to, child_of(object, "AbbreviatedData").text().get())) return;
  cairo_set_fill_rule(to, attribute_of(object, "Rule") == "Even-Odd" ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
  if (look.fill && flag_of(object, "Fill", false) && set_source(to, look.fill, resources, look)) cairo_fill_preserve(to);
  if (!flag_of(object, "Stroke", true) || !set_source(to, look.stroke, resources, look)) return;
  set_line(to, look);
  cairo_stroke(to);
}

/// A line that would fall into too many dashes is solid, and said to be incomplete.
void Drawer::set_line(cairo_t* to, const Look& look) {
  const double dashes = look.dashes_along(to);
  const bool dashed = dashes <= trouble_.dashes_left;
  if (dashed) trouble_.dashes_left -= dashes;
  else trouble_.broken_pages.insert(trouble_.page);
  look.set_line(to, dashed);
}

void Drawer::draw_picture(cairo_t* to, const pugi::xml_node& object, const Resources& resources, const Look& look) {
  const Resource* resource = resources.find("MultiMedia", attribute_of(object, "ResourceID"));
  const Surface picture = resource == nullptr ? nullptr : pictures_.picture_for(*resource, resources.find("MultiMedia", attribute_of(object, "ImageMask")));
  if (!picture) {
    const bool placeholder = resource != nullptr && text_of(resource->node, "MediaFile").empty();  // where a seal is to be set
    if (!placeholder) trouble_.picture_pages.insert(trouble_.page);
    return;
  }
  paint_picture(to, object, picture.get(), look.alpha);
  draw_border(to, object, resources, look);
}

void Drawer::paint_picture(cairo_t* to, const pugi::xml_node& object, cairo_surface_t* picture, double alpha) {
  const SavedState saved(to);
  const std::optional<Box> boundary = box_of(object.attribute("Boundary").value());
  if (!matrix_of(object.attribute("CTM").value()) && boundary && boundary->width > 0 && boundary->height > 0)
    cairo_scale(to, boundary->width, boundary->height);
  cairo_scale(to, 1.0 / cairo_image_surface_get_width(picture), 1.0 / cairo_image_surface_get_height(picture));
  cairo_set_source_surface(to, picture, 0, 0);
  if (alpha < 1) cairo_paint_with_alpha(to, alpha);
  else cairo_paint(to);
}

/// Along the edge of the picture; its line is as wide as the page measures, not as the picture.
void Drawer::draw_border(cairo_t* to, const pugi::xml_node& object, const Resources& resources, const Look& look) {
  const pugi::xml_node border = child_of(object, "Border");
  Look line = look;
  line.width = number_of(border, "LineWidth", 0.353);
  line.dashes = numbers_of(border.attribute("DashPattern").value(), 64);
  line.dash_offset = number_of(border, "DashOffset", 0);
  if (!border || line.width < kLeastBorder || !set_source(to, child_of(border, "BorderColor"), resources, look)) return;
  const std::optional<Box> boundary = box_of(object.attribute("Boundary").value());
  std::optional<cairo_matrix_t> own = matrix_of(object.attribute("CTM").value());
  if (own) cairo_rectangle(to, 0, 0, 1, 1);
  else if (boundary) cairo_rectangle(to, 0, 0, boundary->width, boundary->height);
  if (own && cairo_matrix_invert(&*own) == CAIRO_STATUS_SUCCESS) cairo_transform(to, &*own);
  set_line(to, line);
  cairo_stroke(to);
}

void Drawer::draw_composite(cairo_t* to, const pugi::xml_node& object, const Resources& resources, const Look& look) {
  const Resource* unit = resources.find("CompositeGraphicUnit", attribute_of(object, "ResourceID"));
  const pugi::xml_node content = unit == nullptr ? child_of(object, "Content") : child_of(unit->node, "Content");
  if (!content) trouble_.broken_pages.insert(trouble_.page);
  if (!content || depth_ > kDeepest) return;
  Look inside;
  inside.mixing = look.mixing;
  if (look.alpha >= 1) return draw_block(to, content, resources, inside);
  inside.mixing = CAIRO_OPERATOR_OVER;
  cairo_push_group(to);  // what lies behind shows through once, not at each overlap
  draw_block(to, content, resources, inside);
  cairo_pop_group_to_source(to);
  cairo_set_operator(to, look.mixing);
  cairo_paint_with_alpha(to, look.alpha);
}

/// Every Clip narrows what is seen; the areas of one are taken together.
void Drawer::clip(cairo_t* to, const pugi::xml_node& object, const Resources& resources) {
  const pugi::xml_node clips = child_of(object, "Clips");
  const bool turned = flag_of(clips, "TransFlag", true);
  for (const pugi::xml_node& one : clips.children()) {
    if (!has_kind(one, "Clip")) continue;
    cairo_new_path(to);
    bool any = false;
    for (const pugi::xml_node& area : one.children()) {
      if (!has_kind(area, "Area")) continue;
      const SavedState saved(to);
      const std::optional<Box> boundary = box_of(object.attribute("Boundary").value());
      if (boundary) cairo_translate(to, boundary->x, boundary->y);
      if ((turned && !transform(to, object.attribute("CTM").value())) || !transform(to, area.attribute("CTM").value())) continue;
      for (const pugi::xml_node& shape : area.children()) {
        if (!trouble_.may_draw() || !enter(to, shape)) continue;
        if (has_kind(shape, "Path")) any = append_path(to, child_of(shape, "AbbreviatedData").text().get()) || any;
        if (!has_kind(shape, "Text")) continue;
        for (const GlyphRun& run : lay_text(shape, fonts_.font_for(resources, attribute_of(shape, "Font"), false), trouble_)) outline_run(to, run);
        any = true;
      }
    }
    if (any) cairo_clip(to);
  }
  cairo_new_path(to);
}

bool Drawer::set_source(cairo_t* to, const pugi::xml_node& colour, const Resources& resources, const Look& look) {
  if (!colour) {
    cairo_set_source_rgba(to, 0, 0, 0, look.alpha);
    return look.alpha > 0;
  }
  const double alpha = look.alpha * alpha_of(colour);
  if (const CairoPattern shade = shade_of(colour, resources, alpha)) {  // a plain value beside it is for readers that know no better
    cairo_set_source(to, shade.get());
    return cairo_pattern_status(shade.get()) == CAIRO_STATUS_SUCCESS;
  }
  if (const pugi::xml_node pattern = child_of(colour, "Pattern")) return set_pattern(to, pattern, resources, look);
  if (const std::optional<Rgba> plain = colour_of(colour, resources)) {
    cairo_set_source_rgba(to, plain->red, plain->green, plain->blue, plain->alpha * look.alpha);
    return plain->alpha * look.alpha > 0;
  }
  cairo_set_source_rgba(to, 0, 0, 0, alpha);
  return alpha > 0;
}

/// A cell that is drawn once and repeated; mirrored cells make one of twice the size.
bool Drawer::set_pattern(cairo_t* to, const pugi::xml_node& pattern, const Resources& resources, const Look& look) {
  const double width = number_of(pattern, "Width", 0), height = number_of(pattern, "Height", 0);
  const double across = number_of(pattern, "XStep", width) > 0 ? number_of(pattern, "XStep", width) : width;
  const double down = number_of(pattern, "YStep", height) > 0 ? number_of(pattern, "YStep", height) : height;
  const pugi::xml_node cell = child_of(pattern, "CellContent");
  if (!cell || across < 0.05 || down < 0.05 || width <= 0 || height <= 0 || depth_ > kDeepest) return false;
  const std::string mirror = attribute_of(pattern, "ReflectMethod");
  const int columns = mirror == "Column" || mirror == "RowAndColumn" ? 2 : 1, rows = mirror == "Row" || mirror == "RowAndColumn" ? 2 : 1;
  const cairo_rectangle_t extents{0, 0, across * columns, down * rows};
  cairo_surface_t* drawn = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cairo_t* on = cairo_create(drawn);
  for (int i = 0; i < columns * rows; ++i) {
    const int column = i % columns, row = i / columns;
    const SavedState saved(on);
    cairo_translate(on, column * across + (column == 1 ? across : 0), row * down + (row == 1 ? down : 0));
    cairo_scale(on, column == 1 ? -1 : 1, row == 1 ? -1 : 1);
    cairo_rectangle(on, 0, 0, std::min(width, across), std::min(height, down));
    cairo_clip(on);
    Look inside;
    inside.alpha = look.alpha;
    draw_block(on, cell, resources, inside);
  }
  cairo_destroy(on);
  const CairoPattern made(cairo_pattern_create_for_surface(drawn));
  cairo_surface_destroy(drawn);
  cairo_pattern_set_extend(made.get(), CAIRO_EXTEND_REPEAT);
  if (const std::optional<cairo_matrix_t> own = matrix_of(pattern.attribute("CTM").value()); own && can_draw(*own)) {
    cairo_matrix_t inverse = *own;
    if (cairo_matrix_invert(&inverse) == CAIRO_STATUS_SUCCESS) cairo_pattern_set_matrix(made.get(), &inverse);
  }
  cairo_set_source(to, made.get());
  return cairo_pattern_status(made.get()) == CAIRO_STATUS_SUCCESS;
}

}  // namespace lvce::ofd
