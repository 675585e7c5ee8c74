// Whatever a file says as an invoice. Runs in the worker.
#pragma once

#include "evidence/job/content.h"
#include "evidence/job/protocol.h"

namespace lvce {

/// By the file's name whether it may be one: .ofd, .pdf, .xml.
bool may_be_invoice(std::string_view name);

/// Fills probed.invoices, and invoice_data for an XML; a file that is none adds nothing and says nothing. XML that PDFs carry is looked for only where the
/// file is said to have attachments: by itself where `probed` was not filled before.
void read_invoices(const ProbeJob& job, const FileEnds& ends, Probed& probed);

}  // namespace lvce
