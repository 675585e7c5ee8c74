// `lvce init`: from a rubric to a unit folder that only waits to be filled in.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "energy/energy.h"
#include "office/dossier.h"
#include "rubric/model.h"
#include "support/finding.h"

namespace lvce {

/// What `init` did: files created and files left alone, both relative to the unit folder.
struct Prepared {
  std::vector<std::string> created;
  std::vector<std::string> kept;
  std::string workbook;                     ///< the unit's workbook, new or kept; empty: none
  std::vector<std::filesystem::path> made;  ///< all files and folders that are new, in their order
  Findings findings;                        ///< error: something could not be written, and nothing more was tried
};

/// The unit folder itself, with those above it. False (a finding) where it cannot be made.
bool prepare_folder(const std::filesystem::path& unit, Prepared& done);
/// After an error: what was made is taken away again, so that nothing half-prepared stays.
void take_back(Prepared& done);

/// The years that a new workbook starts with: Y as given, the others by the rubric's defaults.
Years default_years(const Rubric& rubric, int year);

/// 台账.xlsx from templates/workbook.yaml, filled from the rubric. `earlier` is an older workbook whose values are carried over where
/// they still fit (nullptr: none); what does not fit becomes a finding.
/// Overwrites nothing: when the unit folder holds an .xlsx file, that one is kept.
void prepare_workbook(const std::filesystem::path& unit, const std::filesystem::path& data, const Rubric& rubric, const Years& years, const Workbook* earlier,
                      Prepared& done);

/// 佐证材料/<id> <what>/说明.txt for every indicator. A folder that already stands for the indicator is kept, whatever its name.
void prepare_evidence_folders(const std::filesystem::path& unit, const Rubric& rubric, const Years& years, Prepared& done);

/// "2021 年", "2020—2021 年"; empty where the year that it counts from is not known.
std::string window_text(const YearWindow& window, const Years& years);

/// Text of 说明.txt: the wording, the points, what to put in, how many, which years, caption or seal.
std::string evidence_note(const Indicator& indicator, const Years& years);

}  // namespace lvce
