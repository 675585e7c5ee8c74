// The invoice that an OFD carries as data: in attachments, in tags that point at its texts, in the document's facts.
#pragma once

#include <optional>
#include <string_view>

#include "office/invoice.h"

namespace lvce {

/// The first of these that there is, completed by the others: an attached XML (original_invoice.xml, 数电票, XBRL), CustomTag.xml, DocInfo of OFD.xml
/// (whose 合计金额 is without tax). Nothing where none is an invoice. Draws nothing.
std::optional<Invoice> invoice_of_ofd(std::string_view bytes);

}  // namespace lvce
