// SHA256SUMS: "<64 hex digits>  <name>" a line, sorted by name. For pack/ and lvce papers.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace lvce {

using Sums = std::map<std::string, std::string>;  ///< name → digest

/// Nothing when a line is not of the format, or a name stands twice.
std::optional<Sums> parse_sums(const std::string& text);
std::string sums_to_text(const Sums& sums);

/// Reads the file `name` of a folder (≤ 16 MiB).
std::optional<Sums> read_sums(const std::filesystem::path& folder, const std::string& name);

}  // namespace lvce
