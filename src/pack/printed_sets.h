// 已打印/第1次, 第2次 …: printed sets that would be overwritten are kept beside what takes their place.
#pragma once

#include <filesystem>

#include "support/finding.h"

namespace lvce {

/// Before `fresh` takes the place of `target`: all that `target` keeps in 已打印 is linked (or copied) into `fresh`; with `current` what stands in `target`
/// now becomes 第N次 there. Links are not followed. False, with a finding, when it cannot be written; `target` is never changed.
bool keep_printed_sets(const std::filesystem::path& target, const std::filesystem::path& fresh, bool current, Findings& findings);

}  // namespace lvce
