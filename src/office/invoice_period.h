// What is printed on invoices in words: the period of use, the customer's number, the invoice that a red one cancels. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "office/invoice.h"

namespace lvce {

/// "2024-01-01至2024-01-31", "抄表日期：20240101-20240131", "2024年1月1日—1月31日"; else months: "电费年月：202401", "2024年1月电费", "2024年1-2月".
/// Nothing when none is printed, or several that differ; terms of contracts are none. A reading on the first day of a month ends the month before,
/// one on the last begins the month after.
std::optional<DaySpan> period_in(std::string_view text);

/// The month, or months, that a file's name (or else the folders above it) says with year and without a day: "2024年3月电费.pdf", "2024/3月/a.ofd".
std::optional<DaySpan> period_of_name(std::string_view path);

/// What stands behind 户号, 用户编号, 客户编号, 表号 …; empty: none.
std::string meter_in(std::string_view text);

/// Digits of the invoice that a remark says is cancelled (被红冲蓝字数电票号码, 对应正数发票代码 … 号码 …); empty: none.
std::string cancelled_in(std::string_view text);

}  // namespace lvce
