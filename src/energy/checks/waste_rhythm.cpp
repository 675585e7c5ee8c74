#include "energy/checks/waste_rhythm.h"

#include <algorithm>

#include "energy/checks/detail_table.h"

namespace lvce {
namespace {

/// Months from one collection to the next where that is the same in more than half of the cases; nothing where there is no rhythm.
std::optional<int> rhythm_of(const WasteMonths& months) {
  constexpr std::size_t kNeeded = 4;
  if (months.size() < kNeeded) return std::nullopt;
  std::map<int, std::size_t> steps;
  for (auto next = std::next(months.begin()); next != months.end(); ++next) ++steps[next->first - std::prev(next)->first];
  for (const auto& [step, times] : steps) {
    if (times * 2 > months.size() - 1) return step;
  }
  return std::nullopt;
}

/// How many of the year's months are there.
long in_year(const WasteMonths& months, int year) { return std::distance(months.lower_bound(year * 12), months.lower_bound(year * 12 + 12)); }

}  // namespace

void WasteRhythm::check(const std::map<std::string, WasteMonths>& kinds) {
  const auto all = kinds.find("");
  if (all == kinds.end()) return;
  all_ = all->second;
  for (const auto& [kind, months] : kinds) check_kind(kind, months);  // "" comes first
}

void WasteRhythm::check_kind(const std::string& kind, const WasteMonths& months) {
  const auto step = rhythm_of(months);
  if (!step) return;
  for (auto next = std::next(months.begin()); next != months.end(); ++next) {
    const int before = std::prev(next)->first;
    if (next->first - before >= 2 * *step) say({kind, *step}, before + *step, next->first, *next->second, true);
  }
  // At the ends: in a year of which the larger part is there, up to where the ledgers reach.
  const auto& [first, first_row] = *months.begin();
  const auto& [last, last_row] = *months.rbegin();
  int from = first, to = last;
  while (is_covered(from - 1) && (from - 1) / 12 == first / 12) --from;
  while (is_covered(to + 1) && ((to + 1) / 12 == last / 12 || (*step > 1 && to + 1 < last + 2 * *step))) ++to;
  const auto mostly = [&](int year, int missing) { return in_year(months, year) * *step >= missing; };
  if (first - from >= *step && mostly(first / 12, first - from)) say({kind, *step}, *step == 1 ? from : first - *step, first, *first_row, true);
  if (to - last >= *step && mostly(last / 12, to - last)) say({kind, *step}, last + *step, to + 1, *last_row, false);
}

/// Whether this or 能耗台账 has the month.
bool WasteRhythm::is_covered(int when) const {
  if (all_.contains(when) || (when > all_.begin()->first && when < all_.rbegin()->first)) return true;
  return std::any_of(input_.workbook.ledger.rows.begin(), input_.workbook.ledger.rows.end(), [&](const LedgerRow& row) {
    const bool filled = std::any_of(row.quantities.begin(), row.quantities.end(), [](const auto& cell) { return !cell.second.blank(); });
    return filled && row.year == when / 12 && (row.month == 0 || row.month == when % 12 + 1);
  });
}

void WasteRhythm::say(const Rhythm& rhythm, int from, int behind, const DetailRow& row, bool before) {
  if (rhythm.step > 1 && said_.contains(from)) return;
  while (from < behind && said_.contains(from)) ++from;
  while (behind > from && said_.contains(behind - 1)) --behind;
  if (from == behind) return;
  if (rhythm.kind.empty()) {
    for (int month = from; month < behind; ++month) said_.insert(month);
  }
  const std::string first = month_words(from / 12, from % 12 + 1), last = month_words((behind - 1) / 12, (behind - 1) % 12 + 1);
  const std::string seldom = first + "前后的" + rhythm.kind + "清运记录（约每 " + std::to_string(rhythm.step) + " 个月清运一次）";
  const std::string monthly = (first == last ? first : first + "至" + last) + "的" + rhythm.kind + "清运记录";
  static const std::vector<std::string> kDate = {"日期", "清运日期", "月份"};
  warn(findings_, "waste-month-missing", detail_place(input_.workbook.file, ledger_, row, kDate),
       std::string(before ? "之前" : "之后") + "缺 " + (rhythm.step == 1 ? monthly : seldom), "补填清运记录；没有清运的，在“核对说明”中写明原因");
}

}  // namespace lvce
