// Faults of invoices themselves, and what keeps them from being compared.
#include <algorithm>

#include "energy/checks/invoice_checks.h"
#include "support/text.h"

namespace lvce {
namespace {

std::vector<Place> places_of(const std::vector<std::string>& paths) {
  std::vector<Place> out;
  for (const std::string& path : paths) out.push_back(on_disk(path));
  return out;
}

Place place_of_invoice(const KnownInvoice& invoice) { return on_disk(invoice.data.path); }

std::string said(const Decimal& number) { return number.shortest(); }

/// 金额 + 税额 = 价税合计, to the cent.
void check_sum(const KnownInvoice& invoice, Findings& findings) {
  const Invoice& data = invoice.data;
  if (!data.amount || !data.tax || !data.total || *data.amount + *data.tax == *data.total) return;
  warn(findings, "invoice-sum-differs", place_of_invoice(invoice),
       "票据" + data.number + "的金额 " + said(*data.amount) + " 加税额 " + said(*data.tax) + " 不等于价税合计 " + said(*data.total),
       "核对是否下载错误或被改动，必要时请开票方重新提供");
}

void check_double(const KnownInvoice& invoice, Findings& findings) {
  if (invoice.repeated.empty()) return;
  warn(findings, "invoice-double", place_of_invoice(invoice),
       "同一张票据（" + invoice.data.number + "）放了" + std::to_string(invoice.repeated.size()) + "份，对照时只计一次",
       "多余的请删去；台账重复登记的，请改正");
  findings.back().places = places_of(invoice.repeated);
}

void check_contradiction(const KnownInvoice& invoice, Findings& findings) {
  if (invoice.fate != InvoiceFate::contradicted) return;
  warn(findings, "invoice-number-conflict", place_of_invoice(invoice),
       "几个文件是同一个票据号码" + invoice.data.number + "，内容却不同：" + invoice.contradiction + "；没有与台账对照", "核对哪一份是原件，另一份请删去");
  findings.back().places = places_of(invoice.paths);
}

void check_red(const KnownInvoice& invoice, Findings& findings) {
  if (invoice.fate != InvoiceFate::red_alone) return;
  const std::string of = invoice.data.cancels.empty() ? "没有写明红冲的是哪一张" : "红冲的票据" + invoice.data.cancels + "不在材料里";
  warn(findings, "invoice-red-alone", place_of_invoice(invoice), "红字票据" + invoice.data.number + of + "，没有与台账对照", "请把被红冲的票据一并放入");
}

bool has_quantity(const KnownInvoice& invoice) {
  return std::any_of(invoice.uses.begin(), invoice.uses.end(), [](const InvoiceUse& use) { return use.quantity.has_value(); });
}

/// One finding of all of them.
void ask(Findings& findings, Severity severity, const char* code, const std::vector<const KnownInvoice*>& invoices, const std::string& what,
         const std::string& hint) {
  if (invoices.empty()) return;
  std::vector<Place> places;
  for (const KnownInvoice* invoice : invoices) places.push_back(place_of_invoice(*invoice));
  const std::string message = (invoices.size() == 1 ? "票据" + invoices.front()->data.number : std::to_string(invoices.size()) + "张票据") + what;
  findings.push_back(Finding::of(severity, code, places.front(), message, hint));
  if (places.size() > 1) findings.back().places = places;
}

}  // namespace

std::string invoice_names(const std::vector<const KnownInvoice*>& invoices) {
  constexpr std::size_t kNamed = 3;
  std::string out;
  for (std::size_t i = 0; i < std::min(invoices.size(), kNamed); ++i) {
    const std::string& path = invoices[i]->data.path;
    out += (i > 0 ? "、" : "") + path.substr(path.rfind('/') == path.npos ? 0 : path.rfind('/') + 1);
  }
  return invoices.size() > kNamed ? out + "等" + std::to_string(invoices.size()) + "张" : out;
}

void check_invoice_papers(const CheckInput& input, Findings& findings) {
  for (const KnownInvoice& invoice : input.report.invoices.invoices) {
    check_sum(invoice, findings);
    check_double(invoice, findings);
    check_contradiction(invoice, findings);
    check_red(invoice, findings);
  }
}

void check_invoice_questions(const CheckInput& input, Findings& findings) {
  std::vector<const KnownInvoice*> undated, unmeasured;
  for (const KnownInvoice& invoice : input.report.invoices.invoices) {
    if (invoice.fate == InvoiceFate::contradicted || invoice.fate == InvoiceFate::red_alone) continue;  // said already
    if (!has_quantity(invoice)) unmeasured.push_back(&invoice);
    else if (!invoice.period && invoice.fate == InvoiceFate::counted) undated.push_back(&invoice);
  }
  ask(findings, Severity::warning, "invoice-period-missing", undated, "没有写明用量属于哪个月，没有与台账对照",
      "核对抄表记录后，在文件名里写上月份再对照，例如“2024年3月电费.pdf”");
  ask(findings, Severity::note, "invoice-no-quantity", unmeasured, "没有数量，或计量单位不是该能源的单位，没有与台账对照", "预存、充值的票据请附用量结算单");
}

void check_invoices(const CheckInput& input, Findings& findings) {
  if (input.report.invoices.empty()) return;
  check_invoice_papers(input, findings);
  check_invoice_questions(input, findings);
  compare_invoices(input, findings);
}

}  // namespace lvce
