// How an object is drawn: what it says itself, over its drawing parameters, over those of its layer.
#pragma once

#include <cairo.h>

#include <vector>

#include "evidence/ofd/resources.h"

namespace lvce::ofd {

struct Look {
  pugi::xml_node fill;    ///< FillColor; empty: none was given
  pugi::xml_node stroke;  ///< StrokeColor
  double width = 0.353;   ///< of lines, mm
  double miter = 4.234;
  cairo_line_join_t join = CAIRO_LINE_JOIN_MITER;
  cairo_line_cap_t cap = CAIRO_LINE_CAP_BUTT;
  std::vector<double> dashes;
  double dash_offset = 0;
  double alpha = 1;
  cairo_operator_t mixing = CAIRO_OPERATOR_OVER;

  /// With what a DrawParam says; first with what it is Relative to.
  void apply(const Resources& resources, const std::string& id);
  /// With what an object says: DrawParam, own attributes and colours, Alpha.
  void take(const pugi::xml_node& object, const Resources& resources);
  /// How many dashes and gaps the present path would have, at most; 0 where lines are solid.
  double dashes_along(cairo_t* to) const;
  /// Line width, dashes … into the present state.
  void set_line(cairo_t* to, bool dashed) const;

 private:
  void apply(const Resources& resources, const std::string& id, int depth);
  void take_attributes(const pugi::xml_node& node);
  /// Length of all dashes and gaps together; 0: none that Cairo can draw.
  double dash_period() const;
};

}  // namespace lvce::ofd
