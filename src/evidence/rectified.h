// What was put together after a review: the evidence that lies in 整改材料.
#pragma once

#include <filesystem>
#include <string_view>

#include "evidence/evidence.h"

namespace lvce {

/// In the unit folder, beside 佐证材料.
inline constexpr std::string_view kRectifyFolder = "整改材料";

/// Appends the files of `folder`, behind the unit's own of the same indicator. Their paths begin with 整改材料/. The folder is only read; without one nothing
/// is appended.
void add_rectified_evidence(EvidenceFolder& own, const std::filesystem::path& folder, const Rubric& rubric, Findings& findings,
                            const Unpacking& unpacking = {});

/// Whether it came from there.
bool is_rectified(const EvidenceFile& file);

}  // namespace lvce
