// An invoice from the words of its page: what stands behind which label, in which column. Pure.
#pragma once

#include <optional>

#include "evidence/pdf/page_words.h"
#include "office/invoice.h"

namespace lvce {

/// Only what agrees with itself is taken: rows whose amounts add up to 合计, with 金额 + 税额 = 价税合计; a quantity only where quantity × price is the amount.
/// Nothing where the page is no invoice, or does not agree.
std::optional<Invoice> invoice_of_words(const PageWords& words, const std::string& source);

}  // namespace lvce
