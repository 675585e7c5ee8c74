#include "evidence/ofd/look.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "evidence/ofd/colour.h"
#include "evidence/ofd/values.h"

namespace lvce::ofd {
namespace {

constexpr int kDeepestChain = 16;  ///< chains of drawing parameters may run in circles
constexpr std::size_t kMostDashes = 64;

/// Curves by their control points: no shorter than they are.
double length_of_path(cairo_t* to) {
  cairo_path_t* path = cairo_copy_path(to);
  double length = 0, x = 0, y = 0, first_x = 0, first_y = 0;
  const auto go = [&](double to_x, double to_y) {
    length += std::hypot(to_x - x, to_y - y);
    x = to_x;
    y = to_y;
  };
  for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
    const cairo_path_data_t& piece = path->data[i];
    if (piece.header.type == CAIRO_PATH_MOVE_TO) {
      x = first_x = (&piece)[1].point.x;
      y = first_y = (&piece)[1].point.y;
    } else if (piece.header.type == CAIRO_PATH_CLOSE_PATH) {
      go(first_x, first_y);
    } else {
      for (int k = 1; k < piece.header.length; ++k) go((&piece)[k].point.x, (&piece)[k].point.y);
    }
  }
  cairo_path_destroy(path);
  return length;
}

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

double Look::dash_period() const {
  const bool valid = std::all_of(dashes.begin(), dashes.end(), [](double dash) { return dash >= 0; });
  const double sum = std::accumulate(dashes.begin(), dashes.end(), 0.0);
  return valid && sum > 1e-3 ? sum : 0;  // Cairo stops for good at any other
}

double Look::dashes_along(cairo_t* to) const {
  const double period = dash_period();
  return period > 0 ? length_of_path(to) / period * static_cast<double>(dashes.size()) : 0;
}

void Look::set_line(cairo_t* to, bool dashed) const {
  cairo_set_line_width(to, std::max(width, 0.02));
  cairo_set_line_join(to, join);
  cairo_set_line_cap(to, cap);
  cairo_set_miter_limit(to, miter);
  if (dashed && dash_period() > 0) cairo_set_dash(to, dashes.data(), static_cast<int>(dashes.size()), dash_offset);
  else cairo_set_dash(to, nullptr, 0, 0);
}

}  // namespace lvce::ofd
