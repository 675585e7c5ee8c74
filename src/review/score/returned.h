// All sheets of a bureau's folder, however often and in whatever order they came back.
#pragma once

#include <filesystem>
#include <vector>

#include "review/sheets/read_sheet.h"

namespace lvce {

/// Every .xlsx below 核查表/ and 交回/ (lock files aside), in natural order; what is no sheet of ours is a finding. Read side by side.
std::vector<ReturnedSheet> read_returned_sheets(const std::filesystem::path& desk, Findings& findings);

}  // namespace lvce
