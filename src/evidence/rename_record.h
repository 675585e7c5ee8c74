// 改名记录.csv in 佐证材料: what was renamed, in rounds that can be taken back.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lvce {

inline constexpr const char* kRenameRecord = "改名记录.csv";

struct Rename {
  int round = 0;
  std::string from;  ///< below 佐证材料; empty: `to` is a folder that was made
  std::string to;
  std::string sha256;
};

/// Nothing when the record is there and cannot be read; no rows when there is none.
std::optional<std::vector<Rename>> read_renames(const std::filesystem::path& file);
bool write_renames(const std::filesystem::path& file, const std::vector<Rename>& renames);

/// Where files lay before they were first renamed, by where they lie now.
std::map<std::string, std::string> former_paths(const std::vector<Rename>& renames);

}  // namespace lvce
