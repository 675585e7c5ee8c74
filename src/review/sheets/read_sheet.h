// 核查表.xlsx as it came back: what was entered, each with its cell.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "review/sheets/review_sheet.h"
#include "support/finding.h"

namespace lvce {

/// What stands in a row; a cell that is blank is not given.
struct SheetEntry {
  std::optional<Points> score;
  std::optional<std::int64_t> places;
  std::string opinion, reviewer;
  Place score_place, places_place;
  bool any() const { return score || places || !opinion.empty() || !reviewer.empty(); }
};

struct ReturnedSheet {
  std::string file;  ///< below the bureau's folder
  SheetIdentity identity;
  std::map<std::string, SheetEntry> entries;  ///< by indicator; only rows that hold something
  bool refused = false;                       ///< a cell could not be used: an error says which
};

/// Only the file's own form is looked at: numbers, rows that stand twice. Nothing: not a sheet of ours, a finding says why.
std::optional<ReturnedSheet> read_review_sheet(const std::filesystem::path& path, const std::string& file, Findings& findings);

}  // namespace lvce
