// Reads fonts/faces.yaml: which files there are and in which order a face falls back on them. Used by faces.cpp, and by evidence/ofd, which draws the files
// itself.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "faces/faces.h"

namespace lvce {

inline constexpr int kFaceCount = 5;

struct FaceList {
  std::vector<std::string> files;                        ///< file names; a FontId is an index into them
  std::array<std::vector<FontId>, kFaceCount> fallback;  ///< by Face: its own font first
};

/// Throws std::runtime_error with a Chinese message.
FaceList read_face_list(const std::filesystem::path& file);

}  // namespace lvce
