#include <cstdio>  // jpeglib.h needs FILE

#include <jpeglib.h>

#include <jerror.h>

#include <algorithm>
#include <csetjmp>

#include "evidence/picture/recover.h"

namespace lvce {
namespace {

/// The decoder's way out, and what it has complained of.
struct Complaints {
  jpeg_error_mgr manager;  // first: the library hands back a pointer to it
  std::jmp_buf out;
  bool ended = false;  ///< the data ended before the picture did
};

Complaints& complaints_of(j_common_ptr info) { return *reinterpret_cast<Complaints*>(info->err); }

void leave(j_common_ptr info) { std::longjmp(complaints_of(info).out, 1); }

void note(j_common_ptr info, int level) {
  if (level < 0 && info->err->msg_code == JWRN_JPEG_EOF) complaints_of(info).ended = true;
}

/// JpegRows of 1, 3 or 4 bytes a pixel.
struct JpegRows {
  std::string pixels;
  int width = 0, height = 0, bands = 0;
  int good = 0;          ///< rows decoded before the data ended
  bool inks_up = false;  ///< Adobe's CMYK: 255 is no ink
  bool row_wise = true;  ///< not progressive: rows behind the end hold nothing
};

int shrink_of(const jpeg_decompress_struct& info, PixelBox box) {
  const auto width = static_cast<std::int64_t>(info.image_width), height = static_cast<std::int64_t>(info.image_height);
  const int longer = std::max(box.width, box.height);
  for (const int times : {8, 4, 2}) {
    if (std::min(width, height) / times >= longer || width * height / times / times > kMaxRecoveredPixels / 2) return times;
  }
  return 1;
}

void begin(jpeg_decompress_struct& info, PixelBox box, JpegRows& rows) {
  info.scale_num = 1;
  info.scale_denom = static_cast<unsigned>(shrink_of(info, box));
  if (info.num_components == 3) info.out_color_space = JCS_RGB;
  if (info.num_components == 4) info.out_color_space = JCS_CMYK;
  rows.inks_up = info.saw_Adobe_marker != 0;
  rows.row_wise = jpeg_has_multiple_scans(&info) == 0;
  jpeg_start_decompress(&info);
  rows.width = static_cast<int>(info.output_width);
  rows.height = static_cast<int>(info.output_height);
  rows.bands = info.output_components;
  rows.pixels.assign(static_cast<std::size_t>(rows.width) * static_cast<std::size_t>(rows.height) * static_cast<std::size_t>(rows.bands), '\xFF');
}

/// Nothing with a destructor may live here but `rows`, which the caller owns: the library leaves by longjmp.
void decode_rows(std::string_view bytes, PixelBox box, JpegRows& rows, Complaints& complaints) {
  jpeg_decompress_struct info{};
  info.err = jpeg_std_error(&complaints.manager);
  complaints.manager.error_exit = leave;
  complaints.manager.emit_message = note;
  if (setjmp(complaints.out) == 0) {
    jpeg_create_decompress(&info);
    jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<unsigned long>(bytes.size()));
    jpeg_read_header(&info, TRUE);
    begin(info, box, rows);
    const std::size_t length = static_cast<std::size_t>(rows.width) * static_cast<std::size_t>(rows.bands);
    while (info.output_scanline < info.output_height) {
      const bool ended_before = complaints.ended;
      JSAMPROW row = reinterpret_cast<JSAMPROW>(rows.pixels.data() + info.output_scanline * length);
      jpeg_read_scanlines(&info, &row, 1);
      if (!ended_before) rows.good = static_cast<int>(info.output_scanline);
    }
  } else {
    complaints.ended = true;
  }
  jpeg_destroy_decompress(&info);
}

}  // namespace

Recovered recover_jpeg(std::string_view bytes, PixelBox box) {
  JpegRows rows;
  Complaints complaints;
  decode_rows(bytes, box, rows, complaints);
  if (rows.good == 0) return {};
  if (rows.bands == 4 && rows.inks_up)
    std::transform(rows.pixels.begin(), rows.pixels.end(), rows.pixels.begin(), [](char c) { return static_cast<char>(~c); });
  if (complaints.ended && rows.row_wise) {
    const std::size_t length = static_cast<std::size_t>(rows.width) * static_cast<std::size_t>(rows.bands);
    std::fill(rows.pixels.begin() + static_cast<std::ptrdiff_t>(length * static_cast<std::size_t>(rows.good)), rows.pixels.end(),
              rows.bands == 4 ? '\0' : '\xFF');
  }
  Image image(vips_image_new_from_memory_copy(rows.pixels.data(), rows.pixels.size(), rows.width, rows.height, rows.bands, VIPS_FORMAT_UCHAR));
  if (image) image->Type = rows.bands == 1 ? VIPS_INTERPRETATION_B_W : rows.bands == 3 ? VIPS_INTERPRETATION_sRGB : VIPS_INTERPRETATION_CMYK;
  return {std::move(image), !complaints.ended};
}

}  // namespace lvce
