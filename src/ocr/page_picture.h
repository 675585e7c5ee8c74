// What a page looks like, in greys, small enough to be read quickly.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace lvce {

struct GreyPicture {
  int width = 0;
  int height = 0;
  std::string pixels;  ///< a byte each, rows from above
};

/// 150 dpi: smaller characters than 4 pt are lost, and larger pictures are read more slowly and, by this language, not better.
inline constexpr int kReadingDpi = 150;
/// Longer side, pixels: what A3 has; larger sheets are drawn smaller.
inline constexpr int kReadingSide = 2480;

/// Page (from 0) of a PDF as it is seen, or a picture turned upright. Nothing where it cannot be drawn.
std::optional<GreyPicture> picture_of_page(const std::filesystem::path& file, int page);

}  // namespace lvce
