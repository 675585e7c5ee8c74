// 公务用车台账's litres against 能耗台账. A difference that a fault of a single row explains is said at that row.
#include <algorithm>
#include <map>

#include "energy/checks/detail_table.h"
#include "energy/checks/ledger_rounding.h"
#include "energy/checks/vehicle_checks.h"
#include "energy/places.h"
#include "office/carriers.h"

namespace lvce {
namespace {

using namespace vehicle_columns;

/// A month, or a year, of one fuel: what 能耗台账 says, and what the vehicles' rows add up to.
struct FuelSpan {
  Place place;
  std::string words;
  int first = 0, last = 0;  ///< months since year 0
  Decimal ledger, vehicles;
  Decimal rounding;  ///< of `ledger`

  Decimal lacking() const { return ledger - vehicles; }
  bool agrees() const { return lacks(Decimal()); }
  bool lacks(const Decimal& litres) const { return (lacking() - litres).abs() <= rounding; }
};

class FuelCheck {
 public:
  FuelCheck(const VehicleInput& input, std::vector<VehicleRow>& rows, Carrier fuel)
      : input_(input), rows_(rows), fuel_(fuel), unit_(" " + std::string(carrier_unit(fuel))), rounding_(ledger_rounding(input.check, fuel)) {}

  void check() {
    for (const auto& [number, year] : input_.check.report.years) collect(number, year.carriers.at(fuel_));
    std::erase_if(spans_, [&](const FuelSpan& span) { return span.agrees() || is_doubtful(span) || one_row_explains(span); });
    if (spans_.size() <= kSinglesAtMost) explain_by_months();
    tell();
  }

  /// Rows whose own litres explain a difference.
  bool blames(const VehicleRow& row) const { return std::find(blamed_.begin(), blamed_.end(), &row) != blamed_.end(); }

 private:
  std::string words_of(const FuelSpan& span) const {
    return span.words + std::string(carrier_name(fuel_)) + "填 " + span.ledger.shortest() + unit_ + "，公务用车台账加油量合计 " + span.vehicles.shortest() +
           unit_;
  }

  /// Many differences are one finding: the two ledgers are of different things.
  void tell() const {
    constexpr std::size_t kEach = 3;
    const char* hint = "核对两处数据；属实的，在“核对说明”中写明原因";
    if (spans_.size() <= kEach) {
      for (const FuelSpan& span : spans_) warn(input_.findings, "vehicle-litres-differ", span.place, words_of(span), hint);
      return;
    }
    std::vector<Place> places;
    for (const FuelSpan& span : spans_) places.push_back(span.place);
    warn(input_.findings, "vehicle-litres-differ", places.front(), words_of(spans_.front()) + "；这样不一致的共 " + std::to_string(spans_.size()) + " 处",
         hint);
    input_.findings.back().places = std::move(places);
  }

  bool counts(const VehicleRow& row) const { return row.fuel == fuel_ && row.litres && !row.left_out; }

  bool in_span(const VehicleRow& row, const FuelSpan& span) const {
    if (!row.year) return false;
    return row.month ? *row.when() >= span.first && *row.when() <= span.last : *row.year * 12 == span.first;
  }

  // ---- what is compared ----
  void collect(int number, const CarrierYear& ledger) {
    std::map<int, Decimal> months;
    bool any = false, monthly = !ledger.months.empty();
    for (const VehicleRow& row : rows_) {
      if (row.year != number || !counts(row)) continue;
      any = true;
      monthly = monthly && row.month;
      if (row.month) months[*row.month] += *row.litres;
    }
    if (!any) return;
    if (monthly) return collect_months(number, months, ledger);
    if (!ledger.quantity) return;
    const Decimal rounding = rounding_ * Decimal(static_cast<std::int64_t>(std::max<std::size_t>(ledger.months.size(), 1)));
    const Place place = year_place(input_.check.workbook, fuel_, number);
    FuelSpan year{place, std::to_string(number) + "年", number * 12, number * 12 + 11, *ledger.quantity, {}, rounding};
    for (const VehicleRow& row : rows_) {
      if (row.year == number && counts(row)) year.vehicles += *row.litres;
    }
    spans_.push_back(year);
  }

  /// From the first to the last month that the vehicles have in the year; the whole year where they have most of it.
  void collect_months(int number, const std::map<int, Decimal>& months, const CarrierYear& ledger) {
    constexpr std::size_t kMost = 9;
    for (const auto& [month, quantity] : ledger.months) {
      const bool within = month >= months.begin()->first && month <= months.rbegin()->first;
      if (!quantity || (!within && months.size() < kMost)) continue;
      const int when = number * 12 + month - 1;
      spans_.push_back({month_place(input_.check.workbook, fuel_, number, month), month_words(number, month), when, when, *quantity,
                        months.contains(month) ? months.at(month) : Decimal(), rounding_});
    }
  }

  // ---- explanations ----
  /// Slips of a pen; more differences than that are of another kind.
  void explain_by_months() {
    explain_wrong_months();
    std::erase_if(spans_, [&](const FuelSpan& span) { return strange_year_explains(span); });
    std::erase_if(spans_, [&](const FuelSpan& span) { return missing_row_explains(span); });
  }

  bool is_doubtful(const FuelSpan& span) const {
    return std::any_of(input_.doubtful.begin(), input_.doubtful.end(),
                       [&](const auto& key) { return key.second == fuel_ && key.first >= span.first && key.first <= span.last; });
  }

  /// A row without year or month that has just these litres; or the one row whose litres disagree with its consumption.
  bool one_row_explains(const FuelSpan& span) {
    const VehicleRow* only = nullptr;
    int doubtful = 0;
    for (const VehicleRow& row : rows_) {
      if (!counts(row)) continue;
      const bool may_belong = !row.year && (!row.month || span.first % 12 + 1 == *row.month || span.first != span.last);
      if (may_belong && span.lacks(*row.litres)) return true;
      if (!row.meant || !in_span(row, span)) continue;
      ++doubtful;
      only = &row;
    }
    if (doubtful != 1 || (span.lacking() - *only->meant + *only->litres).abs() > only->unsure + span.rounding) return false;
    blamed_.push_back(only);
    return true;
  }

  /// One month has a row's litres too many, another as many too few.
  void explain_wrong_months() {
    for (std::size_t i = 0; i < spans_.size(); ++i) {
      for (std::size_t j = 0; j < spans_.size(); ++j) {
        if (!spans_[j].lacking().is_negative()) continue;
        const VehicleRow* row = row_of(spans_[j], spans_[i]);
        if (row == nullptr) continue;
        input_.say("vehicle-month-mistyped", *row, kWhen,
                   "对照能耗台账，" + spans_[i].words + "的加油量合计少 " + row->litres->shortest() + unit_ + "，本月多出同样的量，正是这一行的",
                   "核对年度和月份");
        spans_.erase(spans_.begin() + static_cast<std::ptrdiff_t>(std::max(i, j)));
        spans_.erase(spans_.begin() + static_cast<std::ptrdiff_t>(std::min(i, j)));
        return explain_wrong_months();
      }
    }
  }

  /// A row of a year that 能耗台账 does not have, the same month and just these litres.
  bool strange_year_explains(const FuelSpan& span) {
    if (span.first != span.last) return false;
    for (const VehicleRow& row : rows_) {
      const bool strange = row.when() && !input_.check.report.years.contains(*row.year) && *row.month == span.first % 12 + 1;
      if (!strange || !counts(row) || !span.lacks(*row.litres)) continue;
      input_.say("vehicle-month-mistyped", row, kWhen, "对照能耗台账，" + span.words + "的加油量合计正少这一行的 " + row.litres->shortest() + unit_,
                 "核对年度和月份");
      return true;
    }
    return false;
  }

  const VehicleRow* row_of(const FuelSpan& too_many, const FuelSpan& too_few) const {
    for (const VehicleRow& row : rows_) {
      if (counts(row) && in_span(row, too_many) && too_few.lacks(*row.litres) && too_many.lacks(-*row.litres)) return &row;
    }
    return nullptr;
  }

  /// The only vehicle of its fuel that has a row in every month but this; what lacks is half of its smallest filling, or more.
  bool missing_row_explains(const FuelSpan& span) {
    if (span.lacking().is_negative() || span.first != span.last) return false;
    std::vector<VehicleSeries> lacking;
    for (VehicleSeries& series : vehicle_series(rows_)) {
      const bool enough = span.lacking() * Decimal(2) >= least_litres(series);
      if (enough && is_monthly(series) && lacks(series, span.first)) lacking.push_back(std::move(series));
    }
    if (lacking.size() != 1) return false;
    const VehicleSeries& series = lacking.front();
    const auto next = std::find_if(series.begin(), series.end(), [&](const VehicleRow* row) { return *row->when() > span.first; });
    const VehicleRow& row = next == series.end() ? *series.back() : **next;
    input_.say(
        "vehicle-month-missing", row, kWhen,
        std::string(next == series.end() ? "之后" : "之前") + "缺 " + span.words + "的记录，能耗台账比该月加油量合计多 " + span.lacking().shortest() + unit_,
        "补填该月记录；没有用车的，核对能耗台账");
    return true;
  }

  bool is_monthly(const VehicleSeries& series) const {
    std::set<int> months;
    for (const VehicleRow* row : series) {
      if (!row->when() || row->fuel != fuel_) return false;
      months.insert(*row->when());
    }
    return months.size() >= kRowsNeeded && static_cast<int>(months.size()) * 4 >= (*months.rbegin() - *months.begin() + 1) * 3;
  }

  static Decimal least_litres(const VehicleSeries& series) {
    Decimal least;
    for (const VehicleRow* row : series) {
      const bool given = row->litres && !row->litres->is_zero();
      if (given && (least.is_zero() || *row->litres < least)) least = *row->litres;
    }
    return least;
  }

  static bool lacks(const VehicleSeries& series, int when) {
    constexpr int kMonthsBeyond = 2;  // beyond its ends: a vehicle that came or went
    if (*series.front()->when() - when > kMonthsBeyond || when - *series.back()->when() > kMonthsBeyond) return false;
    return std::none_of(series.begin(), series.end(), [&](const VehicleRow* row) { return row->when() == when; });
  }

  const VehicleInput& input_;
  std::vector<VehicleRow>& rows_;
  Carrier fuel_;
  std::string unit_;  ///< " 升", behind a figure
  Decimal rounding_;
  std::vector<FuelSpan> spans_;
  std::vector<const VehicleRow*> blamed_;
};

/// Within half of it, either way.
bool is_usual_litres(const Decimal& figure, const Decimal& usual) { return figure * Decimal(2) <= usual * Decimal(3) && figure * Decimal(2) >= usual; }

/// Rows whose litres, distance and printed consumption disagree.
class ConsumptionReport {
 public:
  /// The usual consumption of a vehicle is what its rows print, in the middle; none where they are few.
  ConsumptionReport(const VehicleInput& input, const std::vector<VehicleRow>& rows) : input_(input) {
    std::map<std::string, std::vector<Decimal>> printed;
    for (const VehicleRow& row : rows) {
      if (row.printed) printed[row.plate].push_back(*row.printed);
    }
    for (auto& [plate, figures] : printed) {
      if (figures.size() < kRowsNeeded) continue;
      std::sort(figures.begin(), figures.end());
      usual_.emplace(plate, figures[figures.size() / 2]);
    }
  }

  /// `litres`: 能耗台账 says that they are to blame.
  void say(const VehicleRow& row, bool litres) const {
    if (!row.meant || !row.printed || !row.kilometres) return;
    input_.say("vehicle-consumption-differs", row, litres ? kLitres : column_to_blame(row),
               "百公里油耗填 " + row.printed->shortest() + "，按加油量 " + row.litres->shortest() + " " + row.unit() + "和里程 " + row.kilometres->shortest() +
                   " 计算为 " + row.consumption()->text(2) + (litres ? "；加油量与能耗台账也不符" : ""));
  }

 private:
  /// The distance where the printed consumption is the vehicle's usual one and the other is not.
  const std::vector<std::string>& column_to_blame(const VehicleRow& row) const {
    const auto usual = usual_.find(row.plate);
    const bool distance = usual != usual_.end() && is_usual_litres(*row.printed, usual->second) && !is_usual_litres(*row.consumption(), usual->second);
    return distance ? kKilometres : kConsumption;
  }

  const VehicleInput& input_;
  std::map<std::string, Decimal> usual_;
};

}  // namespace

void check_litres(const VehicleInput& input, std::vector<VehicleRow>& rows) {
  const ConsumptionReport report(input, rows);
  for (const auto& [burnt, fuel] : kVehicleFuels) {
    FuelCheck check(input, rows, fuel);
    check.check();
    for (const VehicleRow& row : rows) {
      if (row.fuel == fuel) report.say(row, check.blames(row));
    }
  }
  for (const VehicleRow& row : rows) {
    if (!row.fuel) report.say(row, false);
  }
}

}  // namespace lvce
