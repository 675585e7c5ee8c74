// The single ledger checks. Each looks at one thing, raises warnings and corrects nothing. Private to energy/.
//
// Limits. 10 % on floor area and people is what reviewing authorities use. The others are ours, wide enough to pass ordinary years and
// narrow enough to catch a slipped unit or decimal point: ±30 % year on year, a month of 5 times the year's median, an intensity beyond 10
// times (or below a tenth of) the national average of 2018.
#pragma once

#include <string>

#include "energy/energy.h"

namespace lvce {

struct CheckInput {
  const Rubric& rubric;
  const Workbook& workbook;
  const EnergyReport& report;
};

/// A warning about a place of the workbook; "where" gets the file's name in front.
void warn(const CheckInput& input, Findings& findings, const char* code, const std::string& place, std::string message, std::string hint);

/// base-changed, carrier-swing, carrier-one-year-only: the energy year against its base year.
void check_swings(const CheckInput& input, Findings& findings);
/// intensity-implausible, electricity-not-used: the energy year against published averages.
void check_plausible(const CheckInput& input, Findings& findings);
/// month-outlier, month-part-exceeds: months against their own year.
void check_months(const CheckInput& input, Findings& findings);
/// vehicle-litres-differ, vehicle-year-unknown, vehicle-over-quota, vehicle-consumption-differs: 公务用车台账.
void check_vehicles(const CheckInput& input, Findings& findings);
/// meter-reading-falls, meter-quantity-differs, meter-amount-differs, meter-not-continuous, meter-year-differs: 能耗明细台账.
void check_meters(const CheckInput& input, Findings& findings);
/// instrument-incomplete: 计量器具台账 lacks what the rubrics print (名称、规格型号、安装使用地点、测量对象).
void check_instruments(const CheckInput& input, Findings& findings);

}  // namespace lvce
