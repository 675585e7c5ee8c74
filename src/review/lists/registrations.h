// 备案表汇总, 联系人信息表汇总: what all units' 04 say, in one table.
#pragma once

#include <filesystem>
#include <vector>

#include "review/lists/lists.h"

namespace lvce {

/// One paper for each standard that has such a form; units of standards without one are in none. A package whose 04 cannot be read has a row that says
/// so, and a finding.
std::vector<ListPaper> compose_registrations(const ReviewResults& results, const std::filesystem::path& desk, const std::filesystem::path& data,
                                             Findings& findings);

}  // namespace lvce
