// The few facts about a JPEG file that a PDF image needs.
#pragma once

#include <filesystem>
#include <optional>

namespace lvce {

struct JpegHeader {
  int width = 0, height = 0;
  int components = 0;  ///< 1 grey, 3 colour
};

/// Reads the frame header (SOFn). Nothing when the file is no baseline or progressive JPEG of 8 bits with 1 or 3 components.
std::optional<JpegHeader> read_jpeg_header(const std::filesystem::path& path);

}  // namespace lvce
