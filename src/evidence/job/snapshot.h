// What is judged is what is bound: a copy of each evidence file that only this run knows. What happens to the file meanwhile changes neither
// the pages nor their digest.
#pragma once

#include <filesystem>
#include <string>

namespace lvce {

enum class Copied { done, unreadable, not_written };

/// Copies `from` to `to`, sharing the blocks where the file system can. A link is unreadable: those of the folder were followed as it was listed.
Copied copy_evidence(const std::filesystem::path& from, const std::filesystem::path& to);

/// Tells one state of a file on the disk from another without reading it (which file, size, times); empty: not there.
std::string disk_stamp(const std::filesystem::path& file);

}  // namespace lvce
