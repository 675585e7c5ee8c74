// What lies in 盖章件 or 修改稿.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace lvce {

struct ListedCopy {
  std::string name;  ///< in UTF-8
  std::filesystem::path disk;
  bool regular = false;  ///< else a folder, a link …
};

/// In natural order of the names; at most 200. Hidden files and litter are left out; a link instead of the folder gives nothing.
std::vector<ListedCopy> list_copies(const std::filesystem::path& folder);

}  // namespace lvce
