// What the sheets that go by year share: which rows count, and units in headers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "workbook/sheets/table.h"

namespace lvce {

/// True for rows that are a total (合计 …) in one of these columns; noted.
bool skip_total_row(const SheetTable& table, int row, const std::vector<std::string>& columns);
/// True where 月份 or 年度 say 一季度, 上半年, 同比, 月平均, 合计 …: worked out from the months.
bool is_summary_row(const SheetTable& table, int row);
/// True for a line of words under the table, in the first column alone; noted.
bool skip_remark_row(const SheetTable& table, int row, const std::string& first);
/// The year that stands in a row, in a cell merged down to it, or only in the first of the rows of its months (whose months count up); nothing else, nothing
/// said.
std::optional<int> shown_row_year(const SheetTable& table, int row);
/// The year of a row; nothing for totals, remarks (both noted) and rows without a readable year (an error).
std::optional<int> read_row_year(const SheetTable& table, int row);

/// "电（斤）": an error that names the header cell and the usual unit.
void report_unknown_unit(const SheetTable& table, const std::string& column, const std::string& usual);
/// One note for all headers without a unit.
void report_assumed_units(const SheetTable& table, const std::vector<std::string>& assumed);

}  // namespace lvce
