// Colours of an OFD as red, green, blue and opacity.
#pragma once

#include <optional>

#include "evidence/ofd/resources.h"

namespace lvce::ofd {

struct Rgba {
  double red = 0, green = 0, blue = 0, alpha = 1;
};

/// Value, or Index into the palette of its colour space; nothing where a node has neither (a pattern, a shading, or nothing at all).
std::optional<Rgba> colour_of(const pugi::xml_node& node, const Resources& resources);
/// Its Alpha attribute, 0 to 1.
double alpha_of(const pugi::xml_node& node);

}  // namespace lvce::ofd
