// 能耗明细台账 as rows of meters. Private to energy/.
//
// Columns: 年度, 月份, 能源种类, 表号, 上级表号 (the meter that this one hangs behind; blank or 总表: a main meter), 上期读数, 本期读数, 倍率, 用量,
// 单价, 金额, 备注. A sub-meter whose main meter is not named says 分表 in 备注. 换表 in 备注 (更换, 新表, 翻转, 归零 …): the reading starts anew.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "office/dossier.h"

namespace lvce {

namespace meter_columns {
extern const std::vector<std::string> kYear, kMonth, kCarrier, kMeter, kParent, kPrevious, kPresent, kMultiplier, kQuantity, kPrice, kAmount;
}

struct MeterRow {
  const DetailRow* row = nullptr;
  std::optional<int> year, month;
  std::optional<Carrier> carrier;
  std::string kind;    ///< 能源种类 as typed
  std::string meter;   ///< 表号
  std::string parent;  ///< 上级表号; empty: none
  std::optional<Decimal> previous, present, multiplier, quantity, price, amount;
  Decimal quantity_rounding;  ///< half a unit of the last typed digit
  Decimal price_rounding;
  bool restarted = false;  ///< 换表
  bool is_sub = false;
  std::optional<int> missing_from;  ///< the months from this one (as `when`) to the row's own are not there
  std::optional<int> missing_to;    ///< nor are those behind its own, up to this one
  bool suspect = false;             ///< a check has found fault with its quantity or readings: left out of comparisons

  /// Months since year 0; nothing without year or month.
  std::optional<int> when() const;
  /// By readings and a multiplier.
  std::optional<Decimal> used(const Decimal& times) const;
  /// Whether the typed quantity is this one, as far as it was typed.
  bool quantity_is(const Decimal& expected) const;
};

using MeterSeries = std::vector<MeterRow*>;

std::vector<MeterRow> read_meter_rows(const DetailLedger& ledger);
/// Rows of one meter each, in time (in the sheet's order where a row has no month). Rows without 表号 are left out.
std::vector<MeterSeries> meter_series(std::vector<MeterRow>& rows);

}  // namespace lvce
