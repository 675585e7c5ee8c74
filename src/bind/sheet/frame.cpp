#include "bind/sheet/frame.h"

#include <algorithm>
#include <utility>

#include "layout/page.h"

namespace lvce {
namespace {

constexpr double kTolerance = 0.5;  // pt: sizes of "A4" differ by rounding
constexpr double kSquare = 1.05;    // times as wide as high: no larger for being turned
constexpr double kReadable = 0.8;   // of its size: what is scaled no further is read upright

/// A page as it is seen: its lower left corner at the origin, upright.
struct Upright {
  Matrix matrix;
  double width, height;
};

Upright upright(const ForeignPage& page) {
  const double width = (page.x1 - page.x0) * page.user_unit, height = (page.y1 - page.y0) * page.user_unit;
  const Matrix to_origin = {page.user_unit, 0, 0, page.user_unit, -page.x0 * page.user_unit, -page.y0 * page.user_unit};
  switch (page.rotate) {
    case 90: return {then(to_origin, {0, -1, 1, 0, 0, width}), height, width};
    case 180: return {then(to_origin, {-1, 0, 0, -1, width, height}), width, height};
    case 270: return {then(to_origin, {0, 1, -1, 0, height, 0}), height, width};
    default: return {to_origin, width, height};
  }
}

bool is_landscape(const Upright& page) { return page.width > page.height * kSquare; }

Upright turned_left(const Upright& page) { return {then(page.matrix, {0, 1, -1, 0, page.height, 0}), page.height, page.width}; }

Matrix placed(const Upright& page, double scale, double centre_x, double centre_y) {
  return then(page.matrix, {scale, 0, 0, scale, centre_x - page.width * scale / 2, centre_y - page.height * scale / 2});
}

/// For the screen the sheet itself lies down: framed as it is read, then turned together with everything on it.
FramedPage lying(const Upright& seen) {
  const double width = kA4HeightPt - 2 * kFrameOuterMm * kPointsPerMm, bottom = kLyingBottomMm * kPointsPerMm;
  const double height = kA4WidthPt - bottom - kFrameTopMm * kPointsPerMm;
  const double scale = std::min({1.0, width / seen.width, height / seen.height});
  return {then(placed(seen, scale, kA4HeightPt / 2, bottom + height / 2), turn_landscape()), kA4WidthPt, kA4HeightPt, 90};
}

FramedPage full_size(const Upright& page, bool screen) {
  const bool turn = is_landscape(page) && page.width > kA4WidthPt + kTolerance;
  const Upright shown = turn ? turned_left(page) : page;
  const double width = std::max(kA4WidthPt, shown.width), height = std::max(kA4HeightPt, shown.height);
  return {placed(shown, 1, width / 2, height / 2), width, height, screen && turn ? 90 : 0};
}

}  // namespace

Matrix then(const Matrix& m, const Matrix& n) {
  return {m.a * n.a + m.b * n.c, m.a * n.b + m.b * n.d, m.c * n.a + m.d * n.c, m.c * n.b + m.d * n.d, m.e * n.a + m.f * n.c + n.e, m.e * n.b + m.f * n.d + n.f};
}

void apply(const Matrix& m, double& x, double& y) {
  const double from_x = x;
  x = m.a * from_x + m.c * y + m.e;
  y = m.b * from_x + m.d * y + m.f;
}

Matrix turn_landscape() { return {0, 1, -1, 0, kA4WidthPt, 0}; }

FramedPage frame_page(const ForeignPage& page, const FrameOptions& options) {
  const Upright seen = upright(page);
  if (options.full_size) return full_size(seen, options.screen);
  const double left = (options.binding_right ? kFrameOuterMm : kFrameBindingMm) * kPointsPerMm;
  const double width = kA4WidthPt - (kFrameOuterMm + kFrameBindingMm) * kPointsPerMm;
  const double bottom = kFrameBottomMm * kPointsPerMm;
  const double height = kA4HeightPt - bottom - kFrameTopMm * kPointsPerMm;
  const bool turn = is_landscape(seen) && seen.width * kReadable > width + kTolerance;
  if (turn && options.screen) return lying(seen);
  const Upright shown = turn ? turned_left(seen) : seen;
  const double scale = std::min({1.0, width / shown.width, height / shown.height});
  return {placed(shown, scale, left + width / 2, bottom + height / 2), kA4WidthPt, kA4HeightPt, 0};
}

}  // namespace lvce
