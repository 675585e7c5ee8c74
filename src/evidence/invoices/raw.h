// An invoice as the texts of its fields, wherever they stood, made into data: one place for how numbers, dates and remarks are read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "office/invoice.h"

namespace lvce {

struct RawLine {
  std::string item, spec, unit, quantity, price, amount, tax;
  bool empty() const { return item.empty() && quantity.empty() && amount.empty(); }
};

struct RawInvoice {
  std::string code, number, date, seller, amount, tax, total, remark, cancels;
  std::vector<RawLine> lines;
};

inline constexpr std::size_t kLinesAtMost = 500;  ///< of one invoice

/// Nothing when there is no 发票号码 (8 to 20 digits), or neither a row nor a sum.
std::optional<Invoice> invoice_of(const RawInvoice& raw, std::string source);

}  // namespace lvce
