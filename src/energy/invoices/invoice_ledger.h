// Invoices of energy and water as a ledger: each number once, what it says of a carrier in base units, in which days it was used.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "office/dossier.h"
#include "office/invoice.h"

namespace lvce {

/// Rows of invoices that are a carrier, by what stands between the stars of an item (*供电*电费) and behind them. templates/invoices.yaml.
struct InvoiceRule {
  Carrier carrier;
  std::vector<std::string> classes;  ///< 税收分类简称; an item without stars may have any
  std::vector<std::string> names;    ///< one of them is in the name; empty: the class says enough
  std::vector<std::string> bare;     ///< names of items without stars
  std::vector<std::string> unless;   ///< in the name: fees, no consumption
};
using InvoiceWords = std::vector<InvoiceRule>;  ///< the first that fits

/// Broken data of ours is an error finding.
InvoiceWords load_invoice_words(const std::filesystem::path& file, Findings& findings);
/// What a row of that item is; nothing: no energy or water.
std::optional<Carrier> carrier_of_item(const InvoiceWords& words, const std::string& item);

/// A row of an invoice that is a carrier.
struct InvoiceUse {
  Carrier carrier;
  InvoiceLine line;                 ///< as printed
  std::optional<Decimal> quantity;  ///< in the carrier's base unit; nothing: none printed, or in a unit that it is not measured in
};

enum class InvoiceFate {
  counted,
  cancelled,     ///< by a red one
  red,           ///< and the one that it cancels is there: both are out, or less is left
  red_alone,     ///< what it cancels is not there: it does not count
  contradicted,  ///< two files say different things under its number: it does not count
};

struct KnownInvoice {
  Invoice data;                       ///< the best reading, completed by those of other files
  std::vector<std::string> paths;     ///< all files that hold it, in the order found
  std::vector<std::string> repeated;  ///< of these, what is there twice over in one form and place
  std::vector<InvoiceUse> uses;       ///< at least one
  std::optional<DaySpan> period;      ///< printed, or said by a file's name
  std::string period_source;
  InvoiceFate fate = InvoiceFate::counted;
  Decimal left_over;          ///< of a cancelled one: money that the red ones leave
  std::string contradiction;  ///< what they say differently, in words
};

struct InvoiceLedger {
  std::vector<KnownInvoice> invoices;  ///< by period, then number
  bool empty() const { return invoices.empty(); }
};

/// What invoices say of one month.
struct InvoiceMonth {
  Decimal quantity;                       ///< base unit; of periods that cross months the days' share
  std::vector<const KnownInvoice*> from;  ///< borrowed
};
using YearMonth = std::pair<int, int>;

/// One carrier's months. Borrows the ledger.
struct InvoiceMonths {
  std::map<YearMonth, InvoiceMonth> spread;  ///< by days
  std::map<YearMonth, InvoiceMonth> billed;  ///< each whole, in the month in which its period ends
  std::map<YearMonth, int> covered;          ///< days of the month that every 户号 has invoices for
};
InvoiceMonths months_of_invoices(const InvoiceLedger& ledger, Carrier carrier);

}  // namespace lvce
