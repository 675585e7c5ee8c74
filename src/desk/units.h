// Unit folders as they are found on the disk.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace lvce {

/// A workbook lies in it, of whatever kind: it is a unit's folder.
bool holds_workbook(const std::filesystem::path& folder);

/// Names of the folders right below that are units', in natural order, at most 500.
std::vector<std::string> units_below(const std::filesystem::path& folder);

}  // namespace lvce
