// Which evidence is printed already, and what came later.
#pragma once

#include <optional>
#include <vector>

#include "bind/append/print_record.h"
#include "office/dossier.h"

namespace lvce {

/// Round of each file: that of the record, or the next one for a file that it does not have. No record: all 0, given as empty.
std::vector<int> rounds_of(const EvidenceFolder& evidence, const std::optional<PrintRecord>& printed);

/// Puts later files behind earlier ones, so that what is printed keeps its order and its photos their numbers.
void order_by_round(EvidenceFolder& evidence, const PrintRecord& printed);

/// After probing: printed files that are gone or have changed are errors (append-file-gone, append-file-changed).
Findings compare_with_printed(const EvidenceFolder& evidence, const PrintRecord& printed);

}  // namespace lvce
