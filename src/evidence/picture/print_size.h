// How many pixels a picture gets on paper.
#pragma once

#include <optional>

#include "evidence/long_cut.h"
#include "evidence/picture/pages.h"
#include "evidence/picture/pixels.h"

namespace lvce {

/// Pixels at `dpi` of an area of `longer` × `shorter` millimetres, lying as the picture does.
PixelBox print_box(int dpi, PixelBox picture, double longer, double shorter);

/// Pixels at `dpi` of the whole of a long picture; fewer where they would be too many for the memory.
PixelBox long_box(int dpi, PixelBox picture, const LongCut& cut);

/// Probing only: every byte is decoded, but a stamp-sized picture made.
inline constexpr PixelBox kCheckBox{128, 128};

/// The sheets of a cut picture; without pictures when only their sizes are asked for.
std::vector<PageSize> long_page_sizes(const LongCut& cut);

/// `image` is the whole picture in any size.
std::vector<PicturePage> long_pages(const Image& image, PixelBox picture, const LongCut& cut, bool grey);

}  // namespace lvce
