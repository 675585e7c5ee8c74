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

TEST_CASE("Photos share pages by their own shapes, as few pages as stay legible") {
  const Photo wide = photo(4000, 3000), tall = photo(3000, 4000), small = photo(640, 480), screen = photo(1080, 2340);
  CHECK(photos_per_page({tall}) == Counts{1});
  CHECK(photos_per_page({tall, tall}) == Counts{2});
  CHECK(photos_per_page({wide, wide}) == Counts{2});
  CHECK(photos_per_page({wide, wide, wide}) == Counts{3});
  CHECK(photos_per_page({small, small, small}) == Counts{3});
  CHECK(photos_per_page({wide, tall, tall, wide}) == Counts{4});
  CHECK(photos_per_page({screen, screen, screen}) == Counts{2, 1});  // 60 mm wide at least
  CHECK(photos_per_page({}).empty());
}

TEST_CASE("Four tall photos share a page, whatever their pixels") {
  for (const Photo& tall : {photo(3000, 4000), photo(1080, 1440), photo(810, 1080)}) {
    CHECK(photos_per_page({tall, tall, tall, tall}) == Counts{4});
    CHECK(photos_per_page({tall, tall, tall, tall, tall, tall, tall, tall}) == Counts{4, 4});
  }
}

TEST_CASE("Ten wide photos fill two pages without holes, with equal gaps and a caption below each") {
  const LaidOut out = lay_out_plain(document_of({PhotoPages{std::vector<Photo>(10, photo(4000, 3000))}}));
  REQUIRE(out.pages.size() == 2);
  for (const Page& page : out.pages) {
    double shown = 0;
    for (const ImageBox& image : page.images) shown += image.width * image.height;
    CHECK(shown / (156 * kMm * 242 * kMm) > 0.7);
    // One, then two rows of two, 75.5 mm wide each. The one has what they leave of 242 mm: 242 mm − 2 × 56.625 mm − two gaps of 5 mm − three captions of 22 pt.
    REQUIRE(page.images.size() == 5);
    CHECK(page.images[0].height == Approx((242 - 2 * 56.625 - 10) * kMm - 66));
    CHECK(page.images[1].width == Approx(75.5 * kMm));
    CHECK(page.images[0].y - page.images[1].y == Approx(page.images[1].height + 22 + 5 * kMm));
    CHECK(page.images[1].y == Approx(page.images[2].y));
    CHECK(page.images[1].y - page.images[3].y == Approx(page.images[3].height + 22 + 5 * kMm));
  }
}

TEST_CASE("Two photos stand one above the other, whatever their shape: so they are largest") {
  for (const Photo& one : {photo(4000, 3000), photo(3000, 4000)}) {
    const LaidOut out = lay_out_plain(document_of({PhotoPages{{one, one}}}));
    REQUIRE(out.pages.size() == 1);
    const auto& images = out.pages[0].images;
    CHECK(images[0].x == Approx(images[1].x));
    CHECK(images[0].y > images[1].y + images[1].height);
  }
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
