// One table rule on one of the office's own sheets.
#pragma once

#include "workbook/mapping/contract_book.h"

namespace lvce::formats {

/// False when no row of the first twenty holds the rule's headers; nothing is reported then.
bool read_mapped_table(const SourceSheet& source, const TableRule& rule, ContractBook& out, Reporter& reporter);

/// Unit of a column or row: what stands there, else what the rule says. Nothing, after a finding, where both differ.
std::optional<std::string> settle_unit(const std::string& there, const ValueRule& rule, const xlsx::Origin& at, Reporter& reporter);
bool by_year(const Target& to);

}  // namespace lvce::formats
