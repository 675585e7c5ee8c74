// A zip read with caps. Private to pack/.
#pragma once

#include <filesystem>

#include "pack/sums.h"
#include "support/finding.h"

namespace lvce {

struct UnzipCaps {
  std::size_t entries = 10000;
  std::uintmax_t bytes = 8ULL << 30;  ///< expanded, all together
  std::uintmax_t ratio = 20;          ///< expanded to packed, beyond `ratio_free` bytes
  std::uintmax_t ratio_free = 256ULL << 20;
};

/// Unpacks plain files into an empty folder. Names with a separator, "..", or twice, a wrong checksum and anything over a cap are findings
/// and stop it.
Findings unzip(const std::filesystem::path& zip, const std::filesystem::path& into, const UnzipCaps& caps);

/// The digests of what is inside, without unpacking it. The same findings.
Findings digest_zip(const std::filesystem::path& zip, const UnzipCaps& caps, Sums& inside);

}  // namespace lvce
