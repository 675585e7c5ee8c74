// A file of the set in one piece, or cut where items begin so that no piece is too large for a portal.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "bind/bind.h"

namespace lvce {

struct CutOptions {
  std::string name;               ///< "佐证材料"
  int first = 1;                  ///< number of the first file
  std::uintmax_t most_bytes = 0;  ///< 0: never cut
};

/// Writes leaves under a name.
using WriteLeaves = std::function<OutputPdf(const std::vector<std::size_t>& leaves, const std::string& name)>;

/// Writes the stretches as 序号-名称.pdf, or, where that is larger than allowed, as 序号-名称（第x册共y册）.pdf; a stretch that is too large alone stays whole,
/// with a warning.
std::vector<OutputPdf> write_cut(const std::vector<std::vector<std::size_t>>& stretches, const CutOptions& options, const WriteLeaves& write,
                                 const std::filesystem::path& folder, Findings& findings);

}  // namespace lvce
