// A new workbook (libxlsxwriter): drop-downs from a hidden range, number formats, cell notes, locked official text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "prepare/template_rows.h"

namespace lvce {

struct FilledSheet {
  const SheetTemplate* sheet = nullptr;
  std::vector<TemplateRow> rows;
};

/// The workbook's bytes; nothing, with errno, where the library's temporary files cannot be written.
std::optional<std::string> workbook_bytes(const std::vector<FilledSheet>& sheets);

}  // namespace lvce
