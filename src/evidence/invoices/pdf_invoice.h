// Invoices in a PDF: the XML of a 数电票 among its attachments, else the text of its pages.
#pragma once

#include <filesystem>
#include <vector>

#include "office/invoice.h"

namespace lvce {

/// Empty where there are none, or the file cannot be read.
std::vector<Invoice> invoices_of_pdf(const std::filesystem::path& file);
/// Of the attachments alone.
std::vector<Invoice> invoices_attached_to(const std::filesystem::path& file);

/// True when the attachments are XML and invoices are among them: nothing that would have to be bound is left behind.
bool carries_only_invoice_data(const std::filesystem::path& file);

}  // namespace lvce
