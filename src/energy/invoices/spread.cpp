// months_of_invoices: quantities of periods laid on months.
#include <algorithm>
#include <set>

#include "energy/invoices/invoice_ledger.h"

namespace lvce {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

YearMonth year_month_of(sys_days day) {
  const year_month_day date(day);
  return {int(date.year()), static_cast<int>(unsigned(date.month()))};
}

/// Whether its quantity is one of a month: a cancelled one and what cancels it weigh each other up.
bool weighs(const KnownInvoice& invoice) {
  return invoice.period && (invoice.fate == InvoiceFate::counted || invoice.fate == InvoiceFate::cancelled || invoice.fate == InvoiceFate::red);
}

void put(InvoiceMonth& month, const Decimal& quantity, const KnownInvoice& invoice) {
  month.quantity += quantity;
  if (std::find(month.from.begin(), month.from.end(), &invoice) == month.from.end()) month.from.push_back(&invoice);
}

void lay_out(const KnownInvoice& invoice, const Decimal& quantity, InvoiceMonths& out) {
  const DaySpan& span = *invoice.period;
  for (sys_days day = span.first; day <= span.last;) {
    const YearMonth at = year_month_of(day);
    const sys_days end = std::min(month_span(at.first, at.second).last, span.last);
    const Decimal share = *Decimal((end - day).count() + 1).divided_by(Decimal(span.days()));
    put(out.spread[at], quantity * share, invoice);
    day = end + std::chrono::days(1);
  }
  put(out.billed[year_month_of(span.last)], quantity, invoice);
}

/// Days of each 户号. Invoices without one belong to the only one that there is.
std::map<std::string, std::set<sys_days>> days_by_meter(const std::vector<std::pair<std::string, DaySpan>>& spans) {
  std::set<std::string> named;
  for (const auto& [meter, span] : spans) {
    if (!meter.empty()) named.insert(meter);
  }
  std::map<std::string, std::set<sys_days>> out;
  for (const auto& [meter, span] : spans) {
    std::set<sys_days>& days = out[named.size() == 1 ? *named.begin() : meter];
    for (sys_days day = span.first; day <= span.last; day += std::chrono::days(1)) days.insert(day);
  }
  return out;
}

/// A day counts where each 户号 that has invoices has one for it.
void count_days(const std::vector<std::pair<std::string, DaySpan>>& spans, InvoiceMonths& out) {
  const auto meters = days_by_meter(spans);
  if (meters.empty()) return;
  for (const sys_days day : meters.begin()->second) {
    const bool all = std::all_of(meters.begin(), meters.end(), [&](const auto& meter) { return meter.second.contains(day); });
    if (all) ++out.covered[year_month_of(day)];
  }
}

}  // namespace

InvoiceMonths months_of_invoices(const InvoiceLedger& ledger, Carrier carrier) {
  InvoiceMonths out;
  std::vector<std::pair<std::string, DaySpan>> spans;
  for (const KnownInvoice& invoice : ledger.invoices) {
    if (!weighs(invoice)) continue;
    std::optional<Decimal> quantity;
    for (const InvoiceUse& use : invoice.uses) {
      if (use.carrier == carrier && use.quantity) quantity = quantity.value_or(Decimal()) + *use.quantity;
    }
    if (!quantity) continue;
    lay_out(invoice, *quantity, out);
    // What was taken back in part only still says what was used.
    const bool says_use = invoice.fate == InvoiceFate::counted || (invoice.fate == InvoiceFate::cancelled && !invoice.left_over.is_zero());
    if (says_use) spans.emplace_back(invoice.data.meter, *invoice.period);
  }
  count_days(spans, out);
  return out;
}

}  // namespace lvce
