// JBIG2 pictures, as a file of their own or as embedded in other formats.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lvce::ofd {

struct GreyPixels {
  int width = 0;
  int height = 0;
  std::string grey;  ///< rows from the top, a byte a pixel, 0 is black
};

/// Nothing when it is none, has more than 64 megapixels or cannot be decoded.
std::optional<GreyPixels> decode_jbig2(std::string_view bytes);

}  // namespace lvce::ofd
