// Ledgers of months made for a test, and what the program understands of them.
#pragma once

#include <string>
#include <vector>

#include "workbook/layouts.h"
#include "workbook/xlsx/xlsx_builder.h"

namespace lvce::test {

/// Figures that are nobody else's: 640, 713, 566 …
int figure_at(int month, int base);
std::string cell_of(int month, int base);
/// All twelve of them.
int year_of_base(int base);

std::string year_sum(int base);
/// "3月"
std::string month_name(int month);
/// A title, a header, and the twelve months of 2021 or of no year, with figures about `bases` below `heads`.
std::vector<Row> rows_of(const std::string& title, const std::vector<std::string>& heads, const std::vector<int>& bases);

/// The only ledger of an office: an .xlsx file, or a book of these sheets.
LedgerLayout layout_of_book(const std::string& xlsx);
LedgerLayout layout_of_sheets(const std::vector<SheetXml>& sheets);
/// A title, a header of two columns, and a figure beside each label.
LedgerLayout layout_of_months(const std::string& title, const std::vector<std::string>& labels, const std::string& heading = "用电量（度）");

/// "电 2021 = 96000; 水 2021 = 7680"
std::string sums_of(const LedgerLayout& layout);
/// Nothing is taken, and something is asked.
bool only_asked(const LedgerLayout& layout);

}  // namespace lvce::test
