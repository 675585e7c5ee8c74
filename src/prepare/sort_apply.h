// Files to the places that were proposed, and back. Nothing is ever overwritten or deleted; each step is written down before it is taken.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "prepare/sort_table.h"
#include "support/finding.h"

namespace lvce {

struct Sorted {
  int renamed = 0;
  bool refused = false;  ///< nothing was touched; the findings say why
  Findings findings;
};

/// Renames by 归档建议.xlsx in `evidence`: rows with 采用 = 是, and those with 把握 = 高 where 采用 says nothing. `loose`: paths of the files on the
/// disk that stand under no indicator now; a table that does not know them, or that is older than one of them, is refused.
Sorted apply_sort_table(const std::filesystem::path& evidence, const std::set<std::string>& loose, const Rubric& rubric);

/// Takes the last round of 改名记录.csv back.
Sorted undo_renames(const std::filesystem::path& evidence);

}  // namespace lvce
