// Invoices of energy and water as words for templates.
#include <algorithm>
#include <tuple>

#include "energy/checks/detail_table.h"
#include "papers/period.h"
#include "papers/words.h"
#include "support/text.h"

namespace lvce {
namespace {

constexpr NumberFormat kInvoiceMoney{2, true, false, false};

struct ListedUse {
  const KnownInvoice* invoice;
  const InvoiceUse* use;
};

std::string fate_words(InvoiceFate fate) {
  switch (fate) {
    case InvoiceFate::counted: return "";
    case InvoiceFate::cancelled: return "已被红冲";
    case InvoiceFate::red: return "红字";
    case InvoiceFate::red_alone: return "红字，被红冲的不在材料里";
    case InvoiceFate::contradicted: return "几个文件内容不同";
  }
  return "";
}

std::vector<ListedUse> listed(const InvoiceLedger& ledger) {
  std::vector<ListedUse> out;
  for (const KnownInvoice& invoice : ledger.invoices) {
    for (const InvoiceUse& use : invoice.uses) out.push_back({&invoice, &use});
  }
  const auto key = [](const ListedUse& each) {
    const auto& period = each.invoice->period;
    return std::tuple(!period, period ? period->last : std::chrono::sys_days(), each.use->carrier, each.invoice->data.meter, each.invoice->data.number);
  };
  std::stable_sort(out.begin(), out.end(), [&](const ListedUse& a, const ListedUse& b) { return key(a) < key(b); });
  return out;
}

void set_use(Scope& scope, const ListedUse& each) {
  const KnownInvoice& known = *each.invoice;
  const Invoice& data = known.data;
  const InvoiceLine& line = each.use->line;
  scope.set("invoice.period", known.period ? span_words(*known.period) : "");
  scope.set("invoice.carrier", std::string(carrier_name(each.use->carrier)));
  scope.set("invoice.meter", data.meter);
  scope.set("invoice.number", data.number);
  scope.set("invoice.date", data.date);
  scope.set("invoice.seller", data.seller);
  scope.set("invoice.item", line.item);
  scope.set("invoice.quantity", line.quantity, kQuantityFormat);
  scope.set("invoice.unit", line.unit);
  scope.set("invoice.price", line.price, kFactorFormat);
  scope.set("invoice.amount", line.amount, kInvoiceMoney);
  scope.set("invoice.tax", line.tax, kInvoiceMoney);
  scope.set("invoice.remark", fate_words(known.fate));
}

/// A month that invoices speak of as a whole.
struct ComparedMonth {
  YearMonth at;
  Carrier carrier;
  Decimal invoices;
  std::optional<Decimal> ledger;
};

std::vector<ComparedMonth> compared(const EnergyReport& report) {
  std::vector<ComparedMonth> out;
  for (const Carrier carrier : all_carriers()) {
    const InvoiceMonths months = months_of_invoices(report.invoices, carrier);
    for (const auto& [at, days] : months.covered) {
      if (days != month_span(at.first, at.second).days()) continue;
      const auto month = months.spread.find(at);
      if (month == months.spread.end()) continue;
      out.push_back({at, carrier, month->second.quantity, month_quantity(report, at.first, carrier, at.second)});
    }
  }
  return out;
}

void set_month(Scope& scope, const ComparedMonth& month) {
  const std::optional<Decimal> off = month.ledger ? std::optional(*month.ledger - month.invoices) : std::nullopt;
  scope.set("month.words", month_words(month.at.first, month.at.second));
  scope.set("month.carrier", std::string(carrier_name(month.carrier)) + "（" + std::string(carrier_unit(month.carrier)) + "）");
  scope.set("month.invoices", month.invoices, kQuantityFormat);
  scope.set("month.ledger", month.ledger, kQuantityFormat);
  scope.set("month.difference", off, kQuantityFormat);
  scope.set("month.key", std::to_string(month.at.first) + "." + std::to_string(month.at.second) + "." + std::string(carrier_name(month.carrier)));
  scope.set("month.remark", month.ledger ? "" : "台账没有该月的数");
}

void set_source(Scope& scope, const KnownInvoice& invoice) {
  std::string data = invoice.data.source;
  for (const auto& [field, source] : invoice.data.other) {
    if (field != "用量起止") data += "；" + field + "：" + source;
  }
  scope.set("source.number", invoice.data.number);
  scope.set("source.files", join(invoice.paths, "；"));
  scope.set("source.data", data);
  scope.set("source.period", invoice.period ? invoice.period_source : "没有写明");
}

}  // namespace

bool add_invoice_words(Vocabulary& words, const Assessment& assessment) {
  const EnergyReport& report = assessment.energy;
  words.root.set_whole("invoices.count", static_cast<std::int64_t>(report.invoices.invoices.size()));
  words.collections["invoice_rows"] = [&report](const Scope& at) {
    std::vector<Scope> scopes;
    for (const ListedUse& each : listed(report.invoices)) set_use(scopes.emplace_back(&at), each);
    return scopes;
  };
  words.collections["invoice_months"] = [&report](const Scope& at) {
    std::vector<Scope> scopes;
    for (const ComparedMonth& month : compared(report)) set_month(scopes.emplace_back(&at), month);
    return scopes;
  };
  words.collections["invoice_sources"] = [&report](const Scope& at) {
    std::vector<Scope> scopes;
    for (const KnownInvoice& invoice : report.invoices.invoices) set_source(scopes.emplace_back(&at), invoice);
    return scopes;
  };
  return !report.invoices.empty();
}

}  // namespace lvce
