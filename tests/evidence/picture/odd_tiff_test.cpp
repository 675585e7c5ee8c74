// TIFFs that libvips does not open: tiles of separate colours, small copies behind the picture.
#include <tiffio.h>
#include <vips/vips.h>

#include <catch2/catch.hpp>
#include <memory>
#include <vector>

#include "evidence/evidence_run.h"

namespace lvce {
namespace {

using namespace testing;

constexpr std::uint32_t kTile = 64, kTilesAcross = 3, kTilesDown = 2;

struct Closer {
  void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};
using Written = std::unique_ptr<TIFF, Closer>;

void say(TIFF* tiff, std::uint32_t width, std::uint32_t height, bool small_copy) {
  TIFFSetField(tiff, TIFFTAG_SUBFILETYPE, small_copy ? FILETYPE_REDUCEDIMAGE : 0);
  TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, width);
  TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, height);
  TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 8);
  TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 3);
  TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_RGB);
  TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_SEPARATE);
  TIFFSetField(tiff, TIFFTAG_TILEWIDTH, kTile);
  TIFFSetField(tiff, TIFFTAG_TILELENGTH, kTile);
}

/// 160 × 128 (or a small copy of 60 × 40): green 200, red growing by tiles, blue 20.
void add_page(TIFF* tiff, bool small_copy) {
  say(tiff, small_copy ? 60 : 160, small_copy ? 40 : 128, small_copy);
  for (std::uint16_t colour = 0; colour < 3; ++colour) {
    for (std::uint32_t tile = 0; tile < (small_copy ? 1 : kTilesAcross * kTilesDown); ++tile) {
      std::vector<unsigned char> bytes(std::size_t{kTile} * kTile, static_cast<unsigned char>(colour == 0 ? 40 * tile : colour == 1 ? 200 : 20));
      REQUIRE(TIFFWriteTile(tiff, bytes.data(), tile % kTilesAcross * kTile, tile / kTilesAcross * kTile, 0, colour) > 0);
    }
  }
  REQUIRE(TIFFWriteDirectory(tiff) == 1);
}

std::vector<double> pixel_at(const std::filesystem::path& file, int x, int y) {
  VipsImage* image = vips_image_new_from_file(file.c_str(), nullptr);
  REQUIRE(image != nullptr);
  double* pixel = nullptr;
  int bands = 0;
  REQUIRE(vips_getpoint(image, &pixel, &bands, x, y, nullptr) == 0);
  std::vector<double> out(pixel, pixel + bands);
  g_free(pixel);
  g_object_unref(image);
  return out;
}

}  // namespace

TEST_CASE("a TIFF of tiles in separate colours is read, and a small copy behind it is no page", "[evidence][picture]") {
  EvidenceRun run;
  {
    const Written tiff(TIFFOpen(run.at("2.1.1 扫描.tif").c_str(), "w"));
    REQUIRE(tiff);
    add_page(tiff.get(), false);
    add_page(tiff.get(), true);
  }
  run.run();
  const EvidenceFile& file = run.file("2.1.1 扫描.tif");
  INFO(file.reason);
  CHECK(file.state == EvidenceState::bound);
  CHECK(file.pages.size() == 1);
}

TEST_CASE("the colours of a TIFF of tiles in separate colours stand in their tiles", "[evidence][picture]") {
  EvidenceRun run;
  {
    const Written tiff(TIFFOpen(run.at("2.1.1 扫描.tif").c_str(), "w"));
    REQUIRE(tiff);
    add_page(tiff.get(), false);
  }
  run.run();
  const EvidenceFile& file = run.file("2.1.1 扫描.tif");
  REQUIRE(file.state == EvidenceState::bound);
  CHECK(file.pixel_width == 160);
  CHECK(file.pixel_height == 128);
  const std::vector<double> first = pixel_at(file.prepared, 20, 20), last = pixel_at(file.prepared, 150, 110);
  CHECK(first[0] == Approx(0).margin(6));
  CHECK(first[1] == Approx(200).margin(6));
  CHECK(last[0] == Approx(200).margin(6));
  CHECK(last[2] == Approx(20).margin(6));
}

}  // namespace lvce
