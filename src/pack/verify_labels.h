// Page labels of the bound file against what result.json says of them. Private to pack/.
#pragma once

#include <vector>

#include "bind/append/print_record.h"
#include "layout/page_label.h"
#include "pack/verify_record.h"
#include "support/finding.h"

namespace lvce {

/// `labels`: of the bound file, in order. Every file of evidence begins at a page that is there, and the pages recorded for --append are those of the
/// file. `printed`: nothing where the record cannot be read.
Findings verify_labels(const std::vector<PageLabel>& labels, const Record& record, const std::optional<PrintRecord>& printed);

}  // namespace lvce
