// Files that file managers and offices leave behind: neither ours nor anyone's.
#pragma once

#include <string_view>

namespace lvce {

/// .DS_Store, Thumbs.db, desktop.ini (in any case), lock files: ~$台账.xlsx, .~lock.台账.xlsx#.
bool is_litter(std::string_view name);

}  // namespace lvce
