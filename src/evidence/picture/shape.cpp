#include "evidence/picture/shape.h"

#include <algorithm>
#include <cmath>

namespace lvce {
namespace {

constexpr double kEqual = 1.02, kPlausible = 3;
constexpr int kNoDifference = 8;  ///< of 255, between the darkest and the lightest of a band

}  // namespace

int whole_pixels(double length) { return std::max(1, static_cast<int>(std::lround(length))); }

double pixel_aspect(double across, double down) {
  if (!(across > 0) || !(down > 0)) return 1;
  const double times = std::max(across, down) / std::min(across, down);
  return times < kEqual || times > kPlausible ? 1 : down / across;
}

PixelBox true_shape(PixelBox stored, double aspect) {
  return aspect < 1 ? PixelBox{stored.width, whole_pixels(stored.height / aspect)} : PixelBox{whole_pixels(stored.width * aspect), stored.height};
}

PixelBox fitted(PixelBox size, PixelBox box) {
  const double scale = std::min({1.0, static_cast<double>(box.width) / size.width, static_cast<double>(box.height) / size.height});
  return {whole_pixels(size.width * scale), whole_pixels(size.height * scale)};
}

bool is_one_colour(const Image& image) {
  const auto bands = static_cast<std::size_t>(image->Bands);
  const auto* pixel = reinterpret_cast<const unsigned char*>(VIPS_IMAGE_ADDR(image.get(), 0, 0));
  const std::size_t count = static_cast<std::size_t>(image->Xsize) * static_cast<std::size_t>(image->Ysize) * bands;
  for (std::size_t band = 0; band < bands; ++band) {
    int least = 255, most = 0;
    for (std::size_t i = band; i < count && most - least <= kNoDifference; i += bands) {
      least = std::min<int>(least, pixel[i]);
      most = std::max<int>(most, pixel[i]);
    }
    if (most - least > kNoDifference) return false;
  }
  return true;
}

}  // namespace lvce
