// What an invoice says, as data: of electricity, water, gas, heat and fuel it is compared with the ledger. Nothing personal is kept: of the remark only
// the period, the customer's number and the invoice that it cancels.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "support/decimal.h"

namespace lvce {

/// Days, both counted.
struct DaySpan {
  std::chrono::sys_days first, last;
  int days() const { return static_cast<int>((last - first).count()) + 1; }
  bool operator==(const DaySpan&) const = default;
};

/// "2024年1月", "2024年1—2月" where it is whole months, else "2024-01-05至2024-02-04".
std::string span_words(const DaySpan& span);
/// Of a whole month.
DaySpan month_span(int year, int month);

enum class InvoiceForm { ofd, xml, pdf };

/// A row of an invoice, figures as printed. Discounts and what was taken back are negative.
struct InvoiceLine {
  std::string item;  ///< "*供电*电费"
  std::string unit;  ///< as printed; may be empty
  std::optional<Decimal> quantity, price, amount, tax;
  bool operator==(const InvoiceLine&) const = default;
};

struct Invoice {
  std::string path;                          ///< in the unit folder: "佐证材料/2.1.3 电费.ofd"
  std::string sha256;                        ///< of the file
  InvoiceForm form = InvoiceForm::xml;       ///< of the file
  std::string source;                        ///< what of the file was read: "附件 original_invoice.xml"
  std::map<std::string, std::string> other;  ///< fields that come from elsewhere: 用量起止 -> 备注
  std::string number;                        ///< 发票代码 (where there is one) and 发票号码
  std::string date;                          ///< 2024-03-05; empty: none
  std::string seller;                        ///< no person's name
  std::vector<InvoiceLine> lines;
  std::optional<Decimal> amount, tax, total;  ///< without tax, tax, with tax
  std::optional<DaySpan> period;              ///< that the quantity was used in; nothing: not printed
  std::string meter;                          ///< 户号, 表号 …; empty: not printed
  std::string cancels;                        ///< number of the invoice that this red one cancels; empty: none, or not said

  bool is_red() const { return !cancels.empty() || (total ? *total : amount.value_or(Decimal())).is_negative(); }
};

/// Fills what `to` lacks from another reading of the same invoice; one of another number is left alone.
void complete_from(Invoice& to, const Invoice& more);

}  // namespace lvce
