// What a later round of a unit brought that the one before did not have: by digests.
#pragma once

#include <filesystem>

#include "review/receive/arrival.h"

namespace lvce {

/// `before` and `now` are the packages' folders.
RoundChanges changes_since(const Arrival& first, const std::filesystem::path& before, const Arrival& second, const std::filesystem::path& now);

}  // namespace lvce
