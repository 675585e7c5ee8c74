// TIFFs that libvips shows wrongly or refuses, through libtiff's own conversion.
#pragma once

#include "evidence/picture/pixels.h"

namespace lvce {

/// Old-style JPEG, YCbCr without JPEG, colours multiplied by their opacity, grey of 2 or 4 bits where 0 is white: 8 bits of red, green and blue on white,
/// not turned. Nothing for any other TIFF, and for one that is damaged or has more than 50 million pixels.
Image decode_odd_tiff(const PixelSource& source);

}  // namespace lvce
