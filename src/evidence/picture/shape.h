// The shape and the content of a picture, beyond its pixels.
#pragma once

#include "evidence/picture/pixels.h"

namespace lvce {

/// The nearest whole number, at least one.
int whole_pixels(double length);

/// How much wider a pixel is than high, by the two resolutions that a file gives (any unit): a fax of 204 × 98 dpi has 98 / 204. 1 where they are
/// equal within 2 %, not given, or differ by more than three times, which no scanner does.
double pixel_aspect(double across, double down);

/// The size in square pixels: the coarser side is stretched, nothing is lost.
PixelBox true_shape(PixelBox stored, double aspect);

/// The largest size of that shape in the box, never larger than it is.
PixelBox fitted(PixelBox size, PixelBox box);

/// All of one colour, as far as an eye can tell.
bool is_one_colour(const Image& image);

}  // namespace lvce
