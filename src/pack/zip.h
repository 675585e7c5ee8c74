// The package as one zip, and a zip unpacked with caps. Private to pack/.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "support/finding.h"

namespace lvce {

/// Writes `names` of `folder` in this order, with fixed times: the same files give the same bytes. PDFs, mostly compressed already, are
/// stored. Streams: memory does not grow with the files.
bool write_zip(const std::filesystem::path& folder, const std::vector<std::string>& names, const std::filesystem::path& zip);

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
