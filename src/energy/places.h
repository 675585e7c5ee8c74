// Where a figure stands in the workbook, as exactly as it can be said. For energy/ and for compose/, which prints them.
#pragma once

#include "energy/energy.h"

namespace lvce {

inline constexpr const char* kLedgerSheet = "能耗台账";

/// The sheet 能耗台账, or the mapping file that gives it: where something is to be filled in that has no cell. `part`: "2020年"
Place ledger_place(const Workbook& workbook, std::string part = {});
/// The same of 年度基数.
Place bases_place(const Workbook& workbook, std::string part = {});
/// The column of a carrier as mapping files name it: "能耗台账/电".
std::string ledger_target(Carrier carrier);
/// What to do where nothing is given: `plain`, or at such a place of a mapping file the line that it lacks ("能耗台账/电").
std::string hint_at(const Workbook& workbook, const Place& place, const std::string& target, std::string plain);

/// The cell of a month ("能耗台账!C5"); that of the office's own sheet where a mapping gives the figure, and what it lacks there in words.
Place month_place(const Workbook& workbook, Carrier carrier, int year, int month);
/// The cells of a year, a place for each sheet ("能耗台账!C2:C13", or the one of its 全年 row; "本单位登记表.xlsx 2020年!B4:B15").
std::vector<Place> year_places(const Workbook& workbook, Carrier carrier, int year);
/// The first of them; what lies in further sheets is counted in words.
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
Place ledger_row_place(const Workbook& workbook, const LedgerRow& row);
/// A cell of 年度基数, by column name and member.
Place base_place(const Workbook& workbook, int year, const std::string& name, Given<Decimal> YearBase::*member);

}  // namespace lvce
