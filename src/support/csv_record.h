// Records of our own as CSV: fields quoted where they must be, lines that Excel reads.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lvce {

/// With its line end.
std::string csv_line(const std::vector<std::string>& fields);

/// Nothing when the file is there and cannot be read; no rows when there is none.
std::optional<std::vector<std::vector<std::string>>> read_csv_record(const std::filesystem::path& file);
/// Written beside its place and exchanged in one step. `lines` begin with the heads.
bool write_csv_record(const std::filesystem::path& file, const std::string& lines);

}  // namespace lvce
