#include "evidence/picture/odd_tiff.h"

#include <tiffio.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

namespace lvce {
namespace {

constexpr std::uint64_t kOddPixels = 50'000'000;

struct CloseTiff {
  void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};
using OpenTiff = std::unique_ptr<TIFF, CloseTiff>;

unsigned tag(TIFF* tiff, std::uint32_t name, unsigned otherwise) {
  std::uint16_t value = 0;
  return TIFFGetFieldDefaulted(tiff, name, &value) == 1 ? value : otherwise;
}

bool is_premultiplied(TIFF* tiff) {
  std::uint16_t count = 0;
  std::uint16_t* kinds = nullptr;
  return TIFFGetField(tiff, TIFFTAG_EXTRASAMPLES, &count, &kinds) == 1 && count == 1 && kinds[0] == EXTRASAMPLE_ASSOCALPHA;
}

bool is_odd(TIFF* tiff) {
  const unsigned packing = tag(tiff, TIFFTAG_COMPRESSION, COMPRESSION_NONE), colours = tag(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK);
  const unsigned bits = tag(tiff, TIFFTAG_BITSPERSAMPLE, 1);
  if (packing == COMPRESSION_OJPEG) return true;
  if (TIFFIsTiled(tiff) != 0 && tag(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG) == PLANARCONFIG_SEPARATE) return true;
  if (colours == PHOTOMETRIC_YCBCR) return packing != COMPRESSION_JPEG;
  if (colours == PHOTOMETRIC_RGB) return bits == 8 && is_premultiplied(tiff);
  return colours == PHOTOMETRIC_MINISWHITE && (bits == 2 || bits == 4);
}

/// The library's pixels are multiplied by their opacity already.
std::string rgb_on_white(const std::vector<std::uint32_t>& raster) {
  std::string rgb;
  rgb.reserve(raster.size() * 3);
  for (const std::uint32_t pixel : raster) {
    const unsigned white = 255 - TIFFGetA(pixel);
    for (const unsigned value : {TIFFGetR(pixel), TIFFGetG(pixel), TIFFGetB(pixel)}) rgb += static_cast<char>(std::min(255U, value + white));
  }
  return rgb;
}

/// What libvips would have said of the file beside its pixels.
void set_header(TIFF* tiff, int pages, VipsImage* image) {
  float across = 0, down = 0;
  image->Type = VIPS_INTERPRETATION_sRGB;
  vips_image_set_int(image, VIPS_META_ORIENTATION, static_cast<int>(tag(tiff, TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT)));
  vips_image_set_int(image, VIPS_META_N_PAGES, pages);
  if (TIFFGetField(tiff, TIFFTAG_XRESOLUTION, &across) != 1 || TIFFGetField(tiff, TIFFTAG_YRESOLUTION, &down) != 1) return;
  const double pixels_per_mm = tag(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH) == RESUNIT_CENTIMETER ? 0.1 : 1 / 25.4;
  if (!(across > 0 && down > 0)) return;
  image->Xres = across * pixels_per_mm;
  image->Yres = down * pixels_per_mm;
}

OpenTiff open_tiff(const PixelSource& source) { return OpenTiff(source.bytes ? nullptr : TIFFOpen(source.file.c_str(), "r")); }

}  // namespace

std::vector<int> full_size_pages(const PixelSource& source, int count) {
  std::vector<int> pages;
  const OpenTiff tiff = open_tiff(source);
  for (int page = 0; page < count; ++page) {
    std::uint32_t kind = 0;
    const bool known = tiff && TIFFSetDirectory(tiff.get(), static_cast<std::uint16_t>(page)) != 0 && TIFFGetField(tiff.get(), TIFFTAG_SUBFILETYPE, &kind) == 1;
    if (page == 0 || !known || (kind & FILETYPE_REDUCEDIMAGE) == 0) pages.push_back(page);
  }
  return pages;
}

Image decode_odd_tiff(const PixelSource& source) {
  const OpenTiff tiff = open_tiff(source);
  const int pages = tiff ? TIFFNumberOfDirectories(tiff.get()) : 0;
  if (!tiff || TIFFSetDirectory(tiff.get(), static_cast<std::uint16_t>(source.page)) == 0 || !is_odd(tiff.get())) return nullptr;
  std::uint32_t width = 0, height = 0;
  TIFFGetField(tiff.get(), TIFFTAG_IMAGEWIDTH, &width);
  TIFFGetField(tiff.get(), TIFFTAG_IMAGELENGTH, &height);
  if (width == 0 || height == 0 || std::uint64_t{width} * height > kOddPixels) return nullptr;
  std::vector<std::uint32_t> raster(std::size_t{width} * height);
  const auto as_stored = static_cast<int>(tag(tiff.get(), TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT));
  if (TIFFReadRGBAImageOriented(tiff.get(), width, height, raster.data(), as_stored, 1) == 0) return nullptr;
  const std::string rgb = rgb_on_white(raster);
  Image image(vips_image_new_from_memory_copy(rgb.data(), rgb.size(), static_cast<int>(width), static_cast<int>(height), 3, VIPS_FORMAT_UCHAR));
  if (image) set_header(tiff.get(), pages, image.get());
  return image;
}

}  // namespace lvce
