// Which way up a picture says that it is.
#pragma once

#include <vips/vips.h>

#include <string_view>

namespace lvce {

/// 1 … 8 as EXIF counts them; 1 for anything else. Decoders turn by this one themselves.
int exif_orientation(VipsImage* header);

/// What the file says where EXIF has no orientation: a PNG's text "Raw profile type exif" as ImageMagick writes it, or XMP's tiff:Orientation.
/// Nobody but we turns by these.
int other_orientation(VipsImage* header);

/// Of the text chunk: "\nexif\n      32\n4578696600004d4d…"; 1 when it says nothing.
int orientation_of_raw_profile(std::string_view text);
int orientation_of_xmp(std::string_view xml);

}  // namespace lvce
