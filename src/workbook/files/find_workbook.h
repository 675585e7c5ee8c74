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
  std::vector<std::string> besides = {};       ///< patterns of further workbooks that a mapping file reads: never the unit's own workbook
};

/// The given one; else the only .xlsx; else, with a note, the only .xls, .et or .ods, or the CSV files named after the contract's sheets.
/// None, or more than one: nothing, and an error finding.
std::optional<FoundWorkbook> find_workbook(const WorkbookSearch& search, Findings& findings);

/// The office's own ledgers: all spreadsheets of its 能耗 folder, and those of the unit folder whose name, with or without its ending, matches one
/// of the patterns (see matches_pattern).
inline constexpr const char* kOwnLedgers = "能耗";
std::vector<std::filesystem::path> find_own_ledgers(const std::filesystem::path& folder, const std::vector<std::string>& patterns);
/// All spreadsheets at this level in natural order; lock files, dot-files and links that leave the folder aside.
/// Folders in 能耗 that hold spreadsheets, as they are shown: "能耗/2021年". Files in them are not read.
std::vector<std::string> ledgers_below(const std::filesystem::path& folder);
std::vector<std::filesystem::path> spreadsheets_in(const std::filesystem::path& folder);
/// Those of a folder in the unit folder; none where it is a link that leads out of the unit.
std::vector<std::filesystem::path> spreadsheets_in(const std::filesystem::path& unit, const char* folder);
/// What is said where 能耗 is such a link.
std::optional<Finding> own_ledgers_lead_out(const std::filesystem::path& unit);

/// File name as UTF-8, whatever its bytes are.
std::string shown_name(const std::filesystem::path& path);

/// Widths folded, white space aside; * stands for any characters.
bool matches_pattern(const std::string& name, const std::string& pattern);

}  // namespace lvce::formats
