// Whatever a file says as an invoice. Runs in the worker.
#pragma once

#include "evidence/job/content.h"
#include "evidence/job/protocol.h"

namespace lvce {

/// By the file's name whether it may be one: .ofd, .pdf, .xml.
bool may_be_invoice(std::string_view name);

void take_invoices(std::vector<Invoice> invoices, InvoiceForm form, Probed& probed);
/// Fills probed.invoices, and invoice_data for an XML; a file that is none adds nothing and says nothing.
void read_invoices(const ProbeJob& job, const FileEnds& ends, Probed& probed);

}  // namespace lvce
