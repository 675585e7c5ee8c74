#include "workbook/detect/series.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "office/carriers.h"
#include "support/text.h"

namespace lvce::formats {
namespace {

/// What a copy of a fuel's figures gives: told at the fuel.
bool is_official_part(Carrier carrier) {
  return std::any_of(kVehicleFuels.begin(), kVehicleFuels.end(), [&](const VehicleFuel& one) { return one.official == carrier; });
}

class SeriesMaker {
 public:
  SeriesMaker(Layout& layout, CarrierYears years) : out_(layout), years_(std::move(years)) {}

  void make() {
    std::map<std::pair<int, int>, FoundSeries> series;  // (carrier, year)
    for (std::size_t i = 0; i < out_.used.size(); ++i) {
      for (const auto& [month, value] : out_.used[i].values) {
        FoundSeries& one = series[{static_cast<int>(out_.used[i].carrier), std::get<0>(month)}];
        one.carrier = out_.used[i].carrier;
        one.year = std::get<0>(month);
        if (one.parts.empty() || one.parts.back() != i) one.parts.push_back(i);
      }
    }
    for (auto& [key, one] : series) {
      fill(one);
      out_.series.push_back(std::move(one));
    }
    std::sort(out_.series.begin(), out_.series.end(),
              [](const FoundSeries& a, const FoundSeries& b) { return std::tuple(a.carrier, a.year) < std::tuple(b.carrier, b.year); });
  }

 private:
  void fill(FoundSeries& one) {
    std::set<int> months;
    bool same_unit = true;
    for (std::size_t i : one.parts) {
      const Candidate& part = out_.used[i];
      same_unit = same_unit && part.unit == out_.used[one.parts.front()].unit;
      for (const auto& [month, value] : part.values) {
        if (std::get<0>(month) != one.year) continue;
        one.sum += value;
        for (int m = std::get<1>(month); m <= std::get<2>(month); ++m)
          if (m > 0) months.insert(m);
        if (std::get<1>(month) != std::get<2>(month)) add_remark(one, "几个月抄一次表");
      }
      for (const std::string& remark : part.remarks) add_remark(one, remark);
    }
    one.unit = out_.used[one.parts.front()].unit;
    one.months = static_cast<int>(months.size());
    if (!same_unit) out_.questions.push_back(name_of(one) + "：几处的计量单位不同，请核对");
    compare(one);
    ask_years_without_months(one);
    if (one.months > 0 && one.months < 12) add_remark(one, "缺 " + missing(months) + " 月");
    if (one.carrier == Carrier::electricity && one.sum < Decimal(3000) && one.months > 5)
      out_.questions.push_back(name_of(one) + "：全年只有 " + one.sum.shortest() + one.unit + "，请核对计量单位是不是万千瓦时");
  }

  /// 2020年 全年 94192 above the months of 2021.
  void ask_years_without_months(const FoundSeries& one) {
    for (std::size_t i : one.parts)
      for (const auto& [year, totals] : out_.used[i].totals) {
        if (year == 0 || totals.empty() || is_official_part(one.carrier) || !years_.emplace(one.carrier, year).second) continue;
        out_.questions.push_back(std::string(carrier_name(one.carrier)) + " " + std::to_string(year) + "年：只有全年数 " + totals.front().value.shortest() +
                                 one.unit + "（" + totals.front().at.cell + "），没有各月，没有读；请填在“能耗台账”的全年行");
      }
  }

  static std::string missing(const std::set<int>& months) {
    std::vector<std::string> names;
    for (int m = 1; m <= 12; ++m)
      if (!months.contains(m)) names.push_back(std::to_string(m));
    return join(names, "、");
  }

  static void add_remark(FoundSeries& one, const std::string& remark) {
    if (std::find(one.remarks.begin(), one.remarks.end(), remark) == one.remarks.end()) one.remarks.push_back(remark);
  }

  static std::string name_of(const FoundSeries& one) { return std::string(carrier_name(one.carrier)) + " " + std::to_string(one.year) + "年"; }

  /// The printed total of the year: of one place as it stands, of several added.
  void compare(FoundSeries& one) {
    std::vector<PrintedTotal> sums;
    for (std::size_t i : one.parts) {
      const auto found = out_.used[i].totals.find(one.year);
      if (found == out_.used[i].totals.end() || found->second.empty()) return;
      Decimal own, all_years;
      for (const auto& [month, value] : out_.used[i].values) {
        all_years += value;
        if (std::get<0>(month) == one.year) own += value;
      }
      const auto equal = total_of(found->second, own);
      const auto of_all = total_of(found->second, all_years);
      if (equal == found->second.end() && of_all != found->second.end()) {
        add_remark(one, "原表合计 " + of_all->at.cell + " 是各年之和，相符");
        return;
      }
      if (equal == found->second.end() && found->second.size() > 1) {
        compare_several(one, found->second, own);
        return;
      }
      sums.push_back(equal == found->second.end() ? found->second.front() : *equal);
    }
    if (sums.empty()) return;
    one.printed = sums.front();
    one.printed_at = sums.front().at.cell;
    for (std::size_t i = 1; i < sums.size(); ++i) {
      one.printed->value += sums[i].value;
      one.printed_at += "+" + sums[i].at.cell;
    }
    const Decimal apart = one.printed->value - one.sum;
    one.agrees = apart.is_zero() || rounds_to(one);
    if (!one.agrees)
      out_.questions.push_back(name_of(one) + "：各月之和 " + one.sum.shortest() + one.unit + "，原表合计 " + one.printed_at + " 是 " +
                               one.printed->value.shortest() + one.unit + "，请核对");
  }

  static std::vector<PrintedTotal>::const_iterator total_of(const std::vector<PrintedTotal>& totals, const Decimal& sum) {
    return std::find_if(totals.begin(), totals.end(), [&](const PrintedTotal& total) { return total.value.rounded(4) == sum.rounded(4); });
  }

  /// Several totals, none of which is the year's: halves of the year, or one for each month and perhaps one of them all.
  void compare_several(const FoundSeries& one, const std::vector<PrintedTotal>& totals, const Decimal& own) {
    Decimal all;
    for (const PrintedTotal& total : totals) all += total.value;
    if (all.rounded(4) == own.rounded(4) || all.rounded(4) == (own + own).rounded(4)) return;
    out_.questions.push_back(name_of(one) + "：各月之和 " + own.shortest() + one.unit + "，与原表各处合计都不符，请核对");
  }

  /// A stored total may differ by what binary fractions leave.
  static bool rounds_to(const FoundSeries& one) { return one.printed->value.rounded(4) == one.sum.rounded(4); }

  Layout& out_;
  CarrierYears years_;  ///< that have figures, or were asked for
};

}  // namespace

void make_series(Layout& layout, CarrierYears years) { SeriesMaker(layout, std::move(years)).make(); }

void compare_years(Layout& layout, const std::vector<Candidate>& yearly) {
  for (const Candidate& one : yearly)
    for (const auto& [key, value] : one.values) {
      const int year = std::get<0>(key);
      const auto series = std::find_if(layout.series.begin(), layout.series.end(),
                                       [&](const FoundSeries& of) { return of.carrier == one.carrier && of.year == year; });
      if (series == layout.series.end() || series->months != 12 || series->unit != one.unit || series->sum.rounded(2) == value.rounded(2)) continue;
      layout.questions.push_back(std::string(carrier_name(one.carrier)) + " ← " + one.place() + "：" + std::to_string(year) + "年全年数 " + value.shortest() +
                                 one.unit + "，各月之和 " + series->sum.shortest() + one.unit + "，不相符，请核对");
    }
}

}  // namespace lvce::formats
