// What a picture says of itself before it is decoded.
#pragma once

#include <vips/vips.h>

#include "evidence/picture/pixels.h"
#include "office/dossier.h"

namespace lvce {

/// How many pictures or pages the file holds.
int frames_of(VipsImage* header);

/// Whether it is said which figure is white: measured values of 32 bits (scientific TIFFs) are pictures only to whoever measured.
bool has_known_brightness(VipsImage* header);

/// Of the shot, else of the file: "2023:03:05 10:20:30" of EXIF.
EvidenceDate exif_date(VipsImage* header);

bool is_grey(VipsImage* header);

/// 1 … 8: how the picture is still to be turned, by whatever says so; decoders of HEIC and JPEG XL turn by themselves.
int orientation(VipsImage* header, Content content);

/// The part of it that decode_small() cannot see in the pixels' own metadata.
int turn_of(VipsImage* header, Content content);

/// Upright, in square pixels.
PixelBox shown_size(VipsImage* header, Content content);

/// False where the two resolutions differ: shown_size() is then another shape than that of the pixels.
bool is_square(VipsImage* header);

}  // namespace lvce
