#include "evidence/ofd/pictures.h"

#include <vips/vips.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "evidence/job/content.h"
#include "evidence/ofd/jbig2.h"
#include "evidence/picture/bmp.h"
#include "evidence/picture/picture.h"
#include "evidence/picture/pixels.h"

namespace lvce::ofd {
namespace {

constexpr std::uint64_t kMaxPictureBytes = 64ULL << 20;
constexpr int kMostAcross = 8000;
constexpr std::size_t kMostPixels = 16'000'000, kPixelsKept = 32'000'000;

/// Bands to Cairo's rows: 32 bits a pixel, colours multiplied by opacity.
Surface surface_of(const unsigned char* pixels, int width, int height, int bands) {
  const bool has_alpha = bands == 2 || bands == 4;
  cairo_surface_t* made = cairo_image_surface_create(has_alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, width, height);
  if (cairo_surface_status(made) != CAIRO_STATUS_SUCCESS) {
    cairo_surface_destroy(made);
    return nullptr;
  }
  Surface out(made, SurfaceRelease());
  cairo_surface_flush(made);
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(made));
  const int last_colour = bands >= 3 ? 2 : 0;
  for (int y = 0; y < height; ++y) {
    unsigned char* row = cairo_image_surface_get_data(made) + static_cast<std::size_t>(y) * stride;
    for (int x = 0; x < width; ++x, pixels += bands) {
      const unsigned alpha = has_alpha ? pixels[bands - 1] : 255;
      const auto part = [&](int band) { return (static_cast<std::uint32_t>(pixels[band]) * alpha + 127) / 255; };
      const std::uint32_t value = alpha << 24 | part(0) << 16 | part(last_colour / 2) << 8 | part(last_colour);
      std::memcpy(row + 4 * static_cast<std::size_t>(x), &value, 4);
    }
  }
  cairo_surface_mark_dirty(made);
  return out;
}

Image owned(int failed, VipsImage*& out) {
  vips_error_clear();
  if (failed == 0) return Image(std::exchange(out, nullptr));
  if (out != nullptr) g_object_unref(std::exchange(out, nullptr));
  return nullptr;
}

/// The size that it is decoded at; nothing where it makes no sense.
PixelBox decoded_size(const VipsImage& header) {
  PixelBox box{header.Xsize, header.Ysize};
  while (static_cast<std::size_t>(box.width) * static_cast<std::size_t>(box.height) > kMostPixels || box.width > kMostAcross || box.height > kMostAcross) {
    box = {std::max(1, box.width / 2), std::max(1, box.height / 2)};
  }
  return box;
}

Image pixels_of(const PixelSource& source, PixelBox box) {
  VipsImage* out = nullptr;
  Image image = owned(vips_thumbnail_buffer(const_cast<char*>(source.bytes->data()), source.bytes->size(), &out, box.width, "height", box.height, "size",
                                            VIPS_SIZE_DOWN, "no_rotate", TRUE, "fail_on", VIPS_FAIL_ON_NONE, nullptr),
                      out);
  if (image && image->BandFmt != VIPS_FORMAT_UCHAR) image = owned(vips_cast_uchar(image.get(), &out, nullptr), out);
  if (image && image->Bands > 4) image = owned(vips_extract_band(image.get(), &out, 0, "n", 3, nullptr), out);
  return Image(image ? vips_image_copy_memory(image.get()) : nullptr);
}

void free_bytes(void* bytes) { delete static_cast<std::string*>(bytes); }

/// So that the JPEG itself goes into the PDF. Ink (CMYK) does not: programs disagree on which way round it is.
void keep_jpeg(cairo_surface_t* surface, const VipsImage& header, const std::string& bytes) {
  if (header.Bands != 1 && header.Bands != 3) return;
  auto copy = std::make_unique<std::string>(bytes);
  const auto* data = reinterpret_cast<const unsigned char*>(copy->data());
  if (cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG, data, copy->size(), free_bytes, copy.get()) == CAIRO_STATUS_SUCCESS) copy.release();
}

Surface coded_picture(const std::string& bytes, Content content) {
  if (!start_pictures()) return nullptr;
  PixelSource source;
  source.content = content;
  source.bytes = std::make_shared<const std::string>(bytes);
  const Image header = open_header(source);
  if (!header || header->Xsize < 1 || header->Ysize < 1) return nullptr;
  if (static_cast<double>(header->Xsize) * header->Ysize > 200e6) return nullptr;
  const Image image = pixels_of(source, decoded_size(*header));
  if (!image || image->Bands < 1) return nullptr;
  Surface out = surface_of(static_cast<const unsigned char*>(vips_image_get_data(image.get())), image->Xsize, image->Ysize, image->Bands);
  if (out && content == Content::jpeg) keep_jpeg(out.get(), *header, bytes);
  return out;
}

Surface bitmap_picture(const std::string& bytes) {
  const std::optional<BmpSize> size = bmp_size(bytes);
  if (!size || static_cast<std::size_t>(size->width) * static_cast<std::size_t>(size->height) > kMostPixels) return nullptr;
  const std::optional<Bitmap> bitmap = decode_bmp(bytes);
  if (!bitmap) return nullptr;
  return surface_of(reinterpret_cast<const unsigned char*>(bitmap->rgb.data()), bitmap->size.width, bitmap->size.height, 3);
}

Surface two_tone_picture(const std::string& bytes) {
  const std::optional<GreyPixels> pixels = decode_jbig2(bytes);
  if (!pixels) return nullptr;
  return surface_of(reinterpret_cast<const unsigned char*>(pixels->grey.data()), pixels->width, pixels->height, 1);
}

/// How white a mask is there, 0 to 255.
unsigned whiteness(const unsigned char* pixel) { return (pixel[0] + pixel[1] + pixel[2]) / 3U; }

/// `picture` seen where `mask` is white. The mask is stretched over it.
Surface masked(cairo_surface_t* picture, cairo_surface_t* mask) {
  const int width = cairo_image_surface_get_width(picture), height = cairo_image_surface_get_height(picture);
  const int across = cairo_image_surface_get_width(mask), down = cairo_image_surface_get_height(mask);
  std::string pixels;
  pixels.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
  for (int y = 0; y < height; ++y) {
    const unsigned char* row = cairo_image_surface_get_data(picture) +
                               static_cast<std::size_t>(y) * static_cast<std::size_t>(cairo_image_surface_get_stride(picture));
    const auto mask_y = static_cast<std::size_t>(static_cast<std::int64_t>(y) * down / height);
    const unsigned char* shown = cairo_image_surface_get_data(mask) + mask_y * static_cast<std::size_t>(cairo_image_surface_get_stride(mask));
    for (int x = 0; x < width; ++x) {
      const unsigned char* pixel = row + 4 * static_cast<std::size_t>(x);
      const unsigned alpha = whiteness(shown + 4 * static_cast<std::size_t>(static_cast<std::int64_t>(x) * across / width));
      for (const int band : {2, 1, 0}) pixels += static_cast<char>(pixel[band]);
      pixels += static_cast<char>(alpha);
    }
  }
  return surface_of(reinterpret_cast<const unsigned char*>(pixels.data()), width, height, 4);
}

}  // namespace

Surface picture_of(const std::string& bytes) {
  switch (const Content content = content_of({bytes.substr(0, 4096), ""})) {
    case Content::jpeg:
    case Content::png:
    case Content::gif:
    case Content::tiff:
    case Content::webp:
    case Content::jpeg_2000: return coded_picture(bytes, content);
    case Content::bmp: return bitmap_picture(bytes);
    case Content::heic:
    case Content::jpeg_xl:
    case Content::other_picture:
    case Content::pdf:
    case Content::office:
    case Content::archive:
    case Content::media:
    case Content::web_page:
    case Content::text:
    case Content::unknown: break;
  }
  return two_tone_picture(bytes);  // JBIG2 has no signature
}

Surface Pictures::plain(const Resource& resource) {
  const std::optional<std::string> name = package_.locate(resource.base, text_of(resource.node, "MediaFile"));
  if (!name) return nullptr;
  const auto found = known_.find(*name);
  if (found != known_.end()) return found->second;
  const std::optional<Entry> entry = package_.read(*name, kMaxPictureBytes);
  Surface out = entry && !entry->bytes.empty() ? picture_of(entry->bytes) : nullptr;
  if (out) pixels_ += static_cast<std::size_t>(cairo_image_surface_get_width(out.get())) * static_cast<std::size_t>(cairo_image_surface_get_height(out.get()));
  if (pixels_ > kPixelsKept) {
    known_.clear();
    pixels_ = 0;
  }
  return known_[*name] = out;
}

Surface Pictures::picture_for(const Resource& resource, const Resource* mask) {
  const Surface picture = plain(resource);
  if (!picture || mask == nullptr) return picture;
  const Surface shown = plain(*mask);
  return shown ? masked(picture.get(), shown.get()) : picture;
}

}  // namespace lvce::ofd
