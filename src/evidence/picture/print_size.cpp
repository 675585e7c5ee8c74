#include "evidence/picture/print_size.h"

#include <algorithm>
#include <cmath>

#include "evidence/picture/shape.h"

namespace lvce {
namespace {

constexpr double kLongPixels = 60'000'000;  ///< at most

/// From `slice` of the picture's long side; whole pixels, so that nothing is lost between two.
JpegPage piece_of(const Image& image, const Slice& slice, double scale, bool tall, bool grey) {
  const int length = tall ? image->Ysize : image->Xsize;
  const int from = std::clamp(static_cast<int>(std::floor(slice.from * scale)), 0, length - 1);
  const int to = std::clamp(static_cast<int>(std::ceil(slice.to * scale)), from + 1, length);
  VipsImage* out = nullptr;
  const int failed = tall ? vips_crop(image.get(), &out, 0, from, image->Xsize, to - from, nullptr)
                          : vips_crop(image.get(), &out, from, 0, to - from, image->Ysize, nullptr);
  vips_error_clear();
  const Image piece(failed == 0 ? out : nullptr);
  return piece ? JpegPage{encode_jpeg(piece, 0), piece->Xsize, piece->Ysize, grey} : JpegPage{};
}

/// Piece `at` of a page, in millimetres from its upper left corner; all pieces of the page are in its middle.
PlacedJpeg placed(JpegPage piece, const LongCut& cut, std::size_t at, double breadth_mm, double length_mm) {
  const double beside = static_cast<double>(cut.per_page);
  const double all = beside * breadth_mm + (beside - 1) * kLongGapMm, before = static_cast<double>(at) * (breadth_mm + kLongGapMm);
  const double left = cut.tall ? (cut.page_width_mm - all) / 2 + before : 0;
  const double top = cut.tall ? 0 : before;
  const double width = cut.tall ? breadth_mm : length_mm, height = cut.tall ? length_mm : breadth_mm;
  return {std::move(piece), left * kPtPerMm, (cut.page_height_mm - top - height) * kPtPerMm, width * kPtPerMm, height * kPtPerMm};
}

}  // namespace

PixelBox print_box(int dpi, PixelBox picture, double longer, double shorter) {
  const auto pixels = [&](double mm) { return whole_pixels(mm / kInchMm * dpi); };
  return picture.width >= picture.height ? PixelBox{pixels(longer), pixels(shorter)} : PixelBox{pixels(shorter), pixels(longer)};
}

PixelBox long_box(int dpi, PixelBox picture, const LongCut& cut) {
  const double scale = std::min({1.0, cut.unit_mm / kInchMm * dpi, std::sqrt(kLongPixels / picture.width / picture.height)});
  return {whole_pixels(picture.width * scale), whole_pixels(picture.height * scale)};
}

std::vector<PageSize> long_page_sizes(const LongCut& cut) {
  std::vector<PageSize> sizes(cut.pages(), {cut.page_width_mm * kPtPerMm, cut.page_height_mm * kPtPerMm, true});
  sizes.front().goes_on = false;
  return sizes;
}

std::vector<PicturePage> long_pages(const Image& image, PixelBox picture, const LongCut& cut, bool grey) {
  const double length = cut.tall ? picture.height : picture.width, breadth = cut.tall ? picture.width : picture.height;
  const double scale = (cut.tall ? image->Ysize : image->Xsize) / length;
  std::vector<PicturePage> pages;
  for (const PageSize& size : long_page_sizes(cut)) pages.push_back({size, {}});
  for (std::size_t i = 0; i < cut.slices.size(); ++i) {
    const Slice& slice = cut.slices[i];
    JpegPage piece = piece_of(image, slice, scale, cut.tall, grey);
    if (piece.jpeg.empty()) return {};
    pages[i / cut.per_page].pictures.push_back(placed(std::move(piece), cut, i % cut.per_page, breadth * cut.unit_mm, (slice.to - slice.from) * cut.unit_mm));
  }
  return pages;
}

}  // namespace lvce
