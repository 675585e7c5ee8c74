// Whether a path lies in a folder.
#pragma once

#include <filesystem>

namespace lvce {

/// Links followed, also of what does not exist to its end. True also when both are the same folder; false when a link cannot be followed.
bool is_inside(const std::filesystem::path& inner, const std::filesystem::path& outer);

}  // namespace lvce
