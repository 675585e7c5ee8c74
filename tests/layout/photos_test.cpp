#include <catch2/catch.hpp>
#include <cmath>

#include "layout/kit.h"

using namespace lvce;
using namespace lvce::test;

namespace {

constexpr double kMm = 72 / 25.4;

Photo photo(int width, int height, const std::string& key = "a.jpg") { return {key, width, height, "2.2.4.2-1　水表", key}; }

std::vector<std::size_t> photos_per_page(const std::vector<Photo>& photos) {
  const LaidOut out = lay_out_plain(document_of({PhotoPages{photos}}));
  std::vector<std::size_t> counts;
  for (const Page& page : out.pages) counts.push_back(page.images.size());
  return counts;
}

using Counts = std::vector<std::size_t>;

}  // namespace

TEST_CASE("One, two or four photos a page by shape") {
  const Photo wide = photo(4000, 3000), tall = photo(3000, 4000), small = photo(640, 480);
  CHECK(photos_per_page({tall}) == Counts{1});
  CHECK(photos_per_page({tall, tall}) == Counts{2});
  CHECK(photos_per_page({wide, wide}) == Counts{2});
  CHECK(photos_per_page({wide, wide, wide, wide, wide}) == Counts{4, 1});
  CHECK(photos_per_page({small, small, small}) == Counts{3});
  CHECK(photos_per_page({wide, tall, tall, wide}) == Counts{1, 2, 1});
  CHECK(photos_per_page({}).empty());
}

TEST_CASE("Two wide photos stand one above the other, two tall ones side by side") {
  const LaidOut stacked = lay_out_plain(document_of({PhotoPages{{photo(4000, 3000), photo(4000, 3000)}}}));
  const auto& wide = stacked.pages[0].images;
  CHECK(wide[0].x == Approx(wide[1].x));
  CHECK(wide[0].y > wide[1].y + wide[1].height);
  const LaidOut beside = lay_out_plain(document_of({PhotoPages{{photo(3000, 4000), photo(3000, 4000)}}}));
  const auto& tall = beside.pages[0].images;
  CHECK(tall[0].y == Approx(tall[1].y));
  CHECK(tall[1].x > tall[0].x + tall[0].width);
}

TEST_CASE("Photos keep their proportions, the stamp's strip and the binding side") {
  const LaidOut out = lay_out_plain(document_of({PhotoPages{{photo(3000, 4000)}}}));
  const ImageBox& image = out.pages[0].images[0];
  CHECK(image.width / image.height == Approx(0.75));
  CHECK(image.x >= 28 * kMm - 0.01);
  CHECK(image.x + image.width <= (28 + 156) * kMm + 0.01);
  CHECK(image.y + image.height <= 287 * kMm);
  CHECK(image.y > 35 * kMm);
  CHECK(out.anchors.count("a.jpg") == 1);
}

TEST_CASE("Photos are not enlarged beyond 200 dpi, small ones not beyond 100") {
  const LaidOut out = lay_out_plain(document_of({PhotoPages{{photo(800, 600)}}}));
  CHECK(out.pages[0].images[0].width == Approx(800 * 72.0 / 200));
  const LaidOut tiny = lay_out_plain(document_of({PhotoPages{{photo(200, 150)}}}));
  CHECK(tiny.pages[0].images[0].width == Approx(200 * 72.0 / 100));
}

TEST_CASE("Captions stand below their photo in at most three lines") {
  Photo long_caption = photo(4000, 3000);
  long_caption.caption = characters(300);
  const LaidOut out = lay_out_plain(document_of({PhotoPages{{long_caption}}}));
  const std::vector<TextLine> lines = lines_of(out.pages[0]);
  REQUIRE(lines.size() == 3);
  CHECK(lines[2].text.ends_with("…"));
  CHECK(lines[0].y < out.pages[0].images[0].y);
}

TEST_CASE("Photos of unknown size still find a place") {
  const LaidOut out = lay_out_plain(document_of({PhotoPages{{photo(0, 0), photo(-5, 100000)}}}));
  for (const Page& page : out.pages) {
    for (const ImageBox& image : page.images) {
      CHECK(std::isfinite(image.width));
      CHECK(image.height > 0);
    }
  }
}
