// A zip unpacked with caps. Private to pack/.
#pragma once

#include <filesystem>

#include "support/finding.h"

namespace lvce {

struct UnzipCaps {
  std::size_t entries = 10000;
  std::uintmax_t bytes = 8ULL << 30;  ///< expanded, all together
  std::uintmax_t ratio = 200;         ///< expanded to packed, beyond `ratio_free` bytes
  std::uintmax_t ratio_free = 256ULL << 20;
};

/// Unpacks plain files into an empty folder. Names with a separator, "..", or twice, a wrong checksum and anything over a cap are findings
/// and stop it.
Findings unzip(const std::filesystem::path& zip, const std::filesystem::path& into, const UnzipCaps& caps);

}  // namespace lvce
