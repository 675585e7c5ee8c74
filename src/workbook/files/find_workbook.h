// Which files of the unit folder are its workbook.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "support/finding.h"

namespace lvce::formats {

struct FoundWorkbook {
  std::vector<std::filesystem::path> files;  ///< one workbook, or several CSV files
  std::string shown;                         ///< what findings call it
};

struct WorkbookSearch {
  std::filesystem::path folder;
  std::optional<std::filesystem::path> given;  ///< --workbook; of a CSV file its contract-named neighbours come along
  std::string besides;                         ///< pattern of a further workbook that a mapping file reads: never the unit's own workbook
};

/// The given one; else the only .xlsx; else, with a note, the only .xls, .et or .ods, or the CSV files named after the contract's sheets.
/// None, or more than one: nothing, and an error finding.
std::optional<FoundWorkbook> find_workbook(const WorkbookSearch& search, Findings& findings);

/// Files of the folder whose name without its ending matches the pattern (see matches_pattern).
std::vector<std::filesystem::path> find_matching(const std::filesystem::path& folder, const std::string& pattern);

/// File name as UTF-8, whatever its bytes are.
std::string shown_name(const std::filesystem::path& path);

/// Widths folded, white space aside; * stands for any characters.
bool matches_pattern(const std::string& name, const std::string& pattern);

}  // namespace lvce::formats
