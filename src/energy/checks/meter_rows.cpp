#include "energy/checks/meter_rows.h"

#include <algorithm>
#include <map>

#include "energy/carriers.h"
#include "energy/checks/detail_table.h"
#include "office/values.h"
#include "support/text.h"

namespace lvce {

namespace meter_columns {
const std::vector<std::string> kYear = {"年度", "年份"};
const std::vector<std::string> kMonth = {"月份", "日期"};
const std::vector<std::string> kCarrier = {"能源种类", "能源资源种类", "种类", "能源品种"};
const std::vector<std::string> kMeter = {"表号", "计量表号", "仪表编号"};
const std::vector<std::string> kParent = {"上级表号", "上级表", "总表表号"};
const std::vector<std::string> kPrevious = {"上期读数", "上次读数", "上月读数", "起数"};
const std::vector<std::string> kPresent = {"本期读数", "本次读数", "本月读数", "止数"};
const std::vector<std::string> kMultiplier = {"倍率"};
const std::vector<std::string> kQuantity = {"用量", "数量", "消耗量", "消费量"};
const std::vector<std::string> kPrice = {"单价"};
const std::vector<std::string> kAmount = {"金额", "费用"};
}  // namespace meter_columns

namespace {

using namespace meter_columns;

std::optional<Carrier> carrier_of(const std::string& typed) {
  static const std::map<std::string, Carrier> kOtherNames = {{"电力", Carrier::electricity}, {"用电", Carrier::electricity}, {"自来水", Carrier::water},
                                                             {"用水", Carrier::water},       {"燃气", Carrier::natural_gas}, {"热量", Carrier::heat},
                                                             {"供热", Carrier::heat},        {"采暖", Carrier::heat}};
  if (const auto carrier = carrier_by_name(typed)) return carrier;
  const auto found = kOtherNames.find(typed);
  return found == kOtherNames.end() ? std::nullopt : std::optional(found->second);
}

bool says_any(const std::string& text, std::initializer_list<const char*> words) {
  return std::any_of(words.begin(), words.end(), [&](const char* word) { return text.find(word) != std::string::npos; });
}

Decimal rounding_under(const DetailRow& row, const std::vector<std::string>& headers) {
  const DetailCell* cell = detail_cell(row, headers);
  return cell == nullptr ? Decimal() : rounding_of(*cell);
}

MeterRow read_meter_row(const DetailRow& row) {
  MeterRow out;
  out.row = &row;
  out.year = detail_year(row);
  out.month = detail_month(row);
  out.kind = without_space(fold_width(detail_text(row, kCarrier)));
  out.carrier = carrier_of(out.kind);
  out.meter = without_space(fold_width(detail_text(row, kMeter)));
  out.parent = without_space(fold_width(detail_text(row, kParent)));
  if (says_any(out.parent, {"总表", "无"}) || is_dash(out.parent)) out.parent.clear();
  out.previous = detail_number(row, kPrevious);
  out.present = detail_number(row, kPresent);
  out.multiplier = detail_number(row, kMultiplier);
  out.quantity = detail_number(row, kQuantity);
  out.price = detail_number(row, kPrice);
  out.amount = detail_number(row, kAmount);
  out.quantity_rounding = rounding_under(row, kQuantity);
  out.price_rounding = rounding_under(row, kPrice);
  const std::string remark = detail_text(row, {"备注", "说明"});
  out.restarted = says_any(remark, {"换表", "更换", "新表", "翻转", "归零", "清零", "换互感器"});
  out.is_sub = !out.parent.empty() || says_any(remark, {"分表", "子表"});
  return out;
}

/// In the sheet's order where a row has no month; by readings within a month, unless a meter was changed.
void put_in_time(std::vector<MeterRow*>& series) {
  const auto all = [&](auto property) { return std::all_of(series.begin(), series.end(), property); };
  if (!all([](const MeterRow* row) { return row->when().has_value(); })) return;
  const bool by_reading = all([](const MeterRow* row) { return row->previous && !row->restarted; });
  std::stable_sort(series.begin(), series.end(), [&](const MeterRow* a, const MeterRow* b) {
    if (a->when() != b->when() || !by_reading) return *a->when() < *b->when();
    return *a->previous < *b->previous;
  });
}

}  // namespace

std::optional<int> MeterRow::when() const {
  if (!year || !month) return std::nullopt;
  return *year * 12 + *month - 1;
}

std::optional<Decimal> MeterRow::used(const Decimal& times) const {
  if (!previous || !present) return std::nullopt;
  return (*present - *previous) * times;
}

bool MeterRow::quantity_is(const Decimal& expected) const { return quantity && (*quantity - expected).abs() <= quantity_rounding; }

std::vector<MeterRow> read_meter_rows(const DetailLedger& ledger) {
  std::vector<MeterRow> out;
  for (const DetailRow* row : detail_rows(ledger)) out.push_back(read_meter_row(*row));
  return out;
}

std::vector<std::vector<MeterRow*>> meter_series(std::vector<MeterRow>& rows) {
  std::map<std::pair<std::string, std::string>, std::vector<MeterRow*>> by_meter;
  for (MeterRow& row : rows) {
    if (!row.meter.empty()) by_meter[{row.kind, row.meter}].push_back(&row);
  }
  std::vector<std::vector<MeterRow*>> out;
  for (auto& [meter, series] : by_meter) {
    put_in_time(series);
    out.push_back(std::move(series));
  }
  return out;
}

}  // namespace lvce
