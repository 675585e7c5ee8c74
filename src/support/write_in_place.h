// A file written beside its place and put there in one step.
#pragma once

#include <filesystem>
#include <string_view>

namespace lvce {

/// False, with errno: what was there is as before. A link is followed; what is no file (a pipe, a device) is written to as it is.
bool write_in_place(const std::filesystem::path& file, std::string_view bytes);

}  // namespace lvce
