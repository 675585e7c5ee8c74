#include "bind/plan/spine.h"
#include "paths.h"

#include <catch2/catch.hpp>

using namespace lvce;

namespace {

const Faces& faces() {
  static const Faces kFaces = Faces::load(std::filesystem::path(kSourceFolder) / "fonts");
  return kFaces;
}

std::string words(const Page& page) {
  std::string out;
  for (const TextBox& box : page.texts) out += box.text;
  return out;
}

}  // namespace

TEST_CASE("spine: 0.1 mm a sheet and 1 mm for the covers") {
  CHECK(spine_width_mm(100) == Approx(11));
  const std::vector<Page> pages = lay_out_spines({{190, {"某省示例局", "2021年度", "节约型机关创建申报材料", "第1册"}}}, faces());
  REQUIRE(pages.size() == 1);
  REQUIRE(pages[0].rects.size() == 1);
  CHECK(pages[0].rects[0].width / kPointsPerMm == Approx(20));
  CHECK(words(pages[0]).find("宽20.0毫米") != std::string::npos);
  CHECK(words(pages[0]).find("某省示例局2021年度节约型机关创建申报材料第1册") == 0);  // one below the other, in order
}

TEST_CASE("spine: text stays inside the strip, also of thin volumes and long names") {
  for (const int sheets : {1, 30, 200, 5000}) {
    const std::vector<Page> pages = lay_out_spines(
        {{sheets, {"某某省某某市某某县机关事务管理服务中心综合保障办公室", "2021年度", "节约型机关创建申报材料", "第12册"}}}, faces());
    const RectBox& strip = pages.at(0).rects.at(0);
    CHECK(strip.width >= 6 * kPointsPerMm - 0.01);
    for (const TextBox& box : pages[0].texts) {
      if (box.y < strip.y) continue;  // the lines below the strip
      CHECK(box.x >= strip.x);
      CHECK(box.x + box.size * 0.9 <= strip.x + strip.width + 0.5 * box.size);
      CHECK(box.y + box.size <= strip.y + strip.height + 1);
    }
  }
  CHECK(words(lay_out_spines({{1, {"某局"}}}, faces()).at(0)).find("可不贴") != std::string::npos);
}

TEST_CASE("spine: many volumes go on to further pages") {
  const std::vector<Page> pages = lay_out_spines(std::vector<Spine>(20, Spine{100, {"某局", "第1册"}}), faces());
  CHECK(pages.size() > 1);
  std::size_t strips = 0;
  for (const Page& page : pages) {
    strips += page.rects.size();
    for (const RectBox& strip : page.rects) CHECK(strip.x + strip.width < kA4WidthPt);
  }
  CHECK(strips == 20);
}
