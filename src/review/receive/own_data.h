// A package against itself: what result.json says, and what the package's own 数据.json give when they are worked out again.
#pragma once

#include <filesystem>

#include "support/finding.h"

namespace lvce {

/// verify-recomputed: a figure that differs, with both of them; a warning where another version built the package. A standard that is not installed in
/// `data` is a note; a package without 数据.json says nothing. Throws only std::bad_alloc.
Findings check_own_data(const std::filesystem::path& package, const std::filesystem::path& data);

}  // namespace lvce
