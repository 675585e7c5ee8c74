// Where a figure stands in the workbook, as exactly as it can be said. For energy/ and for compose/, which prints them.
#pragma once

#include "energy/energy.h"

namespace lvce {

inline constexpr const char* kLedgerSheet = "能耗台账";

/// The cell of a month ("能耗台账!C5").
Place month_place(const Workbook& workbook, Carrier carrier, int year, int month);
/// The cells of a year ("能耗台账!C2:C13", or the one of its 全年 row).
Place year_place(const Workbook& workbook, Carrier carrier, int year);
/// Where a part exceeds its whole: the month's cell when it is one month, else the year's.
Place part_place(const Workbook& workbook, const YearFigures& year, Carrier part, Carrier whole);
/// Months in which the part exceeds its whole.
std::vector<int> months_exceeding(const CarrierYear& part, const CarrierYear& whole);
/// Where a year that 能耗台账 does not have belongs: the 月份 cell of its nearest row.
Place ledger_year_place(const Workbook& workbook, int year);
/// Where a year without a row in 年度基数 belongs: the 年度 cell of the nearest year.
Place base_year_place(const Workbook& workbook, int year);
/// A row of 能耗台账, where no cell of it can be named.
Place ledger_row_place(const Workbook& workbook, int row);
/// A cell of 年度基数, by column name and member.
Place base_place(const Workbook& workbook, int year, const std::string& name, Given<Decimal> YearBase::*member);

}  // namespace lvce
