#include "evidence/picture/pixels.h"

#include <array>
#include <utility>

#include "evidence/picture/odd_tiff.h"

namespace lvce {
namespace {

struct UnrefSource {
  void operator()(VipsSource* source) const { g_object_unref(source); }
};

/// Owns what a call has put into `out`, and readies `out` for the next.
Image taken(int failed, VipsImage*& out) {
  vips_error_clear();
  if (failed == 0) return Image(std::exchange(out, nullptr));
  if (out != nullptr) g_object_unref(std::exchange(out, nullptr));
  return nullptr;
}

constexpr std::array kFailOn = {VIPS_FAIL_ON_WARNING, VIPS_FAIL_ON_TRUNCATED, VIPS_FAIL_ON_NONE};
constexpr const char* kTargetProfile = "srgb";

/// Without a profile to start from, an export profile would shift the colours: the name ends the list of options then.
const char* profile_option(const PixelSource& source) { return source.profiled ? "export_profile" : nullptr; }

std::string options_of(const PixelSource& source, Tolerance tolerance) {
  std::string options = std::string("fail_on=") + vips_enum_nick(VIPS_TYPE_FAIL_ON, kFailOn[static_cast<std::size_t>(tolerance)]);
  if (source.content == Content::tiff) options += ",page=" + std::to_string(source.page);
  return options;
}

/// How many times the decoder itself can make a JPEG smaller, before it is fitted into the box: it then leaves out the high frequencies
/// instead of decoding them. libvips, for web pages, would keep a factor of two for its own filter; printed photos show no difference. It rounds down,
/// and nothing may be left of a picture one pixel wide: its shrinking is not asked for there.
int decoder_shrink(VipsSource* from, PixelBox box) {
  VipsImage* out = nullptr;
  const Image header = taken(vips_jpegload_source(from, &out, nullptr), out);
  if (!header) return 1;
  const bool turned = vips_image_get_orientation_swap(header.get()) != 0;
  const int width = turned ? header->Ysize : header->Xsize, height = turned ? header->Xsize : header->Ysize;
  for (const int times : {4, 2}) {
    if (std::min(width, height) >= times && (width >= box.width * times || height >= box.height * times)) return times;
  }
  return 1;
}

using Bytes = std::unique_ptr<VipsSource, UnrefSource>;

/// Through a source, since a file's name may hold what libvips takes for options: "照片[1]".
Bytes open_bytes(const PixelSource& source) {
  Bytes from(source.bytes ? vips_source_new_from_memory(source.bytes->data(), source.bytes->size()) : vips_source_new_from_file(source.file.c_str()));
  vips_error_clear();
  return from;
}

VipsSize size_of(const PixelSource& source) { return source.exact ? VIPS_SIZE_FORCE : VIPS_SIZE_DOWN; }

Image shrink_image(VipsImage* image, const PixelSource& source, PixelBox box) {
  VipsImage* out = nullptr;
  return taken(vips_thumbnail_image(image, &out, box.width, "height", box.height, "size", size_of(source), profile_option(source), kTargetProfile, nullptr),
               out);
}

/// libvips shows Lab with an opacity as white: the three bands alone are right.
Image shrink_lab(VipsSource* from, const PixelSource& source, PixelBox box, Tolerance tolerance) {
  VipsImage* out = nullptr;
  Image image = taken(vips_tiffload_source(from, &out, "page", source.page, "fail_on", kFailOn[static_cast<std::size_t>(tolerance)], nullptr), out);
  if (!image || image->Bands < 4 || (image->Type != VIPS_INTERPRETATION_LAB && image->Type != VIPS_INTERPRETATION_LABS)) return nullptr;
  image = taken(vips_extract_band(image.get(), &out, 0, "n", 3, nullptr), out);
  if (image) image = taken(vips_colourspace(image.get(), &out, VIPS_INTERPRETATION_sRGB, nullptr), out);
  return image ? shrink_image(image.get(), source, box) : nullptr;
}

Image shrink(const PixelSource& source, PixelBox box, Tolerance tolerance) {
  VipsImage* out = nullptr;
  if (source.decoded != nullptr) return shrink_image(source.decoded, source, box);
  const Bytes from = open_bytes(source);
  if (!from) return nullptr;
  if (source.content == Content::tiff) {
    if (Image lab = shrink_lab(from.get(), source, box, tolerance)) return lab;
  }
  if (const int times = source.content == Content::jpeg ? decoder_shrink(from.get(), box) : 1; times > 1) {
    const Image whole = taken(vips_jpegload_source(from.get(), &out, "shrink", times, "fail_on", kFailOn[static_cast<std::size_t>(tolerance)], "access",
                                                   VIPS_ACCESS_SEQUENTIAL, nullptr),
                              out);
    if (!whole) return nullptr;
    return shrink_image(whole.get(), source, box);
  }
  if (source.content == Content::jpeg_2000) {  // its thumbnails are the smallest of the sizes in the file, where the picture is smaller than the box
    const Image whole = taken(vips_jp2kload_source(from.get(), &out, "fail_on", kFailOn[static_cast<std::size_t>(tolerance)], nullptr), out);
    return whole ? shrink_image(whole.get(), source, box) : nullptr;
  }
  const std::string options = options_of(source, tolerance);
  return taken(vips_thumbnail_source(from.get(), &out, box.width, "height", box.height, "size", size_of(source), "option_string", options.c_str(),
                                     profile_option(source), kTargetProfile, nullptr),
               out);
}

/// Adobe RGB (1998), gamma 563/256 and its primaries under D65, to scRGB, whose primaries are sRGB's.
Image from_adobe_rgb(Image image) {
  VipsImage* out = nullptr;
  const bool alpha = vips_image_hasalpha(image.get()) != 0;
  if (image->Bands != 3 || alpha) return image;
  image = taken(vips_linear1(image.get(), &out, 1.0 / 255, 0, nullptr), out);
  if (image) image = taken(vips_gamma(image.get(), &out, "exponent", 256.0 / 563, nullptr), out);
  // clang-format off
  const double to_srgb[] = { 1.39836, -0.39836,  0,
                             0,        1,        0,
                             0,       -0.04293,  1.04293};
  // clang-format on
  const std::unique_ptr<VipsImage, UnrefImage> matrix(vips_image_new_matrix_from_array(3, 3, to_srgb, 9));
  if (image && matrix) image = taken(vips_recomb(image.get(), &out, matrix.get(), nullptr), out);
  if (image) image = taken(vips_copy(image.get(), &out, "interpretation", VIPS_INTERPRETATION_scRGB, nullptr), out);
  return image;
}

Image on_white(Image image) {
  if (vips_image_hasalpha(image.get()) == 0) return image;
  VipsImage* out = nullptr;
  VipsArrayDouble* white = vips_array_double_newv(1, 255.0);
  image = taken(vips_flatten(image.get(), &out, "background", white, nullptr), out);
  vips_area_unref(VIPS_AREA(white));
  return image;
}

/// Of pixels in memory: any order of reading will do.
Image turned(Image image, int orientation) {
  VipsImage* out = nullptr;
  image = taken(vips_copy(image.get(), &out, nullptr), out);
  if (!image) return image;
  vips_image_set_int(image.get(), VIPS_META_ORIENTATION, orientation);
  image = taken(vips_autorot(image.get(), &out, nullptr), out);
  return Image(image ? vips_image_copy_memory(image.get()) : nullptr);
}

}  // namespace

Image open_header(const PixelSource& source) {
  const Bytes from = open_bytes(source);
  VipsImage* out = nullptr;
  if (!from) return nullptr;
  switch (source.content) {
    case Content::jpeg: return taken(vips_jpegload_source(from.get(), &out, nullptr), out);
    case Content::png: return taken(vips_pngload_source(from.get(), &out, nullptr), out);
    case Content::webp: return taken(vips_webpload_source(from.get(), &out, nullptr), out);
    case Content::gif: return taken(vips_gifload_source(from.get(), &out, nullptr), out);
    case Content::tiff: {
      Image header = taken(vips_tiffload_source(from.get(), &out, "page", source.page, nullptr), out);
      return header ? std::move(header) : decode_odd_tiff(source);
    }
    case Content::heic: return taken(vips_heifload_source(from.get(), &out, nullptr), out);
    case Content::jpeg_xl: return taken(vips_jxlload_source(from.get(), &out, nullptr), out);
    case Content::jpeg_2000: return taken(vips_jp2kload_source(from.get(), &out, nullptr), out);
    case Content::bmp:  // decoded by decode_bmp
    case Content::pdf:
    case Content::other_picture:
    case Content::office:
    case Content::archive:
    case Content::media:
    case Content::web_page:
    case Content::text:
    case Content::unknown: break;
  }
  return nullptr;
}

Image decode_small(const PixelSource& source, PixelBox box, bool grey, Tolerance tolerance) {
  if (source.turn >= 5) std::swap(box.width, box.height);
  Image image = shrink(source, box, tolerance);
  if (image && source.decoded == nullptr && is_unprofiled_adobe_rgb(image.get())) image = from_adobe_rgb(std::move(image));
  VipsImage* out = nullptr;
  if (image) {
    const VipsInterpretation wanted = grey ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB;
    image = taken(vips_colourspace(image.get(), &out, wanted, nullptr), out);
  }
  if (image) image = on_white(std::move(image));
  if (image && image->BandFmt != VIPS_FORMAT_UCHAR) image = taken(vips_cast(image.get(), &out, VIPS_FORMAT_UCHAR, nullptr), out);
  Image memory(image ? vips_image_copy_memory(image.get()) : nullptr);  // only now is anything decoded
  vips_error_clear();
  return memory && source.turn > 1 ? turned(std::move(memory), source.turn) : std::move(memory);
}

std::string encode_jpeg(const Image& image, std::size_t wanted) {
  std::string bytes;
  for (const int quality : {85, 78, 70}) {
    void* buffer = nullptr;
    std::size_t length = 0;
    const int failed = vips_jpegsave_buffer(image.get(), &buffer, &length, "Q", quality, "strip", TRUE, "optimize_coding", TRUE, nullptr);
    vips_error_clear();
    if (failed != 0) return {};
    bytes.assign(static_cast<const char*>(buffer), length);
    g_free(buffer);
    if (wanted == 0 || bytes.size() <= wanted) break;
  }
  return bytes;
}

bool has_profile(VipsImage* header) { return vips_image_get_typeof(header, VIPS_META_ICC_NAME) != 0; }

bool is_unprofiled_adobe_rgb(VipsImage* header) {
  const char* index = nullptr;
  constexpr const char* kField = "exif-ifd4-InteroperabilityIndex";
  if (has_profile(header) || vips_image_get_typeof(header, kField) == 0) return false;
  return vips_image_get_string(header, kField, &index) == 0 && std::string_view(index).starts_with("R03");
}

}  // namespace lvce
