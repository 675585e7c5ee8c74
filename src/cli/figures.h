// 数据来源单位: the consumption figures of one unit taken from another's workbook.
#pragma once

#include "cli/options.h"
#include "support/finding.h"
#include "workbook/workbook.h"

namespace lvce {

/// Puts ledger, 年度基数, 折算系数, the detail ledgers and the answers to their findings of the other unit's workbook in the place of the unit's own, with a
/// note. Where the other's workbook cannot be read there are no figures, and an error says so.
void take_figures(ReadWorkbook& own, const FiguresFrom& from);

/// What is said of those sheets is said of the other's file.
void name_figures_file(Findings& findings, const std::string& own_file, const FiguresFrom& from);

}  // namespace lvce
