// Rows of a new workbook's sheets as plain cells: from the template, the rubric, the years and what an older workbook had.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "energy/energy.h"
#include "office/dossier.h"
#include "prepare/sheet_template.h"
#include "rubric/model.h"

namespace lvce {

struct TemplateCell {
  std::string text;     ///< empty: blank
  bool number = false;  ///< write as a number
  std::string note;     ///< cell note
  std::vector<std::string> choices;
  bool only_choices = true;  ///< anything else is asked about; false: the list only helps
  CellKind kind = CellKind::general;
  bool locked = false;
  std::optional<Points> maximum;  ///< 自评得分: 0…maximum
};

using TemplateRow = std::vector<TemplateCell>;

struct FillContext {
  const Rubric& rubric;
  Years years;
  const Workbook* earlier = nullptr;  ///< nullptr: none
};

std::vector<TemplateRow> rows_of_sheet(const SheetTemplate& sheet, const FillContext& context);

/// What the older workbook holds that has no place in the new one (Chinese, one line each).
std::vector<std::string> left_behind(const FillContext& context);

}  // namespace lvce
