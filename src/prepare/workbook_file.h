// A new workbook on disk (libxlsxwriter): drop-downs from a hidden range, number formats, cell notes, locked official text.
#pragma once

#include <filesystem>
#include <vector>

#include "prepare/template_rows.h"

namespace lvce {

struct FilledSheet {
  const SheetTemplate* sheet = nullptr;
  std::vector<TemplateRow> rows;
};

/// False when the file cannot be written.
bool write_workbook_file(const std::filesystem::path& file, const std::vector<FilledSheet>& sheets);

}  // namespace lvce
