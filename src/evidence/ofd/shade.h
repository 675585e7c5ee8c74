// AxialShd, RadialShd, GouraudShd and LaGouraudShd as Cairo patterns.
#pragma once

#include <cairo.h>

#include <memory>

#include "evidence/ofd/resources.h"

namespace lvce::ofd {

struct PatternRelease {
  void operator()(cairo_pattern_t* pattern) const { cairo_pattern_destroy(pattern); }
};
using CairoPattern = std::unique_ptr<cairo_pattern_t, PatternRelease>;

/// Of a colour node that holds a shading, in the object's coordinates; nothing when it holds none. `alpha` goes onto every colour.
CairoPattern shade_of(const pugi::xml_node& colour, const Resources& resources, double alpha);

}  // namespace lvce::ofd
