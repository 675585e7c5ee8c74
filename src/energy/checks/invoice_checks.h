// The parts of check_invoices. Private to energy/.
#pragma once

#include "energy/checks/checks.h"

namespace lvce {

/// invoice-sum-differs, invoice-double, invoice-number-conflict, invoice-red-alone: what is wrong with invoices themselves.
void check_invoice_papers(const CheckInput& input, Findings& findings);
/// invoice-period-missing, invoice-no-quantity: what cannot be compared.
void check_invoice_questions(const CheckInput& input, Findings& findings);
/// invoice-ledger-differs, invoice-year-differs, invoice-not-in-ledger, invoice-billing-month, invoice-months-missing: against 能耗台账.
void compare_invoices(const CheckInput& input, Findings& findings);

/// "电费3月.ofd、电费3月补.ofd": the best file of each invoice, by its name.
std::string invoice_names(const std::vector<const KnownInvoice*>& invoices);

}  // namespace lvce
