#include "evidence/invoices/read_invoices.h"

#include <algorithm>

#include "evidence/invoices/ofd_invoice.h"
#include "evidence/invoices/pdf_invoice.h"
#include "evidence/invoices/xml_invoice.h"
#include "evidence/refused_kinds.h"
#include "support/files.h"

namespace lvce {
namespace {

constexpr std::uintmax_t kOfdAtMost = 64U << 20;

std::vector<Invoice> as_list(std::optional<Invoice> invoice) { return invoice ? std::vector<Invoice>{std::move(*invoice)} : std::vector<Invoice>(); }

}  // namespace

bool may_be_invoice(std::string_view name) {
  const std::string ending = ending_of(name);
  return ending == "ofd" || ending == "pdf" || ending == "xml";
}

void take_invoices(std::vector<Invoice> invoices, InvoiceForm form, Probed& probed) {
  for (Invoice& invoice : invoices) {
    invoice.form = form;
    probed.invoices.push_back(std::move(invoice));
  }
}

void read_invoices(const ProbeJob& job, const FileEnds& ends, Probed& probed) {
  const std::string ending = ending_of(job.file.filename().native());
  const Content content = content_of(ends);
  if (content == Content::pdf) {
    take_invoices(invoices_of_pdf(job.file), InvoiceForm::pdf, probed);
  } else if (ending == "ofd") {
    if (const auto bytes = read_file(job.file, kOfdAtMost)) take_invoices(as_list(invoice_of_ofd(*bytes)), InvoiceForm::ofd, probed);
  } else if (ending == "xml") {
    if (auto bytes = read_file(job.file, kInvoiceXmlAtMost)) take_invoices(as_list(invoice_of_xml(std::move(*bytes), "XML")), InvoiceForm::xml, probed);
    probed.invoice_data = !probed.invoices.empty();
  }
}

}  // namespace lvce
