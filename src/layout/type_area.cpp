#include "layout/type_area.h"

#include "layout/page.h"

namespace lvce {

namespace {

/// Margins of the portrait sheet as it is printed, mm.
struct Margins {
  double binding = 28;
  double cut = 26;
  double head = 37;
  double foot = 35;
};

}  // namespace

TypeArea type_area_of(Orientation orientation, bool narrow, int page_number, bool mirrored) {
  Margins margins;
  if (narrow) {
    margins.cut = 15;
    margins.head = 20;
  }
  const bool binding_left = !mirrored || page_number % 2 != 0;
  const double left = (binding_left ? margins.binding : margins.cut) * kPointsPerMm;
  const double across = kA4WidthPt - (margins.binding + margins.cut) * kPointsPerMm;
  const double along = kA4HeightPt - (margins.head + margins.foot) * kPointsPerMm;
  if (orientation == Orientation::portrait) {
    return {kA4WidthPt, kA4HeightPt, left, kA4HeightPt - margins.head * kPointsPerMm, across, along};
  }
  // Turned: the sheet's left edge is the upper edge here, its foot the left edge.
  return {kA4HeightPt, kA4WidthPt, margins.foot * kPointsPerMm, kA4WidthPt - left, along, across};
}

}  // namespace lvce
