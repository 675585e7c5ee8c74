// 实况照片 (.livp): a ZIP of a picture and a short film.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace lvce {

/// By its ending, whatever it holds.
bool has_live_photo_name(const std::filesystem::path& file);

/// The bytes of the first picture in it. Nothing when there is none, or the ZIP is damaged, locked or too large.
std::optional<std::string> picture_of_live_photo(const std::filesystem::path& file);

}  // namespace lvce
