// Sub-meters against their main meter, and main meters against 能耗台账.
#include <algorithm>
#include <map>
#include <set>

#include "energy/checks/detail_table.h"
#include "energy/checks/ledger_rounding.h"
#include "energy/checks/meter_checks.h"
#include "energy/places.h"

namespace lvce {
namespace {

using namespace meter_columns;

/// A month of a carrier, or of one meter of it.
using Key = std::pair<std::string, int>;

struct Behind {
  Decimal sum;
  const MeterRow* largest = nullptr;
};

void add_sub(Behind& behind, const MeterRow& row) {
  behind.sum += *row.quantity;
  if (behind.largest == nullptr || *row.quantity > *behind.largest->quantity) behind.largest = &row;
}

std::string key_of(const MeterRow& row, const std::string& meter) { return row.kind + "\n" + meter; }

void say_exceeds(const MeterInput& input, const Behind& behind, const Decimal& whole, const std::string& main) {
  input.say("meter-sub-exceeds", *behind.largest, kQuantity, "等分表用量合计 " + behind.sum.shortest() + "，大于" + main + "的 " + whole.shortest(),
            "核对分表和总表的读数、倍率和上级表号");
}

void check_parents(const MeterInput& input, const std::vector<MeterRow>& rows) {
  std::set<std::string> known, said;
  for (const MeterRow& row : rows) known.insert(key_of(row, row.meter));
  for (const MeterRow& row : rows) {
    if (row.parent.empty() || (known.contains(key_of(row, row.parent)) && row.parent != row.meter)) continue;
    if (!said.insert(key_of(row, row.meter + "\n" + row.parent)).second) continue;
    input.say("meter-parent-unknown", row, kParent, "的上级表号 " + row.parent + (row.parent == row.meter ? " 就是它自己" : " 不在台账中"),
              "上级表号填同一能源种类的另一块表，总表留空");
  }
}

using Months = std::map<std::pair<int, Carrier>, std::map<int, Decimal>>;

class SumCheck {
 public:
  SumCheck(const MeterInput& input, const std::vector<MeterRow>& rows) : input_(input) {
    for (const MeterRow& row : rows) {
      if (!row.when() || !row.carrier || row.is_sub) continue;
      if (row.quantity) sums_[{*row.year, *row.carrier}][*row.month] += *row.quantity;
      for (int month = row.missing_from.value_or(0); row.missing_from && month < *row.when(); ++month) doubt(*row.carrier, month);
      for (int month = *row.when() + 1; row.missing_to && month <= *row.missing_to; ++month) doubt(*row.carrier, month);
      if (row.suspect) doubtful_.insert({{*row.year, *row.carrier}, *row.month});
    }
  }

  void check() {
    for (const auto& [key, months] : sums_) {
      const auto year = input_.check.report.years.find(key.first);
      if (year == input_.check.report.years.end()) continue;
      const auto carrier = year->second.carriers.find(key.second);
      if (carrier == year->second.carriers.end()) continue;
      if (!roundings_.contains(key.second)) roundings_.emplace(key.second, ledger_rounding(input_.check, key.second));
      if (carrier->second.months.empty()) {
        compare_year(key, months, carrier->second);
      } else {
        compare_months(key, months, carrier->second);
      }
    }
  }

 private:
  using Key = std::pair<int, Carrier>;

  void doubt(Carrier carrier, int when) { doubtful_.insert({{when / 12, carrier}, when % 12 + 1}); }

  /// Months without gaps but those in which nothing was used: a meter read every second month says nothing about the months.
  static bool in_a_row(const std::map<int, Decimal>& months, const CarrierYear& ledger) {
    return std::all_of(ledger.months.begin(), ledger.months.end(), [&](const auto& month) {
      const bool outside = month.first < months.begin()->first || month.first > months.rbegin()->first;
      return outside || months.contains(month.first) || !month.second || month.second->is_zero();
    });
  }

  /// But for the rounding of so many figures of 能耗台账.
  bool agree(Carrier carrier, const Decimal& ledger, const Decimal& details, std::int64_t figures = 1) const {
    return (ledger - details).abs() <= roundings_.at(carrier) * Decimal(figures);
  }

  void compare_months(const Key& key, const std::map<int, Decimal>& months, const CarrierYear& ledger) const {
    if (!in_a_row(months, ledger)) return;
    std::vector<std::pair<int, Decimal>> differing;
    for (const auto& [month, quantity] : ledger.months) {
      const auto sum = months.find(month);
      if (!quantity || sum == months.end() || agree(key.second, *quantity, sum->second) || doubtful_.contains({key, month})) continue;
      differing.emplace_back(month, *quantity);
    }
    constexpr std::size_t kSingly = 3;  // more: the two ledgers are of different scope, one finding
    if (differing.size() > kSingly) return compare_year(key, months, ledger);
    for (const auto& [month, quantity] : differing) {
      say(key, month_place(input_.check.workbook, key.second, key.first, month), month_words(key.first, month), months.at(month), quantity);
    }
  }

  /// Twelve months, or all in which something was used.
  static bool is_whole(const std::map<int, Decimal>& months, const CarrierYear& ledger) {
    const auto there = [&](const auto& month) { return months.contains(month.first) || (month.second && month.second->is_zero()); };
    return months.size() == 12 || (ledger.months.size() == 12 && std::all_of(ledger.months.begin(), ledger.months.end(), there));
  }

  void compare_year(const Key& key, const std::map<int, Decimal>& months, const CarrierYear& ledger) const {
    Decimal sum;
    for (const auto& [month, quantity] : months) {
      if (doubtful_.contains({key, month})) return;
      sum += quantity;
    }
    const auto figures = static_cast<std::int64_t>(std::max<std::size_t>(ledger.months.size(), 1));
    if (!is_whole(months, ledger) || !ledger.quantity || agree(key.second, *ledger.quantity, sum, figures)) return;
    say(key, year_place(input_.check.workbook, key.second, key.first), std::to_string(key.first) + "年", sum, *ledger.quantity);
  }

  void say(const Key& key, const Place& place, const std::string& when, const Decimal& details, const Decimal& ledger) const {
    const std::string unit(carrier_unit(key.second));
    warn(input_.findings, "meter-ledger-differs", place,
         when + std::string(carrier_name(key.second)) + "填 " + ledger.shortest() + " " + unit + "，能耗明细台账总表合计 " + details.shortest(),
         "核对两处数据和单位；分表应填上级表号，或在备注写“分表”");
  }

  const MeterInput& input_;
  Months sums_;
  std::set<std::pair<Key, int>> doubtful_;
  std::map<Carrier, Decimal> roundings_;  ///< of the columns compared
};

}  // namespace

void check_sub_meters(const MeterInput& input, const std::vector<MeterRow>& rows) {
  std::map<Key, Decimal> mains, kinds;
  std::map<Key, Behind> named, unnamed;
  std::set<Key> doubtful;  // whole quantities that have been found fault with
  for (const MeterRow& row : rows) {
    if (!row.when() || !row.quantity) continue;
    if (row.suspect) doubtful.insert({key_of(row, row.meter), *row.when()});
    if (row.suspect && !row.is_sub) doubtful.insert({row.kind, *row.when()});
    mains[{key_of(row, row.meter), *row.when()}] += *row.quantity;
    if (!row.is_sub) kinds[{row.kind, *row.when()}] += *row.quantity;
    if (!row.parent.empty()) add_sub(named[{key_of(row, row.parent), *row.when()}], row);
    if (row.is_sub && row.parent.empty()) add_sub(unnamed[{row.kind, *row.when()}], row);
  }
  for (const auto& [key, behind] : named) {
    const auto whole = mains.find(key);
    if (whole != mains.end() && !doubtful.contains(key) && behind.sum > whole->second)
      say_exceeds(input, behind, whole->second, "总表 " + behind.largest->parent);
  }
  for (const auto& [key, behind] : unnamed) {
    const auto whole = kinds.find(key);
    if (whole != kinds.end() && !doubtful.contains(key) && behind.sum > whole->second) say_exceeds(input, behind, whole->second, "总表");
  }
  check_parents(input, rows);
}

void check_meter_sums(const MeterInput& input, const std::vector<MeterRow>& rows) { SumCheck(input, rows).check(); }

}  // namespace lvce
