// 缺项汇总.xlsx: everything that units must still do, by unit and office.
#pragma once

#include <filesystem>
#include <vector>

#include "fleet/unit_row.h"

namespace lvce {

/// Writes the file in one step; false when it cannot be written. Beyond a million rows it goes on in 缺项汇总2.xlsx ….
bool write_missing_list(const std::vector<UnitRow>& rows, const std::filesystem::path& file);

}  // namespace lvce
