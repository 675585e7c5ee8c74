// Files to the places that were proposed, and back. Nothing is ever overwritten, no file is deleted; each step is written down before it is taken.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "prepare/sort_table.h"
#include "support/finding.h"

namespace lvce {

/// A row that its writer has to put right; everything else that stops a move is a matter of the disk.
inline constexpr const char* kSortRowUnclear = "sort-row-unclear";

struct Sorted {
  int renamed = 0;       ///< files
  int undecided = 0;     ///< files left because they are not sure and nothing is said in 采用
  int declined = 0;      ///< files that the office does not take (采用 = 否)
  bool refused = false;  ///< nothing was touched; the findings say why
  Findings findings;
};

/// Files on the disk that stand under no indicator now, by path.
using LooseFiles = std::set<std::string>;

/// Moves by 归档建议.xlsx in `evidence` into the folders of the indicators (of the first, where there are several), which are made as `init` names
/// them: rows with 采用 = 是, and those with 把握 = 高 where 采用 says nothing. A table that does not know a loose file, or that is older than one, is
/// refused. Each bears the name that its row gives it. A name that is taken gets （2）, （3） ….
Sorted apply_sort_table(const std::filesystem::path& evidence, const LooseFiles& loose, const Rubric& rubric);

/// Takes the last round of 改名记录.csv back, also folders that it made, if they are empty.
Sorted undo_renames(const std::filesystem::path& evidence);

}  // namespace lvce
