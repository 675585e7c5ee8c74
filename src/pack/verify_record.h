// What result.json says of a package's files. Private to pack/.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "pack/sums.h"
#include "support/finding.h"

namespace lvce {

using RecordedPages = std::map<std::string, long>;  ///< file → pages; only files that have pages

/// result.json against the sums: each file stands in both, once, with one digest. Fills in how many pages the record gives.
Findings verify_record(const std::filesystem::path& folder, const Sums& sums, RecordedPages& pages);

}  // namespace lvce
