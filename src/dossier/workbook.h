// Reading the unit's workbook (design: sheets by name, columns by header). Two floors: an .xlsx of any maker to a grid of cells, and
// the grid to the field's meaning.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "dossier/dossier.h"

namespace lvce {

struct ReadWorkbook {
  std::optional<Workbook> workbook;  ///< nothing: cannot be used at all (exit code 3); the findings say why
  Findings findings;
};

/// Finds the only .xlsx of the unit folder (lock files ~$… and .~lock… aside), or takes the one given.
ReadWorkbook read_unit_workbook(const std::filesystem::path& unit_folder, const std::optional<std::filesystem::path>& given);

/// 是 = TRUE, √, 有, 已完成; 否 = FALSE, ×, 无. Nothing for any other text.
std::optional<bool> parse_yes_no(std::string_view text);

}  // namespace lvce
