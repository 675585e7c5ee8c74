// All sheets of a bureau's folder, however often and in whatever order they came back.
#pragma once

#include <filesystem>
#include <vector>

#include "review/sheets/read_sheet.h"

namespace lvce {

/// Where the reports of the bureaus below lie: 下级/<bureau>/.
inline constexpr const char* kLowerFolder = "下级";

/// Every .xlsx below 核查表/, 交回/ and, of sheets that were reviewed below, 下级/ (lock files aside), in natural order; what is no sheet of ours is a finding.
/// Read side by side.
std::vector<ReturnedSheet> read_returned_sheets(const std::filesystem::path& desk, Findings& findings);

}  // namespace lvce
