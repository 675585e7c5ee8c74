// Readings of one meter after the other. A wrong reading contradicts both its own row and the next one: it is said once, at its own cell.
#include <algorithm>
#include <map>

#include "energy/checks/detail_table.h"
#include "energy/checks/meter_checks.h"

namespace lvce {
namespace {

using namespace meter_columns;

/// The multiplier of more than half of the rows, else nothing.
std::optional<Decimal> usual_multiplier(const MeterSeries& series) {
  std::map<Decimal, std::size_t> times;
  for (const MeterRow* row : series) {
    if (row->multiplier) ++times[*row->multiplier];
  }
  for (const auto& [value, count] : times) {
    if (count * 2 > series.size()) return value;
  }
  return std::nullopt;
}

class SeriesCheck {
 public:
  SeriesCheck(const MeterInput& input, MeterSeries series) : input_(input), series_(std::move(series)), usual_(usual_multiplier(series_)) {}

  void check() {
    drop_doubled();
    check_multipliers();
    for (std::size_t i = 0; i + 1 < series_.size(); ++i) check_link(i);
    for (std::size_t i = 0; i < series_.size(); ++i) check_row(i);
  }

 private:
  Decimal times(const MeterRow& row) const { return row.multiplier.value_or(Decimal(1)); }

  bool falls(const MeterRow& row) const { return row.previous && row.present && *row.present < *row.previous; }

  /// The row contradicts itself.
  bool contradicts(const MeterRow& row) const {
    if (row.restarted || row.suspect) return false;
    const auto used = row.used(times(row));
    return falls(row) || (used && row.quantity && !row.quantity_is(*used));
  }

  /// Two rows for one month, unless the second goes on from the first or the meter was changed.
  void drop_doubled() {
    MeterSeries kept;
    for (MeterRow* row : series_) {
      const MeterRow* last = kept.empty() ? nullptr : kept.back();
      const bool same_month = last != nullptr && row->when() && last->when() == row->when() && !row->restarted && !last->restarted;
      const bool goes_on = same_month && row->previous && last->present && *row->previous == *last->present && row->present != last->present;
      if (!same_month || goes_on) {
        kept.push_back(row);
        continue;
      }
      input_.say("meter-month-twice", *row, kMonth, "有两行记录（另见第 " + std::to_string(last->row->row) + " 行）", "删去重复的一行");
      row->suspect = true;
    }
    series_ = std::move(kept);
  }

  void check_multipliers() {
    if (!usual_) return;
    for (MeterRow* row : series_) {
      if (row->restarted || times(*row) == *usual_) continue;
      input_.say("meter-multiplier-changed", *row, kMultiplier,
                 "倍率" + (row->multiplier ? " " + row->multiplier->shortest() : std::string("未填")) + "，其他月份为 " + usual_->shortest(),
                 "核对倍率；更换互感器的，在备注写“换互感器”");
      row->suspect = true;
    }
  }

  bool explained_by(const MeterRow& row, const Decimal& previous, const Decimal& present) const { return row.quantity_is((present - previous) * times(row)); }

  void check_link(std::size_t i) {
    MeterRow& row = *series_[i];
    MeterRow& next = *series_[i + 1];
    const bool gap = row.when() && next.when() && *next.when() > *row.when() + 1;
    const bool broken = row.present && next.previous && *row.present != *next.previous && !row.restarted && !next.restarted;
    if (gap && (broken || !next.previous)) {
      if (broken || !reads_seldom()) say_missing_month(row, next);
    } else if (broken) {
      blame_for_break(row, next);
    }
  }

  /// Billed every second month and the like: more gaps than two.
  bool reads_seldom() const {
    int gaps = 0;
    for (std::size_t i = 0; i + 1 < series_.size(); ++i) {
      const auto now = series_[i]->when(), next = series_[i + 1]->when();
      gaps += now && next && *next > *now + 1 ? 1 : 0;
    }
    return gaps > 2;
  }

  void say_missing_month(const MeterRow& row, MeterRow& next) {
    const int from = *row.when() + 1, to = *next.when() - 1;
    next.missing_from = from;
    const std::string first = month_words(from / 12, from % 12 + 1);
    const std::string months = from == to ? first : first + "至" + month_words(to / 12, to % 12 + 1);
    input_.say("meter-month-missing", next, kMonth, "之前缺 " + months + "的抄表记录", "补填缺少的月份");
  }

  void blame_for_break(MeterRow& row, MeterRow& next) {
    const std::string difference = "本期读数 " + row.present->shortest() + " 与下一行的上期读数 " + next.previous->shortest() + " 不衔接";
    if (contradicts(row) && row.previous && explained_by(row, *row.previous, *next.previous)) {
      const bool backwards = falls(row);
      input_.say(backwards ? "meter-reading-falls" : "meter-not-continuous", row, kPresent,
                 backwards ? "本期读数 " + row.present->shortest() + " 小于上期读数 " + row.previous->shortest() : difference + "，与用量也不符");
      row.suspect = true;
      return;
    }
    const bool next_is_wrong = contradicts(next) && next.present && explained_by(next, *row.present, *next.present);
    input_.say("meter-not-continuous", next, kPrevious, "上期读数 " + next.previous->shortest() + " 与上一行的本期读数 " + row.present->shortest() + " 不衔接",
               "核对抄表记录；换过表的，在备注写“换表”");
    if (next_is_wrong) next.suspect = true;
  }

  /// What the row says by itself. The first and the last reading have no neighbour to prove them: there the bill decides.
  void check_row(std::size_t i) {
    MeterRow& row = *series_[i];
    if (!contradicts(row)) return;
    row.suspect = true;
    if (falls(row)) {
      return input_.say("meter-reading-falls", row, kPresent, "本期读数 " + row.present->shortest() + " 小于上期读数 " + row.previous->shortest(),
                        "核对抄表记录；换过表的，在备注写“换表”");
    }
    const bool billed = row.price && row.amount && (*row.quantity * *row.price - *row.amount).abs() <= Decimal(1);
    const auto& place = billed && i + 1 == series_.size() ? kPresent : billed && i == 0 ? kPrevious : kQuantity;
    input_.say("meter-quantity-differs", row, place, "用量填 " + row.quantity->shortest() + "，按读数和倍率计算为 " + row.used(times(row))->shortest());
  }

  const MeterInput& input_;
  MeterSeries series_;
  std::optional<Decimal> usual_;
};

}  // namespace

void check_readings(const MeterInput& input, std::vector<MeterRow>& rows) {
  for (auto& series : meter_series(rows)) SeriesCheck(input, std::move(series)).check();
  for (MeterRow& row : rows) {
    if (row.meter.empty()) SeriesCheck(input, {&row}).check();
  }
}

}  // namespace lvce
