// What the templates of papers may name besides office.*, years.*, energy.* … (docs/template-format.md).
#pragma once

#include "assess/assess.h"
#include "compose/scope.h"
#include "papers/period.h"

namespace lvce {

/// period.*, period_rows and period_main_rows (row.*), period_months (month.*). Borrows the assessment.
void add_period_words(Vocabulary& words, const Assessment& assessment, const Period& period);

/// What of 公务用车台账 cannot be counted.
struct BlankVehicles {
  std::string words;         ///< "晋A·00001 3月；…"; empty: none
  std::vector<Place> cells;  ///< of each row the first that is blank
};

/// vehicles (vehicle.*), vehicle_months, vehicle_fuels (fuel.*) of one year of 公务用车台账. Borrows the assessment.
BlankVehicles add_vehicle_words(Vocabulary& words, const Assessment& assessment, int year);
/// Years that 公务用车台账 has figures for.
std::vector<int> vehicle_years(const Workbook& workbook);

/// invoices.count, invoice_rows (invoice.*), invoice_months (month.*), invoice_sources (source.*). Borrows the assessment. False: there are none.
bool add_invoice_words(Vocabulary& words, const Assessment& assessment);

/// meters (meter.*). False: 计量器具台账 is empty.
bool add_meter_words(Vocabulary& words, const Workbook& workbook);

/// waste.*, waste_months, waste_kinds of one year of 垃圾清运台账. Returns the cells of the rows that could not be counted
/// (no month, kind or number).
std::vector<Place> add_waste_words(Vocabulary& words, const Workbook& workbook, int year);
std::vector<int> waste_years(const Workbook& workbook);

}  // namespace lvce
