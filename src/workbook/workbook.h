// Reading the unit's workbook (design: sheets by name, columns by header). Two floors: a workbook of any format and maker to a grid of
// cells (an office's own layout put into the contract's form by a mapping file), and the grid to the field's meaning.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "office/dossier.h"

namespace lvce {

struct ReadWorkbook {
  std::optional<Workbook> workbook;  ///< nothing: cannot be used at all (exit code 3); the findings say why
  Findings findings;
};

struct WorkbookChoice {
  std::filesystem::path folder;                  ///< the unit folder
  std::optional<std::filesystem::path> given;    ///< --workbook
  std::optional<std::filesystem::path> mapping;  ///< --mapping: a file, or the name of one in templates/mappings
  bool rubric_known = false;                     ///< --rubric: what a mapping read is then of use without 单位信息, which is an error but no failure
};

/// Finds the only .xlsx of the unit folder (lock files ~$… and .~lock… aside), or takes the one given. Without an .xlsx the only .xls,
/// .et or .ods, or the CSV files named after the contract's sheets, are taken with a note. Old formats are read in a worker process.
ReadWorkbook read_unit_workbook(const WorkbookChoice& choice);
ReadWorkbook read_unit_workbook(const std::filesystem::path& unit_folder, const std::optional<std::filesystem::path>& given);

/// 单位名称 of the unit's workbook, with nothing else of it read where that can be; empty: none, or it cannot be read.
std::string read_unit_name(const std::filesystem::path& unit_folder);

/// The main loop of that worker (`lvce --workbook-worker`): a workbook on standard input, its cells on standard output.
int run_workbook_worker();

}  // namespace lvce
