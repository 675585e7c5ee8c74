// Rows of 公务用车台账 with blank cells, written twice, under a wrong plate or month. What is told here is then taken as what the odometer
// says, so that no other check speaks of its consequences; nothing on paper changes.
#include <algorithm>
#include <map>

#include "energy/checks/detail_table.h"
#include "energy/checks/vehicle_checks.h"
#include "support/text.h"

namespace lvce {
namespace {

using namespace vehicle_columns;

bool is_zero_or_blank(const std::optional<Decimal>& number) { return !number || number->is_zero(); }

/// Characters that differ, or one more or less.
bool alike(const std::string& a, const std::string& b) {
  const std::u32string one = decode_utf8(a), other = decode_utf8(b);
  const std::u32string& longer = one.size() < other.size() ? other : one;
  const std::u32string& shorter = one.size() < other.size() ? one : other;
  if (longer.size() - shorter.size() > 1) return false;
  std::size_t front = 0, back = 0;
  while (front < shorter.size() && shorter[front] == longer[front]) ++front;
  while (back < shorter.size() - front && shorter[shorter.size() - 1 - back] == longer[longer.size() - 1 - back]) ++back;
  return longer.size() - front - back <= (longer.size() == shorter.size() ? 2U : 1U);
}

class VehicleRowCheck {
 public:
  VehicleRowCheck(const VehicleInput& input, std::vector<VehicleRow>& rows) : input_(input), rows_(rows) {}

  void check() {
    VehicleSeries all;
    for (VehicleRow& row : rows_) all.push_back(&row);
    check_blanks(all, kPlate);
    check_blanks(all, kFuel);
    for (const auto* headers : {&kLitres, &kKilometres, &kPaid, &kConsumption, &kQuota}) check_words(all, *headers);
    for (const VehicleSeries& series : vehicle_series(rows_)) check_blanks(series, kLitres);  // an electric one has none in any row
    find_copies();
    check_plates();
    take_fuels();
    check_months();
    report_undated();
  }

 private:
  // ---- blanks ----
  void check_blanks(const VehicleSeries& rows, const std::vector<std::string>& headers) {
    const auto filled = std::count_if(rows.begin(), rows.end(), [&](const VehicleRow* row) { return !text(*row, headers).empty(); });
    if (rows.size() < kRowsNeeded || filled * 4 < static_cast<long>(rows.size()) * 3) return;
    for (const VehicleRow* row : rows) {
      const bool stood = &headers == &kLitres && is_zero_or_blank(row->kilometres) && is_zero_or_blank(row->amount);
      if (!text(*row, headers).empty() || stood) continue;
      input_.say("vehicle-cell-missing", *row, headers, headers.front() + "未填", "核对加油记录后补填");
      if (&headers == &kLitres) doubt_litres(*row);
    }
  }

  /// Words where a figure belongs; once where it is the way of the whole column.
  void check_words(const VehicleSeries& rows, const std::vector<std::string>& headers) {
    VehicleSeries words;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(words), [&](const VehicleRow* row) { return detail_is_words(*row->row, headers); });
    if (&headers == &kLitres) std::for_each(words.begin(), words.end(), [&](const VehicleRow* row) { doubt_litres(*row); });
    if (words.size() >= kRowsNeeded && words.size() * 4 > rows.size()) words.resize(1);
    for (const VehicleRow* row : words) {
      input_.say("vehicle-cell-missing", *row, headers, headers.front() + "“" + text(*row, headers) + "”不是数字", "只填数字，不写“约”等字");
    }
  }

  void doubt_litres(const VehicleRow& row) const {
    if (row.fuel && row.year) input_.doubtful.insert({row.when().value_or(*row.year * 12), *row.fuel});
  }

  static std::string text(const VehicleRow& row, const std::vector<std::string>& headers) { return detail_text(*row.row, headers); }

  // ---- copies ----
  void find_copies() {
    std::map<std::string, const VehicleRow*> seen;
    for (VehicleRow& row : rows_) {
      if (!row.litres || !row.when() || (!row.kilometres && !row.from)) continue;
      const std::string key = join(
          {row.plate, std::to_string(*row.when()), row.litres->shortest(), text(row, {"起止里程"}), words(row.from), words(row.kilometres), words(row.amount)},
          "\n");
      const auto [first, fresh] = seen.emplace(key, &row);
      if (fresh) continue;
      input_.say("vehicle-row-twice", row, kWhen, "与第 " + std::to_string(first->second->row->row) + " 行完全相同", "删去重复的一行");
      row.left_out = true;
    }
  }

  static std::string words(const std::optional<Decimal>& number) { return number ? number->shortest() : ""; }

  // ---- plates ----
  /// A plate that occurs once, beside a vehicle that lacks this month and has a like plate, or whose odometer it goes on.
  void check_plates() {
    const std::vector<VehicleSeries> all = vehicle_series(rows_);
    VehicleSeries single;
    for (const VehicleSeries& series : all) {
      if (series.size() == 1) single.push_back(series.front());
    }
    for (VehicleRow& row : rows_) {
      if (row.plate.empty()) single.push_back(&row);
    }
    if (single.size() > kSinglesAtMost) return;
    for (VehicleRow* each : single) {
      VehicleRow& row = *each;
      for (const VehicleSeries& series : all) {
        if (series.size() < kRowsNeeded || series.size() > kChainAtMost || !row.when()) continue;
        const bool lacks = !has_month(series, *row.when());
        const bool fits = lacks && fitting_month(chain_of(series), row.link(), series.size()) == row.when();
        const bool is_like = !row.plate.empty() && !row.from && alike(row.plate, series.front()->plate);
        if (!fits && !(is_like && (lacks || !is_last_month(*row.when())))) continue;  // in the last month it may be a new vehicle
        take_as(row, *series.front());
        break;
      }
    }
  }

  static bool has_month(const VehicleSeries& series, int when) {
    return std::any_of(series.begin(), series.end(), [&](const VehicleRow* row) { return row->when() == when; });
  }

  bool is_last_month(int when) const {
    return std::none_of(rows_.begin(), rows_.end(), [&](const VehicleRow& row) { return row.when() && *row.when() > when; });
  }

  void take_as(VehicleRow& row, const VehicleRow& known) {
    if (!row.plate.empty())
      input_.say("vehicle-plate-unknown", row, kPlate, "这一车牌只有一行，可能是 " + known.plate, "核对车牌；确有此车的，在“核对说明”中写明");
    row.plate = known.plate;
  }

  /// A row without 燃料 burns what its vehicle burns, and so does the only one that says otherwise.
  void take_fuels() {
    for (const VehicleSeries& series : vehicle_series(rows_)) {
      const auto known = std::find_if(series.begin(), series.end(), [](const VehicleRow* row) { return row->fuel.has_value(); });
      if (known == series.end()) continue;
      correct_fuel(series);
      for (VehicleRow* row : series) {
        if (!row->fuel && text(*row, kFuel).empty()) row->fuel = (*known)->fuel;
      }
    }
  }

  void correct_fuel(const VehicleSeries& series) {
    std::map<Carrier, VehicleSeries> by_fuel;
    for (VehicleRow* row : series) {
      if (row->fuel) by_fuel[*row->fuel].push_back(row);
    }
    if (by_fuel.size() != 2 || series.size() < kRowsNeeded) return;
    for (const auto& [fuel, rows] : by_fuel) {
      if (rows.size() != 1) continue;
      VehicleRow& row = *rows.front();
      input_.say("vehicle-fuel-changed", row, kFuel, "燃料填“" + text(row, kFuel) + "”，该车其余各行不是", "核对燃料");
      row.fuel = by_fuel.begin()->first == fuel ? by_fuel.rbegin()->first : by_fuel.begin()->first;
    }
  }

  // ---- months ----
  void check_months() {
    for (const VehicleSeries& series : vehicle_series(rows_)) {
      const std::vector<ChainLink> chain = chain_of(series);
      if (series.size() < kRowsNeeded || series.size() > kChainAtMost) continue;
      for (std::size_t i = 0; i < series.size(); ++i) {
        if (stands_wrong(chain, i)) check_month(*series[i], fitting_month(chain, chain[i], i));
      }
    }
  }

  void check_month(VehicleRow& row, const std::optional<int>& right) {
    if (!right || right == row.when()) return;
    if (row.when()) {
      input_.say("vehicle-month-mistyped", row, kWhen, "里程接上一行，应是 " + month_words(*right / 12, *right % 12 + 1) + "的", "核对年度和月份");
    } else {
      say_undated(row);
    }
    row.year = *right / 12;
    row.month = *right % 12 + 1;
  }

  // ---- rows without year or month ----
  void say_undated(const VehicleRow& row) {
    const std::string typed = text(row, kWhen);
    input_.say("vehicle-year-unknown", row, kWhen, typed.empty() ? "月份未填" : "月份“" + typed + "”看不出是哪年哪月，加油量无法与能耗台账核对",
               "月份写成 2020-03 这样的形式，或加一列“年度”");
  }

  /// Once, where the whole column is written that way.
  void report_undated() {
    std::vector<const VehicleRow*> undated;
    for (const VehicleRow& row : rows_) {
      if (!row.year && row.fuel && row.litres) undated.push_back(&row);
    }
    if (undated.size() * 4 > rows_.size()) undated.resize(1);
    for (const VehicleRow* row : undated) say_undated(*row);
  }

  const VehicleInput& input_;
  std::vector<VehicleRow>& rows_;
};

}  // namespace

void check_vehicle_rows(const VehicleInput& input, std::vector<VehicleRow>& rows) { VehicleRowCheck(input, rows).check(); }

}  // namespace lvce
