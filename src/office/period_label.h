// What a row or a column of periods is made of: months, else quarters and halves of a year, else whole years. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "office/month_label.h"

namespace lvce {

enum class PeriodKind { months, quarters, years };

/// Months where one of the texts is a month, else quarters (一季度, 2021年上半年) where one is, else years (2021年).
PeriodKind kind_of_periods(const std::vector<std::string>& texts);
/// What one of them says; a whole year is from 0 to 0.
std::optional<MonthLabel> period_label(const std::string& text, PeriodKind kind);

}  // namespace lvce
