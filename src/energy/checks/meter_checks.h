// The parts of check_meters, in the order in which they run: each marks the rows that it finds fault with. Private to energy/.
#pragma once

#include "energy/checks/checks.h"
#include "energy/checks/meter_rows.h"

namespace lvce {

/// What the parts share.
struct MeterInput {
  const CheckInput& check;
  const DetailLedger& ledger;
  Findings& findings;

  void say(const char* code, const MeterRow& row, const std::vector<std::string>& headers, std::string message,
           std::string hint = "核对抄表记录和票据；属实的，在“核对说明”中写明原因") const;
};

/// meter-cell-missing, meter-number-unknown, meter-month-mistyped.
void check_misplaced(const MeterInput& input, std::vector<MeterRow>& rows);
/// meter-reading-falls, meter-not-continuous, meter-quantity-differs, meter-multiplier-changed, meter-month-twice, meter-month-missing.
void check_readings(const MeterInput& input, std::vector<MeterRow>& rows);
/// meter-month-missing at either end of a meter's rows.
void check_ends(const MeterInput& input, std::vector<MeterRow>& rows);
/// meter-price-unusual, meter-amount-differs.
void check_prices(const MeterInput& input, std::vector<MeterRow>& rows);
/// meter-sub-exceeds, meter-parent-unknown.
void check_sub_meters(const MeterInput& input, const std::vector<MeterRow>& rows);
/// meter-ledger-differs: main meters against 能耗台账.
void check_meter_sums(const MeterInput& input, const std::vector<MeterRow>& rows);

}  // namespace lvce
