#include "layout/chart/chart.h"

#include <algorithm>

namespace lvce {

Strip chart_strip(const Chart& chart, double width, double page_height, Typesetter&) {
  Strip strip;
  strip.height = std::clamp(chart.height_mm * kPointsPerMm, 60.0, page_height);
  strip.rects.push_back({0, strip.height, width, strip.height, std::nullopt, 0.5, 0.5});
  return strip;
}

}  // namespace lvce
