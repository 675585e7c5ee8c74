// Invoices against 能耗台账, month by month.
#include <algorithm>
#include <set>

#include "energy/checks/detail_table.h"
#include "energy/checks/invoice_checks.h"
#include "energy/checks/ledger_rounding.h"
#include "energy/month_list.h"
#include "energy/places.h"
#include "office/carriers.h"
#include "office/metered.h"

namespace lvce {
namespace {

constexpr int kMonthsOfYear = 12;

int days_in(int year, int month) { return month_span(year, month).days(); }

/// What counts as the same: half a percent, one unit (a kilogram of what is weighed in tonnes), or what the ledger's own rounding took away.
class Tolerance {
 public:
  Tolerance(Carrier carrier, Decimal rounding) : rounding_(std::move(rounding)) {
    const BaseUnit base = facts_of(carrier).base;
    unit_ = base == BaseUnit::tonne || base == BaseUnit::tce ? *Decimal::parse("0.001") : Decimal(1);
  }

  bool same(const Decimal& ledger, const Decimal& invoices, int months = 1) const {
    const Decimal off = (ledger - invoices).abs();
    const Decimal share = ledger.abs() * *Decimal::parse("0.005");
    return off <= share || off <= unit_ || off <= rounding_ * Decimal(months);
  }

 private:
  Decimal unit_, rounding_;
};

struct MissingMonths {
  Carrier carrier;
  int year = 0;
  std::vector<int> months;
};

/// One carrier in one year.
class YearComparison {
 public:
  YearComparison(const CheckInput& input, Carrier carrier, int year, const InvoiceMonths& invoices)
      : input_(input), carrier_(carrier), year_(year), invoices_(invoices), tolerance_(carrier, ledger_rounding(input, carrier)) {
    const auto& carriers = input.report.years.at(year).carriers;
    if (const auto found = carriers.find(carrier); found != carriers.end()) figures_ = &found->second;
  }

  void compare(Findings& findings, std::vector<MissingMonths>& missing, std::vector<std::string>& billed) {
    if (!says_a_month()) return;
    if (figures_ == nullptr || !figures_->used) return tell_unknown(findings);
    if (figures_->months.empty()) return compare_year(findings, missing);
    for (const auto& [month, quantity] : figures_->months) {
      if (!quantity) continue;  // that it is blank has been said
      if (is_whole(month)) compare_month(month, *quantity, findings);
      else if (!quantity->is_zero()) lacking_.push_back(month);
    }
    if (!lacking_.empty()) missing.push_back({carrier_, year_, lacking_});
    if (!by_bill_.empty()) billed.push_back(std::to_string(year_) + "年" + std::string(carrier_name(carrier_)) + month_list(by_bill_));
  }

 private:
  bool is_whole(int month) const {
    const auto covered = invoices_.covered.find({year_, month});
    return covered != invoices_.covered.end() && covered->second == days_in(year_, month);
  }

  /// A year of which only the end of some other year's period speaks is not compared.
  bool says_a_month() const {
    for (int month = 1; month <= kMonthsOfYear; ++month) {
      if (is_whole(month)) return true;
    }
    return false;
  }

  static const InvoiceMonth& at(const std::map<YearMonth, InvoiceMonth>& months, YearMonth month) {
    static const InvoiceMonth kNone;
    const auto found = months.find(month);
    return found == months.end() ? kNone : found->second;
  }

  std::string amount(const Decimal& quantity) const { return quantity.rounded(4).shortest() + " " + std::string(carrier_unit(carrier_)); }

  std::string off_words(const Decimal& ledger, const Decimal& invoices) const {
    const Decimal off = (ledger - invoices).abs();
    const auto share = invoices.is_zero() ? std::nullopt : (off * Decimal(100)).divided_by(invoices.abs());
    return "台账" + std::string(ledger < invoices ? "少 " : "多 ") + amount(off) + (share ? "（" + share->rounded(1).shortest() + "%）" : "");
  }

  void compare_month(int month, const Decimal& ledger, Findings& findings) {
    const InvoiceMonth& spread = at(invoices_.spread, {year_, month});
    if (tolerance_.same(ledger, spread.quantity)) return;
    const InvoiceMonth& billed = at(invoices_.billed, {year_, month});
    const bool crosses = std::any_of(spread.from.begin(), spread.from.end(), [&](const KnownInvoice* invoice) {
      return invoice->period->first < month_span(year_, month).first || invoice->period->last > month_span(year_, month).last;
    });
    if (crosses && tolerance_.same(ledger, billed.quantity)) return by_bill_.push_back(month);
    warn(findings, "invoice-ledger-differs", month_place(input_.workbook, carrier_, year_, month),
         month_words(year_, month) + std::string(carrier_name(carrier_)) + "：票据 " + amount(spread.quantity) + "（" + invoice_names(spread.from) + "）" +
             (crosses ? "（跨月的按天分摊）" : "") + "，台账 " + amount(ledger) + "，" + off_words(ledger, spread.quantity),
         "核对票据和台账，缺票的补上，登记错的改正；属实的，在“核对说明”中写明原因");
  }

  /// The ledger has only 全年.
  void compare_year(Findings& findings, std::vector<MissingMonths>& missing) {
    Decimal sum;
    for (int month = 1; month <= kMonthsOfYear; ++month) {
      if (!is_whole(month)) lacking_.push_back(month);
      sum += at(invoices_.spread, {year_, month}).quantity;
    }
    if (!lacking_.empty()) return missing.push_back({carrier_, year_, lacking_});
    if (!figures_->quantity || tolerance_.same(*figures_->quantity, sum)) return;
    warn(findings, "invoice-year-differs", year_place(input_.workbook, carrier_, year_),
         std::to_string(year_) + "年全年" + std::string(carrier_name(carrier_)) + "：票据合计 " + amount(sum) + "，台账 " + amount(*figures_->quantity) + "，" +
             off_words(*figures_->quantity, sum),
         "核对票据和台账；属实的，在“核对说明”中写明原因");
  }

  void tell_unknown(Findings& findings) const {
    std::vector<const KnownInvoice*> from;
    for (int month = 1; month <= kMonthsOfYear; ++month) {
      for (const KnownInvoice* invoice : at(invoices_.spread, {year_, month}).from) {
        if (std::find(from.begin(), from.end(), invoice) == from.end()) from.push_back(invoice);
      }
    }
    warn(findings, "invoice-not-in-ledger", ledger_place(input_.workbook),
         std::to_string(year_) + "年有" + std::string(carrier_name(carrier_)) + "的票据（" + invoice_names(from) + "），台账该年没有填这种能源",
         "核对后补填台账");
  }

  const CheckInput& input_;
  Carrier carrier_;
  int year_;
  const InvoiceMonths& invoices_;
  Tolerance tolerance_;
  const CarrierYear* figures_ = nullptr;
  std::vector<int> lacking_, by_bill_;
};

/// Carriers that have no invoice at all in a year that others have some of: not more than their names.
std::vector<std::string> without_invoices(const CheckInput& input, int year, const std::set<Carrier>& with) {
  std::vector<std::string> out;
  for (const Carrier carrier : all_carriers()) {
    if (!is_metered(carrier)) continue;
    const auto found = input.report.years.at(year).carriers.find(carrier);
    const bool used = found != input.report.years.at(year).carriers.end() && found->second.used &&
                      !(found->second.quantity && found->second.quantity->is_zero());
    if (used && !with.contains(carrier)) out.emplace_back(carrier_name(carrier));
  }
  return out;
}

/// One note of all that is missing.
void tell_missing(const CheckInput& input, const std::vector<MissingMonths>& missing, const std::map<int, std::set<Carrier>>& years, Findings& findings) {
  std::string words;
  for (const auto& [year, carriers] : years) {
    std::string of_year;
    for (const MissingMonths& each : missing) {
      if (each.year == year) of_year += (of_year.empty() ? "" : "，") + std::string(carrier_name(each.carrier)) + month_list(each.months);
    }
    if (of_year.empty()) continue;
    for (const std::string& name : without_invoices(input, year, carriers)) of_year += "，" + name + "全年";
    words += (words.empty() ? "" : "；") + std::to_string(year) + "年" + of_year;
  }
  if (words.empty()) return;
  findings.push_back(Finding::note("invoice-months-missing", ledger_place(input.workbook), "没有票据（或只有一部分）可以对照的月份：" + words,
                                   "需要对照的，把这些月份的电子发票放入“票据”文件夹"));
}

}  // namespace

void compare_invoices(const CheckInput& input, Findings& findings) {
  std::vector<MissingMonths> missing;
  std::vector<std::string> billed;
  std::map<int, std::set<Carrier>> years;
  for (const Carrier carrier : all_carriers()) {
    const InvoiceMonths months = months_of_invoices(input.report.invoices, carrier);
    for (const auto& [year, figures] : input.report.years) {
      const bool any = std::any_of(months.spread.begin(), months.spread.end(), [year = year](const auto& month) { return month.first.first == year; });
      if (!any) continue;
      years[year].insert(carrier);
      YearComparison(input, carrier, year, months).compare(findings, missing, billed);
    }
  }
  tell_missing(input, missing, years, findings);
  std::string all;
  for (const std::string& each : billed) all += (all.empty() ? "" : "；") + each;
  if (!all.empty())
    findings.push_back(Finding::note("invoice-billing-month", ledger_place(input.workbook),
                                     "按出账月份登记，与票据逐月相符，但抄表日期跨月，按天分摊会有出入：" + all, "登记口径全年一致即可，不必改动"));
}

}  // namespace lvce
