// What to do about ledgers of the office's own.
#pragma once

#include <string>

namespace lvce {

/// `waiting`: a mapping that lies in the unit folder and counts for nothing yet ("映射（待确认）.yaml", "能耗/映射.yaml"); empty: none.
std::string own_ledgers_hint(const std::string& waiting);

}  // namespace lvce
