#include "bind/sheet/frame.h"

#include <catch2/catch.hpp>

#include "layout/page.h"

using namespace lvce;

namespace {

struct Corner {
  double x, y;
};

Corner place_of(const FramedPage& framed, double x, double y) {
  apply(framed.matrix, x, y);
  return {x, y};
}

constexpr double kMm = kPointsPerMm;

}  // namespace

TEST_CASE("an A4 page is scaled into the frame: 256 of 297 mm, between the strip and the page number") {
  const FramedPage framed = frame_page({0, 0, kA4WidthPt, kA4HeightPt, 0, 1}, {});
  const Corner low = place_of(framed, 0, 0), high = place_of(framed, kA4WidthPt, kA4HeightPt);
  const double width = 210 * 256.0 / 297;
  CHECK(low.x == Approx((20 + (182 - width) / 2) * kMm));  // binding edge left
  CHECK(high.x - low.x == Approx(width * kMm));
  CHECK(low.y == Approx(30 * kMm));
  CHECK(high.y == Approx(286 * kMm));
  CHECK(framed.width == Approx(595.276));
}

TEST_CASE("even pages of a volume printed on both sides bind on the right") {
  FrameOptions options;
  options.binding_right = true;
  const FramedPage framed = frame_page({0, 0, kA4WidthPt, kA4HeightPt, 0, 1}, options);
  CHECK(place_of(framed, 0, 0).x == Approx((8 + (182 - 210 * 256.0 / 297) / 2) * kMm));
}

TEST_CASE("a small page keeps its size and is centred") {
  const FramedPage framed = frame_page({0, 0, 200, 300, 0, 1}, {});
  const Corner low = place_of(framed, 0, 0), high = place_of(framed, 200, 300);
  CHECK(high.x - low.x == Approx(200));
  CHECK((low.x + high.x) / 2 == Approx(111 * kMm));
}

TEST_CASE("a landscape page is turned counter-clockwise: its head lies left") {
  const FramedPage framed = frame_page({0, 0, 842, 595, 0, 1}, {});
  const Corner head = place_of(framed, 421, 595), foot = place_of(framed, 421, 0);
  CHECK(head.x < foot.x);
  CHECK(head.y == Approx(foot.y));
  CHECK(framed.view_rotate == 0);
}

TEST_CASE("a half page is not turned: an e-invoice of 210 × 140 mm is read upright") {
  for (const double height : {140.0, 148.5, 99.0}) {
    const FramedPage framed = frame_page({0, 0, 210 * kMm, height * kMm, 0, 1}, {});
    const Corner left = place_of(framed, 0, 0), right = place_of(framed, 210 * kMm, 0);
    CHECK(left.y == Approx(right.y));
    CHECK(right.x - left.x == Approx(182 * kMm));  // of 210: 87 %
  }
  const FramedPage wide = frame_page({0, 0, 241 * kMm, 140 * kMm, 0, 1}, {});  // a form of 9.5 inches would shrink to 76 %
  CHECK(place_of(wide, 0, 0).x == Approx(place_of(wide, 241 * kMm, 0).x));
}

TEST_CASE("a page as good as square is not turned") {
  const FramedPage framed = frame_page({0, 0, 850.4, 850.3, 0, 1}, {});
  CHECK(place_of(framed, 0, 0).y == Approx(place_of(framed, 850.4, 0).y));
  FrameOptions full;
  full.full_size = true;
  const FramedPage sheet = frame_page({0, 0, 850.4, 850.3, 0, 1}, full);
  CHECK(place_of(sheet, 0, 0).y == Approx(place_of(sheet, 850.4, 0).y));
}

TEST_CASE("for the screen the sheet is turned back for reading") {
  FrameOptions options;
  options.screen = true;
  CHECK(frame_page({0, 0, 842, 595, 0, 1}, options).view_rotate == 90);
  CHECK(frame_page({0, 0, 595, 842, 0, 1}, options).view_rotate == 0);
}

TEST_CASE("/Rotate turns clockwise: the page's right side becomes its foot") {
  const FramedPage framed = frame_page({0, 0, 200, 300, 90, 1}, {});  // seen as 300 × 200: fits upright
  const Corner left = place_of(framed, 0, 150), right = place_of(framed, 200, 150);
  CHECK(left.y - right.y == Approx(200));
  CHECK(left.x == Approx(right.x));
  const FramedPage back = frame_page({0, 0, 200, 300, 270, 1}, {});
  CHECK(place_of(back, 200, 150).y - place_of(back, 0, 150).y == Approx(200));
  const FramedPage over = frame_page({0, 0, 200, 300, 180, 1}, {});
  CHECK(place_of(over, 0, 0).x - place_of(over, 200, 0).x == Approx(200));
}

TEST_CASE("the box's own corner and UserUnit are honoured") {
  const FramedPage framed = frame_page({100, 50, 200, 200, 0, 2}, {});
  const Corner low = place_of(framed, 100, 50), high = place_of(framed, 200, 200);
  CHECK(high.x - low.x == Approx(200));
  CHECK(high.y - low.y == Approx(300));
  CHECK((low.x + high.x) / 2 == Approx(111 * kMm));
}

TEST_CASE("full size keeps 100 %; a sheet larger than A4 keeps its own size") {
  FrameOptions options;
  options.full_size = true;
  const FramedPage a4 = frame_page({0, 0, kA4WidthPt, kA4HeightPt, 0, 1}, options);
  CHECK(place_of(a4, 0, 0).x == Approx(0).margin(0.01));
  CHECK(a4.matrix.a == Approx(1));
  const FramedPage a3 = frame_page({0, 0, 842, 1191, 0, 1}, options);
  CHECK(a3.width == Approx(842));
  CHECK(a3.height == Approx(1191));
}
