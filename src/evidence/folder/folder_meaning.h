// What the names of folders say about the files below them. Pure.
#pragma once

#include <string>
#include <vector>

#include "evidence/folder/number.h"
#include "evidence/folder/walk.h"

namespace lvce {

struct FolderMeaning {
  std::vector<std::string> ids;    ///< of the nearest folder that holds an indicator id
  Levels group;                    ///< the deepest unit, item or group number on the way, for the hint
  Levels unknown;                  ///< a number that the rubric lacks; the folders above it do not count
  std::size_t unknown_folder = 0;  ///< whose number that is
  std::string title;               ///< nearest rest of a name
  bool hidden = false;
};

/// The meaning of `folder`, the `index`-th walked, inside one that means `above`.
FolderMeaning meaning_below(const FolderMeaning& above, const WalkedFolder& folder, std::size_t index, const NumberTable& table);

}  // namespace lvce
