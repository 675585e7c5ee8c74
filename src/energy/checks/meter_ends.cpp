// Meters whose rows begin later or end earlier than the ledgers: a row at either end that was forgotten has no neighbour to show the gap.
#include <algorithm>
#include <map>

#include "energy/checks/detail_table.h"
#include "energy/checks/meter_checks.h"
#include "support/text.h"

namespace lvce {
namespace {

using namespace meter_columns;

constexpr int kMonthsAtMost = 2;  ///< more: a meter that was put in or taken out

/// Read every month.
bool is_monthly(const MeterSeries& series) {
  if (series.size() < kRowsNeeded) return false;
  for (std::size_t i = 0; i < series.size(); ++i) {
    if (!series[i]->when()) return false;
    if (i > 0 && *series[i]->when() > *series[i - 1]->when() + 2) return false;
  }
  return static_cast<int>(series.size()) * 4 >= (*series.back()->when() - *series.front()->when() + 1) * 3;
}

class EndCheck {
 public:
  EndCheck(const MeterInput& input, std::vector<MeterRow>& rows) : input_(input), rows_(rows) {
    for (const MeterRow& row : rows_) {
      if (!row.when()) continue;
      first_ = std::min(first_.value_or(*row.when()), *row.when());
      last_ = std::max(last_.value_or(*row.when()), *row.when());
      if (row.carrier && row.quantity && !row.is_sub) sums_[{*row.carrier, *row.when()}] += *row.quantity;
    }
  }

  void check() {
    for (const MeterSeries& series : meter_series(rows_)) {
      if (!is_monthly(series)) continue;
      check_start(*series.front());
      check_end(*series.back());
    }
  }

 private:
  void check_start(MeterRow& row) {
    const int from = std::min(*first_, ledger_end(row, true));
    const bool is_new = row.previous && row.present && *row.previous < *row.present - *row.previous;
    if (is_new || row.restarted || !is_gap(row, from, *row.when())) return;
    row.missing_from = from;
    say(row, "之前缺 ", from, *row.when() - 1);
  }

  void check_end(MeterRow& row) {
    const int to = std::max(*last_, ledger_end(row, false));
    const std::string remark = detail_text(*row.row, {"备注", "说明"});
    static const std::vector<const char*> kGone = {"拆", "停用", "报停", "注销", "报废", "换表", "更换"};
    if (std::any_of(kGone.begin(), kGone.end(), [&](const char* word) { return remark.find(word) != std::string::npos; })) return;
    if (!is_gap(row, *row.when() + 1, to + 1)) return;
    row.missing_to = to;
    say(row, "之后缺 ", *row.when() + 1, to);
  }

  /// The first or last month of the row's year that 能耗台账 has a figure for.
  int ledger_end(const MeterRow& row, bool start) const {
    int out = *row.when();
    const auto year = input_.check.report.years.find(*row.year);
    if (!row.carrier || year == input_.check.report.years.end()) return out;
    const auto carrier = year->second.carriers.find(*row.carrier);
    if (carrier == year->second.carriers.end()) return out;
    for (const auto& [month, quantity] : carrier->second.months) {
      if (!quantity || quantity->is_zero()) continue;
      out = start ? std::min(out, *row.year * 12 + month - 1) : std::max(out, *row.year * 12 + month - 1);
    }
    return out;
  }

  /// One or two months; of a main meter only where 能耗台账 says that something is lacking.
  bool is_gap(const MeterRow& row, int from, int behind) const {
    if (behind <= from || behind - from > kMonthsAtMost) return false;
    for (int month = from; month < behind; ++month) {
      if (!row.is_sub && sums_agree(row, month)) return false;
    }
    return true;
  }

  bool sums_agree(const MeterRow& row, int when) const {
    const auto year = input_.check.report.years.find(when / 12);
    if (!row.carrier || year == input_.check.report.years.end()) return false;
    const auto carrier = year->second.carriers.find(*row.carrier);
    if (carrier == year->second.carriers.end() || carrier->second.months.empty()) return false;
    const auto& quantity = carrier->second.months[static_cast<std::size_t>(when % 12)].second;
    const auto sum = sums_.find({*row.carrier, when});
    return !quantity || *quantity == (sum == sums_.end() ? Decimal() : sum->second);
  }

  void say(const MeterRow& row, const std::string& words, int from, int to) {
    const std::string first = month_words(from / 12, from % 12 + 1);
    input_.say("meter-month-missing", row, kMonth, words + (from == to ? first : first + "至" + month_words(to / 12, to % 12 + 1)) + "的抄表记录",
               "补填缺少的月份；表已拆除或停用的，写在备注里");
  }

  const MeterInput& input_;
  std::vector<MeterRow>& rows_;
  std::optional<int> first_, last_;
  std::map<std::pair<Carrier, int>, Decimal> sums_;  ///< of main meters
};

}  // namespace

void check_ends(const MeterInput& input, std::vector<MeterRow>& rows) { EndCheck(input, rows).check(); }

}  // namespace lvce
