// --append: sheets of earlier rounds stay in the package, for they may still have to be printed.
#pragma once

#include <filesystem>

#include "bind/bind.h"
#include "support/finding.h"

namespace lvce {

/// Copies the supplements of earlier rounds from the `printed` package into `folder` and adds them to `bound`. One that is gone or is not
/// what SHA256SUMS says is left out. False, with a finding, when a copy cannot be written.
bool keep_supplements(const std::filesystem::path& printed, const std::filesystem::path& folder, int printed_rounds, BoundPackage& bound, Findings& failures);

}  // namespace lvce
