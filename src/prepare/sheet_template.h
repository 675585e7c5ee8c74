// templates/workbook.yaml as plain data.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lvce {

enum class CellKind { general, text, number, whole, percent, long_text };
enum class RowsOf { fixed, years, months, metrics, indicators, blank };

struct TemplateColumn {
  std::string header;
  double width = 12;  ///< characters
  bool locked = false;
  CellKind kind = CellKind::general;
  std::string note;
  std::vector<std::string> choices;
};

struct TemplateItem {  ///< a row of a `fixed` sheet
  std::string name;
  std::string value;  ///< may hold {rubric} {year} …
  CellKind kind = CellKind::general;
  std::string note;
  std::vector<std::string> choices;
};

struct SheetTemplate {
  std::string name;
  RowsOf rows = RowsOf::blank;
  int count = 0;
  std::string hint;
  std::vector<TemplateColumn> columns;
  std::vector<TemplateItem> items;
};

/// Nothing when the file is missing or broken; `problem` says why, with line and column.
std::optional<std::vector<SheetTemplate>> load_sheet_templates(const std::filesystem::path& file, std::string& problem);

}  // namespace lvce
