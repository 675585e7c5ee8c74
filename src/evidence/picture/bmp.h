// Windows bitmaps, which libvips reads only through a loader that we do not trust.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lvce {

inline constexpr std::int64_t kMaxBmpPixels = 50'000'000;  ///< they lie in memory as a whole

struct BmpSize {
  int width = 0;
  int height = 0;               ///< positive, whichever way the rows run
  double across = 0, down = 0;  ///< pixels a metre; 0: not given
};

struct Bitmap {
  BmpSize size;
  std::string rgb;         ///< rows from the top, 3 bytes a pixel; what the file lacks is white
  bool truncated = false;  ///< rows are missing
};

/// From the headers alone. Nothing when they make no sense or the kind is not supported: it is 1, 2, 4, 8, 16, 24 or 32 bits, plain or (4 and 8)
/// in run lengths.
std::optional<BmpSize> bmp_size(std::string_view bytes);

/// Nothing where bmp_size gives nothing, above kMaxBmpPixels, or when no row is there.
std::optional<Bitmap> decode_bmp(std::string_view bytes);

}  // namespace lvce
