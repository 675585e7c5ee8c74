// A file written beside its place and put there in one step.
#pragma once

#include <filesystem>
#include <string_view>

namespace lvce {

/// False: what was there is as before.
bool write_in_place(const std::filesystem::path& file, std::string_view bytes);

}  // namespace lvce
