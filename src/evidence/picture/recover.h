// JPEG and PNG with damage that libvips gives up, or fills with rows of before: decoded row by row, what the file lacks left white.
#pragma once

#include <string>
#include <string_view>

#include "evidence/picture/pixels.h"

namespace lvce {

struct Recovered {
  Image image;         ///< pixels in memory, not turned; nothing when not even one row could be had
  bool whole = false;  ///< every row is there, though some may be flawed
};

/// Made smaller by the decoder while it stays at least as large as `box`.
Recovered recover_jpeg(std::string_view bytes, PixelBox box);

/// At most kMaxRecoveredPixels.
Recovered recover_png(std::string_view bytes);

inline constexpr std::int64_t kMaxRecoveredPixels = 50'000'000;  ///< they lie in memory as a whole

}  // namespace lvce
