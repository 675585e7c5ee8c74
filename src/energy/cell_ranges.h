// Many cells of one sheet in few words: what stands together as ranges.
#pragma once

#include <string>
#include <vector>

namespace lvce {

/// "B4:B15" of B4, B5 … B15; "B2+D2:E9": several ranges, down the columns first. Cells that are named twice count once; what is no cell stays as it is.
std::string cell_ranges(const std::vector<std::string>& cells);

}  // namespace lvce
