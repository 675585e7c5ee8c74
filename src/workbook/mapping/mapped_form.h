// One form rule on one of the office's own sheets: labels down a column, a value (or twelve) beside each.
#pragma once

#include "workbook/mapping/contract_book.h"

namespace lvce::formats {

/// False when the sheet holds no header of the form; nothing is reported then.
bool read_mapped_form(const SourceSheet& source, const FormRule& rule, ContractBook& out, Reporter& reporter);

}  // namespace lvce::formats
