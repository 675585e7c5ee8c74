// Native charts over named cells.
#pragma once

#include <vector>

#include <xlsxwriter.h>

#include "render/xlsx_plan.h"

namespace lvce {

/// Series without named cells are left out: a chart in a sheet shows only what the sheet holds.
void insert_chart(lxw_workbook* book, lxw_worksheet* sheet, const PlannedChart& planned, const CellNames& names, const std::vector<PlannedSheet>& sheets);

}  // namespace lvce
