// The single ledger checks. Each looks at one thing, raises warnings and corrects nothing. Private to energy/.
//
// Limits. 10 % year on year, on floor area and on people is what reviewing authorities use; of a carrier an answer is asked beyond 30 %. The others are ours,
// wide enough to pass ordinary years and narrow enough to catch a slipped unit or decimal point: a month of 5 times what is usual, an intensity 5 times (or a
// tenth of) the national average of 2018, a price half above or below the median of the office's own (no official band is assumed), a column that three of four
// rows fill in, a quantity of waste 5 times off its kind's median and 3 times off all others.
//
// A place is a cell wherever there is one, so that an answer in 核对说明 can name it; a year's figure is its range of cells. One fault is said
// once: what only follows from another finding is left out.
#pragma once

#include <string>

#include "energy/energy.h"

namespace lvce {

struct CheckInput {
  const Rubric& rubric;
  const Workbook& workbook;
  const EnergyReport& report;
};

/// A warning about a place of the workbook.
void warn(Findings& findings, const char* code, Place place, std::string message, std::string hint);

/// Whether 核对说明 answers this finding by its place.
bool is_answered(const CheckInput& input, const char* code, const Place& place);

/// base-changed, base-part-exceeds: 年度基数.
void check_bases(const CheckInput& input, Findings& findings);
/// carrier-swing, carrier-one-year-only: the energy year against its base year.
void check_swings(const CheckInput& input, Findings& findings);
/// intensity-implausible, electricity-not-used: the compared years against published averages.
void check_plausible(const CheckInput& input, Findings& findings);
/// month-outlier, month-part-exceeds: months against their own year.
void check_months(const CheckInput& input, Findings& findings);
/// 公务用车台账: the codes stand in vehicle_checks.h.
void check_vehicles(const CheckInput& input, Findings& findings);
/// 能耗明细台账: the codes stand in meter_checks.h.
void check_meters(const CheckInput& input, Findings& findings);
/// report.invoices against the months of 能耗台账: the codes stand in invoice_checks.h.
void check_invoices(const CheckInput& input, Findings& findings);
/// instrument-incomplete: 计量器具台账 lacks what the rubrics print (名称、规格型号、安装使用地点、测量对象).
void check_instruments(const CheckInput& input, Findings& findings);
/// waste-column-missing, waste-cell-missing, waste-kind-unknown, waste-quantity, waste-quantity-unusual, waste-date, waste-month-missing: 垃圾清运台账.
void check_waste(const CheckInput& input, Findings& findings);

}  // namespace lvce
