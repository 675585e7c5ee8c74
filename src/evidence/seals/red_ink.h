// Where a picture shows red ink as seals are printed in, whatever the colour of the paper and of the light.
#pragma once

#include <string>
#include <vector>

namespace lvce {

struct RgbPicture {
  int width = 0;
  int height = 0;
  std::string pixels;  ///< three bytes each, rows from above
};

enum class Ink : unsigned char { paper, red, other };

/// A mark for each pixel: red ink; paper (light and without colour); what is neither.
struct InkMap {
  int width = 0;
  int height = 0;
  std::vector<Ink> inks;
  Ink at(int x, int y) const { return inks[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)]; }
};

/// What is lightest counts as white: yellowed paper and warm light are no red.
InkMap ink_map(const RgbPicture& picture);

/// Black and white, or greys: a seal would not be red here.
bool is_colourless(const RgbPicture& picture);

}  // namespace lvce
