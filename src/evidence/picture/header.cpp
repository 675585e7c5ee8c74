#include "evidence/picture/header.h"

#include <algorithm>
#include <cstdio>

#include "evidence/folder/names.h"
#include "evidence/picture/orientation.h"
#include "evidence/picture/shape.h"

namespace lvce {
namespace {

bool turns_itself(Content content) { return content == Content::heic || content == Content::jpeg_xl; }

double aspect_of(VipsImage* header) { return pixel_aspect(header->Xres, header->Yres); }

}  // namespace

int frames_of(VipsImage* header) {
  int value = 1;
  if (vips_image_get_typeof(header, VIPS_META_N_PAGES) != 0) vips_image_get_int(header, VIPS_META_N_PAGES, &value);
  return value;
}

bool has_known_brightness(VipsImage* header) {
  const VipsBandFormat format = header->BandFmt;
  if (format == VIPS_FORMAT_UCHAR || format == VIPS_FORMAT_USHORT) return true;
  const VipsInterpretation kind = header->Type;
  return kind == VIPS_INTERPRETATION_LAB || kind == VIPS_INTERPRETATION_LABS || kind == VIPS_INTERPRETATION_scRGB;
}

EvidenceDate exif_date(VipsImage* header) {
  for (const char* field : {"exif-ifd2-DateTimeOriginal", "exif-ifd2-DateTimeDigitized", "exif-ifd0-DateTime"}) {
    const char* text = nullptr;
    if (vips_image_get_typeof(header, field) == 0 || vips_image_get_string(header, field, &text) != 0) continue;
    int year = 0;
    int month = 0;
    int day = 0;
    if (std::sscanf(text, "%4d:%2d:%2d", &year, &month, &day) != 3 || month == 0 || day == 0) continue;
    if (const auto date = date_text(year, month, day)) return {*date, DateOrigin::exif};
  }
  return {};
}

bool is_grey(VipsImage* header) {
  const VipsInterpretation kind = vips_image_guess_interpretation(header);
  return kind == VIPS_INTERPRETATION_B_W || kind == VIPS_INTERPRETATION_GREY16;
}

int orientation(VipsImage* header, Content content) { return turns_itself(content) ? 1 : std::max(exif_orientation(header), other_orientation(header)); }

int turn_of(VipsImage* header, Content content) { return turns_itself(content) ? 1 : other_orientation(header); }

PixelBox shown_size(VipsImage* header, Content content) {
  const PixelBox stored = true_shape({header->Xsize, header->Ysize}, aspect_of(header));
  return orientation(header, content) >= 5 ? PixelBox{stored.height, stored.width} : stored;
}

bool is_square(VipsImage* header) { return aspect_of(header) == 1; }

}  // namespace lvce
