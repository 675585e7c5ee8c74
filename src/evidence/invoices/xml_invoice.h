// Invoices as XML: 数电票 (EInvoice), the original_invoice.xml of tax OFDs, XBRL of accounting vouchers, older layouts by pinyin or Chinese names.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>

#include "evidence/invoices/raw.h"

namespace lvce {

inline constexpr std::size_t kInvoiceXmlAtMost = 8U << 20;

/// By the local names of elements, whatever namespace and depth; signatures are passed over. Never recurses. All empty where there is nothing of an invoice.
RawInvoice raw_invoice_in(const pugi::xml_node& root);

/// Of a file or an attachment; nothing when it is no invoice, or larger than kInvoiceXmlAtMost. UTF-8, UTF-16 or GB18030.
std::optional<Invoice> invoice_of_xml(std::string bytes, const std::string& source);

}  // namespace lvce
