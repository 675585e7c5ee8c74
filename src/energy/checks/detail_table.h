// Reading the optional ledgers by the names that offices give their columns. For energy/ and papers/.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "office/dossier.h"

namespace lvce {

inline constexpr std::size_t kRowsNeeded = 6;  ///< of one meter or vehicle: fewer do not show what is usual

/// The optional ledger of this name, or nullptr.
const DetailLedger* detail_ledger(const Workbook& workbook, const std::string& sheet);
/// The row's cell under the first of these headers that it has (full-width folded, units in brackets ignored), or nullptr.
const DetailCell* detail_cell(const DetailRow& row, const std::vector<std::string>& headers);
std::string detail_text(const DetailRow& row, const std::vector<std::string>& headers);
/// Something other than a number, and no dash: "约200".
bool detail_is_words(const DetailRow& row, const std::vector<std::string>& headers);
std::optional<Decimal> detail_number(const DetailRow& row, const std::vector<std::string>& headers);
/// From 年度, or from a 月份 or 日期 that begins with a year ("2020-03", "2020年3月", "202003").
std::optional<int> detail_year(const DetailRow& row);
/// 1–12 from 月份 or 日期.
std::optional<int> detail_month(const DetailRow& row);
/// The ledger's rows without 合计, 小计 … rows, in the sheet's order.
std::vector<const DetailRow*> detail_rows(const DetailLedger& ledger);
/// Whether any row has something under one of these headers.
bool detail_has(const DetailLedger& ledger, const std::vector<std::string>& headers);
/// Half a unit of the last decimal that was typed: what rounding may have taken away.
Decimal rounding_of(const DetailCell& cell);
/// The names under which offices write this column of 计量器具台账 (安装使用地点: also 安装地点, 使用地点 …), itself first.
std::vector<std::string> instrument_column(const std::string& name);
/// "2020年3月".
std::string month_words(int year, int month);
/// "公务用车台账!G5", for findings; a blank cell's place follows from the column of the other rows.
Place detail_place(const std::string& file, const DetailLedger& ledger, const DetailRow& row, const std::vector<std::string>& headers);

}  // namespace lvce
