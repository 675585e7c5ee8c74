// The part of libvips that we use: headers, and small upright sRGB pictures decoded with shrink-on-load. Needs start_pictures().
#pragma once

#include <vips/vips.h>

#include <filesystem>
#include <memory>
#include <string>

#include "evidence/job/content.h"

namespace lvce {

struct UnrefImage {
  void operator()(VipsImage* image) const { g_object_unref(image); }
};
using Image = std::unique_ptr<VipsImage, UnrefImage>;

struct PixelBox {
  int width = 0;
  int height = 0;
};

/// How much of a damaged picture is good enough.
enum class Tolerance {
  none,   ///< every warning of the decoder counts
  flaws,  ///< bad data inside are let pass, an early end is not
  all,    ///< what can be had
};

/// Where pixels come from: a page of a file, bytes in its place, or (BMP, damaged files) pixels that already lie in memory.
struct PixelSource {
  std::filesystem::path file;
  Content content = Content::unknown;
  int page = 0;                                   ///< of a TIFF
  std::shared_ptr<const std::string> bytes = {};  ///< go before `file`
  VipsImage* decoded = nullptr;                   ///< not owned; goes before both
  bool profiled = false;                          ///< has_profile() of its header, and the profile is to be used
  int turn = 1;                                   ///< other_orientation() of its header
  bool exact = false;                             ///< the box is the size wanted, whatever the shape of the pixels
};

/// Size and metadata with the loader that the content asks for, without pixels. Nothing when it cannot be read.
Image open_header(const PixelSource& source);

/// Decoded into memory: turned by its EXIF orientation or `turn`, no larger than `box` (`exact`: just as large), 8 bits, sRGB or (`grey`) one band, on white
/// where transparent. Nothing when it does not decode within `tolerance`.
Image decode_small(const PixelSource& source, PixelBox box, bool grey, Tolerance tolerance);

/// Baseline JPEG without metadata. Quality goes down (85, 78, 70) while it is larger than `wanted` bytes; 0: no wish. Empty on failure.
std::string encode_jpeg(const Image& image, std::size_t wanted);

/// An ICC profile is embedded. Pictures without are taken as they are: sRGB, grey, or ink of the usual kind.
bool has_profile(VipsImage* header);

/// True when the camera says Adobe RGB only in its interoperability index ("R03") and gives no profile.
bool is_unprofiled_adobe_rgb(VipsImage* header);

}  // namespace lvce
