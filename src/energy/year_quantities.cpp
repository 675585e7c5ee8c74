#include "energy/year_quantities.h"

#include <algorithm>
#include <set>

#include "energy/carriers.h"
#include "energy/month_list.h"
#include "energy/places.h"
#include "office/carriers.h"
#include "office/metered.h"
#include "support/text.h"

namespace lvce {
namespace {

/// The rows of one year.
struct YearRows {
  int year = 0;
  std::map<int, const LedgerRow*> months;  ///< rows that give at least one cell
  std::set<int> doubled;                   ///< months with two rows (0: 全年): neither can be trusted
  std::vector<const LedgerRow*> empty;     ///< month rows without any figure
  const LedgerRow* whole = nullptr;        ///< the 全年 row
};

bool gives_nothing(const LedgerRow& row) {
  return std::all_of(row.quantities.begin(), row.quantities.end(), [](const auto& cell) { return cell.second.blank(); });
}

std::map<int, YearRows> rows_by_year(const Ledger& ledger) {
  std::map<int, YearRows> out;
  for (const LedgerRow& row : ledger.rows) {
    YearRows& year = out[row.year];
    year.year = row.year;
    if (row.month == 0) {
      if (year.whole != nullptr) year.doubled.insert(0);
      year.whole = &row;
    } else if (row.month < 1 || row.month > 12) {
      continue;  // the reader has reported it
    } else if (gives_nothing(row)) {
      year.empty.push_back(&row);
    } else if (!year.months.emplace(row.month, &row).second) {
      year.doubled.insert(row.month);
    }
  }
  return out;
}

const Given<Decimal>& cell_of(const LedgerRow& row, Carrier carrier) {
  static const Given<Decimal> kBlank;
  const auto found = row.quantities.find(carrier);
  return found == row.quantities.end() ? kBlank : found->second;
}

std::string month_text(int year, int month) { return std::to_string(year) + "年" + (month == 0 ? "全年" : std::to_string(month) + "月"); }

class Collector {
 public:
  Collector(const Workbook& workbook, const FactorSet& factors, const Years& years, Findings& findings)
      : workbook_(workbook), factors_(factors), years_(years), findings_(findings) {}

  std::map<int, std::map<Carrier, CarrierYear>> collect() {
    find_units();
    std::map<int, std::map<Carrier, CarrierYear>> out;
    for (const auto& [year, rows] : rows_by_year(workbook_.ledger)) out[year] = collect_year(rows);
    return out;
  }

 private:
  void say(const char* code, Severity severity, Place place, std::string message, std::string hint) {
    findings_.push_back(Finding::of(severity, code, std::move(place), std::move(message), std::move(hint)));
  }

  Place place_of(const LedgerRow& row, Carrier carrier) const {
    const CellPlace& place = cell_of(row, carrier).place;
    if (!place.cell.empty()) return place.in(workbook_.file);
    if (!workbook_.by_mapping.contains(kLedgerSheet)) return ledger_row_place(workbook_, row);
    return month_place(workbook_, carrier, row.year, row.month);  // the office's own sheet has no such cell
  }

  /// Base units in one typed unit, of each column.
  void find_units() {
    for (const LedgerColumn& column : workbook_.ledger.columns) {
      if (scales_.contains(column.carrier)) continue;
      const auto scale = base_units_in(column.carrier, column.unit, factors_);
      scales_[column.carrier] = scale;
      if (scale) continue;
      say("ledger-unit-unfit", Severity::error, ledger_place(workbook_, "列“" + column.header + "”"),
          std::string(carrier_name(column.carrier)) + "的单位无法换算为" + std::string(carrier_unit(column.carrier)),
          "改用" + std::string(carrier_unit(column.carrier)));
    }
  }

  std::map<Carrier, CarrierYear> collect_year(const YearRows& rows) {
    report_missing_rows(rows);
    std::map<Carrier, CarrierYear> out;
    std::vector<std::string> unused;
    for (const auto& [carrier, scale] : scales_) {
      out[carrier] = rows.months.empty() ? from_whole(rows, carrier, scale) : from_months(rows, carrier, scale);
    }
    drop_empty_parts(out);
    for (const auto& [carrier, figures] : out) {
      if (!figures.used) unused.push_back(std::string(carrier_name(carrier)));
    }
    if (!unused.empty()) {
      say("carrier-not-used", Severity::note, ledger_place(workbook_, std::to_string(rows.year) + "年"), "全年未填，按未使用处理：" + join(unused, "、"), "");
    }
    return out;
  }

  /// A part that is 0 says nothing where its whole is not given.
  static void drop_empty_parts(std::map<Carrier, CarrierYear>& carriers) {
    for (const CarrierFacts& facts : kCarriers) {
      const std::optional<Carrier> whole = facts.sign < 0 ? facts.factors_of : facts.parent;
      if (!whole) continue;
      const auto found = carriers.find(facts.carrier), parent = carriers.find(*whole);
      const bool given = parent != carriers.end() && parent->second.used;
      if (found != carriers.end() && !given && found->second.quantity && found->second.quantity->is_zero()) found->second = {};
    }
  }

  /// 公务用车数量 is 0: what their fuel columns hold in some months only is no figure.
  bool has_no_official_vehicles(int year) const {
    return std::any_of(workbook_.bases.begin(), workbook_.bases.end(),
                       [&](const YearBase& base) { return base.year == year && base.official_vehicles.value && base.official_vehicles.value->is_zero(); });
  }

  bool needed(int year) const { return year == years_.energy || year == years_.base || year == years_.form; }

  void report_missing_rows(const YearRows& rows) {
    if (rows.months.empty()) return;
    std::vector<int> absent;
    for (int month = 1; month <= 12; ++month) {
      if (!rows.months.contains(month)) absent.push_back(month);
    }
    if (needed(rows.year)) report_absent(rows, absent);
    if (!needed(rows.year) && !absent.empty()) {
      say("ledger-month-missing", Severity::note, ledger_place(workbook_, std::to_string(rows.year) + "年"),
          std::to_string(rows.year) + "年尚无" + month_list(absent) + "的数据，该年度合计暂不计算", "");
    }
    for (const int month : rows.doubled) {
      const LedgerRow* row = month == 0 ? rows.whole : rows.months.at(month);
      say("ledger-month-twice", Severity::error, place_of_month(*row), month_text(rows.year, month) + "有两行，无法判断以哪行为准", "删去多余的一行");
    }
  }

  Place place_of_month(const LedgerRow& row) const {
    return row.month_place.cell.empty() ? ledger_row_place(workbook_, row) : row.month_place.in(workbook_.file);
  }

  /// Where a month without a row belongs: before the next month's row, else behind the last.
  struct Anchor {
    const LedgerRow* row = nullptr;
    bool before = false;
    bool operator<(const Anchor& other) const { return std::pair(row->row, before) < std::pair(other.row->row, other.before); }
  };

  static Anchor anchor_of(const YearRows& rows, int month) {
    std::map<int, const LedgerRow*> present = rows.months;
    for (const LedgerRow* row : rows.empty) present.emplace(row->month, row);
    const auto next = present.upper_bound(month);
    return next == present.end() ? Anchor{present.rbegin()->second, false} : Anchor{next->second, true};
  }

  /// A row without figures is named itself; months without a row are said together, where they belong.
  void report_absent(const YearRows& rows, const std::vector<int>& absent) {
    std::map<Anchor, std::vector<int>> without_row;
    for (const int month : absent) {
      const auto empty = std::find_if(rows.empty.begin(), rows.empty.end(), [&](const LedgerRow* row) { return row->month == month; });
      if (empty == rows.empty.end()) {
        without_row[anchor_of(rows, month)].push_back(month);
        continue;
      }
      say("ledger-month-missing", Severity::missing, place_of_month(**empty), month_text(rows.year, month) + "没有数据，该年度合计无法计算",
          "补填该月各项用量，未用请填0");
    }
    for (const auto& [anchor, months] : without_row) report_without_row(rows.year, anchor, months);
  }

  void report_without_row(int year, const Anchor& anchor, const std::vector<int>& months) {
    const bool elsewhere = static_cast<int>(months.size()) <= workbook_.ledger.unplaced;  // its row has been said
    say("ledger-month-missing", elsewhere ? Severity::note : Severity::missing, place_of_month(*anchor.row),
        std::to_string(year) + "年" + month_list(months) + "没有数据（应在这一行之" + (anchor.before ? "前" : "后") + "），该年度合计无法计算",
        elsewhere ? "先改正年度、月份有误的行" : "补填该月各项用量，未用请填0");
  }

  CarrierYear from_whole(const YearRows& rows, Carrier carrier, const std::optional<Decimal>& scale) {
    CarrierYear out;
    if (rows.whole == nullptr) return out;
    const Given<Decimal>& cell = cell_of(*rows.whole, carrier);
    if (cell.blank()) return out;
    out.used = true;
    out.places.push_back(cell.place);
    out.incomplete = cell.broken || !scale || rows.doubled.contains(0);
    if (!out.incomplete) out.quantity = *cell.value * *scale;
    return out;
  }

  CarrierYear from_months(const YearRows& rows, Carrier carrier, const std::optional<Decimal>& scale) {
    CarrierYear out;
    Decimal sum;
    std::vector<const LedgerRow*> blank;
    out.incomplete = rows.months.size() < 12 || !rows.doubled.empty() || !scale;
    for (int month = 1; month <= 12; ++month) {
      const auto row = rows.months.find(month);
      out.months.emplace_back(month, std::nullopt);
      if (row == rows.months.end()) continue;
      const Given<Decimal>& cell = cell_of(*row->second, carrier);
      if (cell.blank()) {
        blank.push_back(row->second);
        continue;
      }
      out.used = true;
      out.places.push_back(cell.place);
      if (cell.broken || !scale) {
        out.incomplete = true;
      } else {
        out.months.back().second = *cell.value * *scale;
        sum += *out.months.back().second;
      }
    }
    finish_months(rows, carrier, blank, sum, out);
    compare_with_whole(rows, carrier, scale, out);
    return out;
  }

  void finish_months(const YearRows& rows, Carrier carrier, const std::vector<const LedgerRow*>& blank, const Decimal& sum, CarrierYear& out) {
    if (!out.used) {
      out = {};
      return;
    }
    if (facts_of(carrier).of_vehicles && !blank.empty() && has_no_official_vehicles(rows.year)) {
      if (!sum.is_zero())
        say("part-without-vehicles", Severity::warning, out.places.front().in(workbook_.file),
            std::to_string(rows.year) + "年公务用车数量为0，" + std::string(carrier_name(carrier)) + "却填了部分月份，没有采用",
            "核对公务用车数量；有公务用车的，补填各月用油");
      out = {};
      return;
    }
    for (const LedgerRow* row : blank) {
      say("ledger-cell-missing", Severity::missing, place_of(*row, carrier),
          month_text(rows.year, row->month) + std::string(carrier_name(carrier)) + "未填，该年度合计无法计算",
          is_metered(carrier) ? "补填用量，未用请填0；几个月抄一次表的，把这几个月的格合并，或写成“1-2月”一行" : "补填用量，未用请填0");
    }
    out.incomplete = out.incomplete || !blank.empty();
    if (!out.incomplete) out.quantity = sum;
  }

  /// Months count; a 全年 row beside them that says something else is an error.
  void compare_with_whole(const YearRows& rows, Carrier carrier, const std::optional<Decimal>& scale, CarrierYear& out) {
    if (rows.whole == nullptr || !scale) return;
    const Given<Decimal>& cell = cell_of(*rows.whole, carrier);
    if (!cell.value) return;
    const Decimal whole = *cell.value * *scale;
    if (out.used && (out.incomplete || *out.quantity == whole)) return;
    if (!out.used && whole.is_zero()) return;
    const std::string unit(carrier_unit(carrier));
    say("ledger-year-differs", Severity::error, place_of(*rows.whole, carrier),
        std::to_string(rows.year) + "年" + std::string(carrier_name(carrier)) + "的全年数 " + whole.shortest() + " " + unit +
            (out.used ? " 与各月之和 " + out.quantity->shortest() + " " + unit + " 不一致，按各月之和计算" : " 没有对应的各月数据"),
        "核对后改正全年数或各月数，或删去全年行");
    if (!out.used) out.used = out.incomplete = true;
  }

  const Workbook& workbook_;
  const FactorSet& factors_;
  const Years& years_;
  Findings& findings_;
  std::map<Carrier, std::optional<Decimal>> scales_;
};

}  // namespace

std::map<int, std::map<Carrier, CarrierYear>> collect_quantities(const Workbook& workbook, const FactorSet& factors, const Years& years, Findings& findings) {
  return Collector(workbook, factors, years, findings).collect();
}

}  // namespace lvce
