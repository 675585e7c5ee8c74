// Bytes in and out of the disk: capped reads, SHA-256, where the program's own data lies.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace lvce {

/// Whole file, or nothing when it cannot be read, is no regular file or is larger than `cap` bytes.
std::optional<std::string> read_file(const std::filesystem::path& path, std::uintmax_t cap);
/// Writes; false, with errno, when anything failed (disk full, no permission). Not yet safe from a power cut: pack/ syncs a whole package at once.
bool write_file(const std::filesystem::path& path, std::string_view bytes);

/// Whether a file can be made there, or emptied; none is left.
bool can_make_file(const std::filesystem::path& path);

/// Lower-case hexadecimal SHA-256.
std::string sha256_of(std::string_view bytes);
/// Streams the file; nothing when it cannot be read.
std::optional<std::string> sha256_of_file(const std::filesystem::path& path);

/// Folder that holds rubrics/, templates/ and fonts/: $LVCE_DATA, else <prefix>/share/lvce, else the source tree of the build.
std::filesystem::path data_folder();

}  // namespace lvce
