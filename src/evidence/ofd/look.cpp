#include "evidence/ofd/look.h"

#include <algorithm>

#include "evidence/ofd/colour.h"
#include "evidence/ofd/values.h"

namespace lvce::ofd {
namespace {

constexpr int kDeepestChain = 16;  ///< chains of drawing parameters may run in circles
constexpr std::size_t kMostDashes = 64;

}  // namespace

void Look::apply(const Resources& resources, const std::string& id) { apply(resources, id, 0); }

void Look::apply(const Resources& resources, const std::string& id, int depth) {
  const Resource* param = id.empty() || depth > kDeepestChain ? nullptr : resources.find("DrawParam", id);
  if (param == nullptr) return;
  apply(resources, attribute_of(param->node, "Relative"), depth + 1);
  take_attributes(param->node);
}

void Look::take(const pugi::xml_node& object, const Resources& resources) {
  apply(resources, attribute_of(object, "DrawParam"));
  take_attributes(object);
  alpha *= alpha_of(object);
}

void Look::take_attributes(const pugi::xml_node& node) {
  width = std::max(0.0, number_of(node, "LineWidth", width));
  miter = std::max(1.0, number_of(node, "MiterLimit", miter));
  dash_offset = number_of(node, "DashOffset", dash_offset);
  const std::string joined = attribute_of(node, "Join"), capped = attribute_of(node, "Cap");
  if (!joined.empty()) join = joined == "Round" ? CAIRO_LINE_JOIN_ROUND : joined == "Bevel" ? CAIRO_LINE_JOIN_BEVEL : CAIRO_LINE_JOIN_MITER;
  if (!capped.empty()) cap = capped == "Round" ? CAIRO_LINE_CAP_ROUND : capped == "Square" ? CAIRO_LINE_CAP_SQUARE : CAIRO_LINE_CAP_BUTT;
  if (node.attribute("DashPattern")) dashes = numbers_of(node.attribute("DashPattern").value(), kMostDashes);
  if (const pugi::xml_node colour = child_of(node, "FillColor")) fill = colour;
  if (const pugi::xml_node colour = child_of(node, "StrokeColor")) stroke = colour;
}

void Look::set_line(cairo_t* to) const {
  cairo_set_line_width(to, std::max(width, 0.02));
  cairo_set_line_join(to, join);
  cairo_set_line_cap(to, cap);
  cairo_set_miter_limit(to, miter);
  double sum = 0;
  bool valid = !dashes.empty();
  for (const double dash : dashes) {
    valid = valid && dash >= 0;
    sum += dash;
  }
  if (valid && sum > 1e-3) cairo_set_dash(to, dashes.data(), static_cast<int>(dashes.size()), dash_offset);  // Cairo stops for good at any other
  else cairo_set_dash(to, nullptr, 0, 0);
}

}  // namespace lvce::ofd
