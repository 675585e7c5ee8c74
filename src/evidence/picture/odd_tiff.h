// TIFFs that libvips shows wrongly or refuses, through libtiff's own conversion.
#pragma once

#include <vector>

#include "evidence/picture/pixels.h"

namespace lvce {

/// Old-style JPEG, tiles of separate colours, YCbCr without JPEG, colours multiplied by their opacity, grey of 2 or 4 bits where 0 is white: 8 bits of red,
/// green and blue on white, not turned, with the resolution, orientation and number of pages that the file says. Nothing for any other TIFF, and for one that
/// is damaged or has more than 50 million pixels.
Image decode_odd_tiff(const PixelSource& source);

/// Of the pages 0 … count − 1 those that are not a small copy of another (thumbnails, overviews).
std::vector<int> full_size_pages(const PixelSource& source, int count);

}  // namespace lvce
