#include <png.h>

#include <algorithm>
#include <csetjmp>

#include "evidence/picture/recover.h"

namespace lvce {
namespace {

constexpr std::size_t kBands = 4;
constexpr std::size_t kReadAtOnce = 512;  ///< so many bytes before the end may stay unread

struct PngRows {
  std::string pixels;  ///< red, green, blue, opacity
  std::size_t width = 0, height = 0;
  std::size_t good = 0;  ///< rows that were read to their end
  bool whole = false;
};

struct Input {
  std::string_view bytes;
  std::size_t at = 0;
};

void read_bytes(png_structp png, png_bytep to, png_size_t length) {
  Input& input = *static_cast<Input*>(png_get_io_ptr(png));
  if (length > input.bytes.size() - input.at) png_error(png, "end");
  std::copy_n(input.bytes.data() + input.at, length, reinterpret_cast<char*>(to));
  input.at += length;
}

void be_silent_png(png_structp, png_const_charp) {}

/// Whatever the depth and kind, 8 bits of red, green, blue and opacity come out.
void ask_for_rgba(png_structp png, png_infop info) {
  const int kind = png_get_color_type(png, info);
  png_set_expand(png);
  png_set_strip_16(png);
  if (kind == PNG_COLOR_TYPE_GRAY || kind == PNG_COLOR_TYPE_GRAY_ALPHA) png_set_gray_to_rgb(png);
  png_set_add_alpha(png, 0xFF, PNG_FILLER_AFTER);
}

void begin_png(png_structp png, png_infop info, PngRows& rows) {
  png_read_info(png, info);
  const std::size_t width = png_get_image_width(png, info), height = png_get_image_height(png, info);
  if (static_cast<std::int64_t>(width * height) > kMaxRecoveredPixels) png_error(png, "large");
  ask_for_rgba(png, info);
  rows.width = width;
  rows.height = height;
  rows.pixels.assign(width * height * kBands, '\xFF');
}

/// Nothing with a destructor may live here but what the caller owns: the library leaves by longjmp.
void decode_png_rows(Input& input, PngRows& rows, std::string& spare) {
  png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, be_silent_png);
  png_infop info = png != nullptr ? png_create_info_struct(png) : nullptr;
  if (info == nullptr) return png_destroy_read_struct(&png, nullptr, nullptr);
  if (setjmp(png_jmpbuf(png)) == 0) {
    png_set_read_fn(png, &input, read_bytes);
    png_set_crc_action(png, PNG_CRC_QUIET_USE, PNG_CRC_QUIET_USE);
    png_set_compression_buffer_size(png, kReadAtOnce);
    png_set_user_limits(png, 1'000'000, 1'000'000);
    begin_png(png, info, rows);
    const int passes = png_set_interlace_handling(png);
    png_read_update_info(png, info);
    const std::size_t length = rows.width * kBands;
    for (int pass = 0; pass < passes; ++pass) {
      for (std::size_t y = 0; y < rows.height; ++y) {
        char* row = rows.pixels.data() + y * length;
        if (passes > 1) {
          png_read_row(png, nullptr, reinterpret_cast<png_bytep>(row));  // coarse first, finer with each pass
        } else {
          png_read_row(png, reinterpret_cast<png_bytep>(spare.data()), nullptr);  // a row that breaks off stays white
          std::copy_n(spare.data(), length, row);
        }
        rows.good = std::max(rows.good, y + 1);
      }
    }
    rows.whole = true;
  }
  png_destroy_read_struct(&png, &info, nullptr);
}

}  // namespace

Recovered recover_png(std::string_view bytes) {
  PngRows rows;
  Input input{bytes};
  std::string spare(std::size_t{1'000'000} * kBands, '\0');
  decode_png_rows(input, rows, spare);
  if (rows.good == 0) return {};
  Image image(vips_image_new_from_memory_copy(rows.pixels.data(), rows.pixels.size(), static_cast<int>(rows.width), static_cast<int>(rows.height),
                                              static_cast<int>(kBands), VIPS_FORMAT_UCHAR));
  if (image) image->Type = VIPS_INTERPRETATION_sRGB;
  return {std::move(image), rows.whole};
}

}  // namespace lvce
