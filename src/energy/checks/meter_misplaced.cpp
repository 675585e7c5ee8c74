// Rows of 能耗明细台账 that stand under the wrong meter or month, and cells that were left blank. What is told here is then taken as what
// the readings say, so that no other check speaks of its consequences; nothing on paper changes.
#include <algorithm>
#include <iterator>
#include <map>

#include "energy/checks/detail_table.h"
#include "energy/checks/meter_checks.h"
#include "energy/checks/reading_chain.h"

namespace lvce {
namespace {

using namespace meter_columns;

ChainLink link_of(const MeterRow& row) { return {row.when(), row.previous, row.present}; }

std::vector<ChainLink> chain_of(const MeterSeries& series) {
  std::vector<ChainLink> out;
  for (const MeterRow* row : series) out.push_back(link_of(*row));
  return out;
}

/// Filled in at least three of four rows: a blank is a gap there.
bool is_usual(const MeterSeries& rows, const std::vector<std::string>& headers) {
  const auto filled = std::count_if(rows.begin(), rows.end(), [&](const MeterRow* row) { return !detail_text(*row->row, headers).empty(); });
  return rows.size() >= kRowsNeeded && filled * 4 >= static_cast<long>(rows.size()) * 3;
}

class MisplacedCheck {
 public:
  MisplacedCheck(const MeterInput& input, std::vector<MeterRow>& rows) : input_(input), rows_(rows) {}

  void check() {
    check_blanks();
    check_meters();
    check_months();
  }

 private:
  // ---- blanks ----
  void check_blanks() {
    MeterSeries all;
    for (MeterRow& row : rows_) all.push_back(&row);
    for (const auto* headers : {&kCarrier, &kMeter}) {
      if (is_usual(all, *headers)) say_blanks(all, *headers);
    }
    for (MeterRow* row : all) {
      if (row->when() || !is_usual(all, kMonth)) continue;
      const std::string typed = detail_text(*row->row, kMonth);
      const bool month = !detail_month(*row->row).has_value();
      say(*row, month ? kMonth : year_column(), month ? (typed.empty() ? "月份未填" : "月份“" + typed + "”看不出是几月") : "看不出年度", "补填年度和月份");
    }
    for (MeterSeries& series : meter_series(rows_)) {
      for (const auto* headers : {&kPrevious, &kPresent, &kQuantity}) {
        if (!is_usual(series, *headers)) continue;
        say_blanks(series, *headers);
        say_words(series, *headers);
      }
      check_parents(series);
      check_bills(series);
    }
  }

  const std::vector<std::string>& year_column() const { return detail_has(input_.ledger, kYear) ? kYear : kMonth; }

  void say_blanks(const MeterSeries& rows, const std::vector<std::string>& headers) {
    for (MeterRow* row : rows) {
      if (!detail_text(*row->row, headers).empty()) continue;
      say(*row, headers, headers.front() + "未填", "核对抄表记录后补填");
      if (&headers == &kQuantity) row->suspect = true;
    }
  }

  /// Once where it is the way of the whole column.
  void say_words(const MeterSeries& rows, const std::vector<std::string>& headers) {
    MeterSeries words;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(words), [&](const MeterRow* row) { return detail_is_words(*row->row, headers); });
    if (headers == kQuantity) std::for_each(words.begin(), words.end(), [](MeterRow* row) { row->suspect = true; });
    if (words.size() * 4 > rows.size()) words.resize(1);
    for (const MeterRow* row : words) {
      say(*row, headers, headers.front() + "“" + detail_text(*row->row, headers) + "”不是数字", "只填数字，不写单位和“约”等字");
    }
  }

  /// A sub-meter's row without the main meter would count as one.
  void check_parents(const MeterSeries& series) {
    if (!is_usual(series, kParent)) return;
    say_blanks(series, kParent);
    const auto known = std::find_if(series.begin(), series.end(), [](const MeterRow* row) { return !row->parent.empty(); });
    for (MeterRow* row : series) {
      if (!detail_text(*row->row, kParent).empty() || known == series.end()) continue;
      row->parent = (*known)->parent;
      row->is_sub = (*known)->is_sub;
    }
  }

  /// One of price and amount alone. Neither: the bill has not come yet, or there is none.
  void check_bills(const MeterSeries& series) {
    for (const auto& [blank, other] : {std::pair{&kPrice, &kAmount}, {&kAmount, &kPrice}}) {
      if (!is_usual(series, *blank)) continue;
      for (const MeterRow* row : series) {
        if (detail_text(*row->row, *blank).empty() && !detail_text(*row->row, *other).empty()) say(*row, *blank, blank->front() + "未填", "核对票据后补填");
      }
    }
  }

  void say(const MeterRow& row, const std::vector<std::string>& headers, std::string message, std::string hint) {
    input_.say("meter-cell-missing", row, headers, std::move(message), std::move(hint));
  }

  // ---- meters ----
  /// A number that occurs once, or none: the row of another meter when its readings fit into that meter's gap.
  void check_meters() {
    std::vector<MeterSeries> all = meter_series(rows_);
    std::map<std::pair<std::string, std::string>, std::size_t> times;
    for (const MeterRow& row : rows_) ++times[{row.kind, row.meter}];
    MeterSeries single;
    for (MeterRow& row : rows_) {
      if (row.meter.empty() || times[{row.kind, row.meter}] == 1) single.push_back(&row);
    }
    if (single.size() > kSinglesAtMost) return;
    for (MeterRow* each : single) {
      MeterRow& row = *each;
      for (const MeterSeries& series : all) {
        if (series.size() < kRowsNeeded || series.size() > kChainAtMost || !row.when() ||
            fitting_month(chain_of(series), link_of(row), series.size()) != row.when())
          continue;
        take_as(row, *series.front());
        break;
      }
    }
  }

  void take_as(MeterRow& row, const MeterRow& known) {
    const bool kind = row.meter == known.meter;
    const std::string typed = kind ? row.kind : row.meter;
    if (!typed.empty()) {
      input_.say("meter-number-unknown", row, kind ? kCarrier : kMeter,
                 kind ? "能源种类“" + typed + "”只有这一行，读数接该表“" + known.kind + "”的前后行，可能写错"
                      : "只有这一行，读数接表 " + known.meter + " 的前后行，表号可能写错",
                 "核对表号和能源种类");
    }
    row.meter = known.meter;
    row.kind = known.kind;
    row.carrier = known.carrier;
    row.is_sub = known.is_sub;
  }

  // ---- months ----
  void check_months() {
    for (MeterSeries& series : meter_series(rows_)) {
      if (series.size() < kRowsNeeded || series.size() > kChainAtMost) continue;
      const std::vector<ChainLink> chain = chain_of(series);
      for (std::size_t i = 0; i < series.size(); ++i) {
        if (!series[i]->restarted && stands_wrong(chain, i)) check_month(*series[i], fitting_month(chain, chain[i], i));
      }
    }
  }

  void check_month(MeterRow& row, const std::optional<int>& right) {
    if (!right || right == row.when()) return;
    if (row.when()) {
      const bool year = *right % 12 == *row.when() % 12;
      input_.say("meter-month-mistyped", row, year ? year_column() : kMonth, "读数接上一行，应是 " + month_words(*right / 12, *right % 12 + 1) + "的",
                 "核对年度和月份");
    }
    row.year = *right / 12;
    row.month = *right % 12 + 1;
  }

  const MeterInput& input_;
  std::vector<MeterRow>& rows_;
};

}  // namespace

void check_misplaced(const MeterInput& input, std::vector<MeterRow>& rows) { MisplacedCheck(input, rows).check(); }

}  // namespace lvce
