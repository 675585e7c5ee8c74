// Whether the day of a reading or payment says the month that its quantity is of.
#pragma once

#include <string>

#include "workbook/detect/block_shape.h"
#include "workbook/detect/candidates.h"

namespace lvce::formats {

/// Doubts metered quantities (electricity, water, gas, heat) whose rows have a day and no month: one of payment, or a reading early in a month, is about
/// the month before as likely as about its own. Readings late in the month, days one by one, and months written as their first day are not doubted.
void doubt_reading_days(Candidate& found, const BlockShape& shape);

}  // namespace lvce::formats
