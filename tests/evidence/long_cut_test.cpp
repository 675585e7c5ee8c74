#include "evidence/long_cut.h"

#include <catch2/catch.hpp>

namespace lvce {

TEST_CASE("what is up to three times as long as broad is not cut", "[evidence][long]") {
  CHECK_FALSE(cut_long_picture(1080, 3240));
  CHECK_FALSE(cut_long_picture(3240, 1080));
  CHECK(cut_long_picture(1080, 3250));
  CHECK_FALSE(cut_long_picture(8, 4000));  // a line
  CHECK_FALSE(cut_long_page(595, 842, true));
}

TEST_CASE("slices hold the whole and overlap by two heights of text", "[evidence][long]") {
  for (const int height : {3300, 5000, 20000, 150000}) {
    const auto cut = cut_long_picture(1080, height);
    REQUIRE(cut);
    CHECK(cut->slices.front().from == 0);
    CHECK(cut->slices.back().to == height);
    for (std::size_t i = 1; i < cut->slices.size(); ++i) CHECK(cut->slices[i - 1].to - cut->slices[i].from == Approx(72));
    for (const Slice& slice : cut->slices) CHECK((slice.to - slice.from) * cut->unit_mm <= kLongPageLongMm + 1e-6);
    CHECK(1080 / 30.0 * cut->unit_mm >= kReadableTextMm);
  }
}

TEST_CASE("a telephone's long screenshot stands in two columns", "[evidence][long]") {
  // at 2 mm a column is 60 mm broad and holds 272.8 / 60 × 1080 = 4910 pixels: 20000 need 5 columns of it, two on a page
  const auto cut = cut_long_picture(1080, 20000);
  REQUIRE(cut);
  CHECK(cut->per_page == 2);
  CHECK(cut->pages() == 3);
  CHECK(cut->slices.size() == 6);
  CHECK(cut->tall);
  CHECK(cut->page_height_mm > cut->page_width_mm);
}

TEST_CASE("a desktop's long screenshot is cut on sheets that lie, since its text is small", "[evidence][long]") {
  const auto cut = cut_long_picture(1920, 12000);
  REQUIRE(cut);
  CHECK(cut->per_page == 1);
  CHECK(cut->page_width_mm > cut->page_height_mm);
  CHECK(1920 / 100.0 * cut->unit_mm >= kReadableTextMm);
}

TEST_CASE("a panorama stands in rows on one page", "[evidence][long]") {
  const auto cut = cut_long_picture(12000, 3000);
  REQUIRE(cut);
  CHECK_FALSE(cut->tall);
  CHECK(cut->pages() == 1);
  CHECK(cut->slices.size() == 2);
}

TEST_CASE("a PDF's long page is never made larger, its text never below 2 mm", "[evidence][long]") {
  const auto cut = cut_long_page(595, 6000, true);
  REQUIRE(cut);
  CHECK(cut->unit_mm <= 25.4 / 72 + 1e-9);
  CHECK(10.5 * cut->unit_mm >= kReadableTextMm);
}

}  // namespace lvce
