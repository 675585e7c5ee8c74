// Draws the boxes of one page. Used by pdf*.cpp only.
#pragma once

#include <map>

#include <hpdf.h>

#include "render/render.h"

namespace lvce {

struct PlacedFont {
  HPDF_Font handle = nullptr;
  std::map<char32_t, char32_t> private_codes;
};
using PlacedFonts = std::map<FontId, PlacedFont>;

/// Rectangles below lines below text, each in the order given.
void draw_page(HPDF_Page target, const Page& page, const PlacedFonts& fonts);

}  // namespace lvce
