// How folders lie to each other.
#pragma once

#include <filesystem>

namespace lvce {

/// Links followed, also of what does not exist to its end. True also when both are the same folder; false when a link cannot be followed.
bool is_inside(const std::filesystem::path& inner, const std::filesystem::path& outer);

/// A link inside the folder that leads out of it.
bool leads_out(const std::filesystem::path& inner, const std::filesystem::path& folder);

/// A folder of that name beside the unit folder: where output goes when nothing else is asked.
std::filesystem::path beside(const std::filesystem::path& unit, const char* name);

}  // namespace lvce
