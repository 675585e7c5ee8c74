// An ellipse through points that are mostly on one.
#pragma once

#include <optional>
#include <vector>

namespace lvce {

struct PlanePoint {
  double x = 0, y = 0;
};

struct Ellipse {
  double x = 0, y = 0;  ///< centre
  double long_half = 0, short_half = 0;
  double turn = 0;  ///< radians: direction of the longer axis

  /// 1 on the ellipse, 0 in the centre.
  double radius_of(PlanePoint point) const;
  /// In the ellipse's own measure, 0 … 2π.
  double angle_of(PlanePoint point) const;
};

/// By least squares, leaving out what lies farther off than the others; nothing where the points make none.
std::optional<Ellipse> fit_ellipse(const std::vector<PlanePoint>& points, const Ellipse& guess);

}  // namespace lvce
