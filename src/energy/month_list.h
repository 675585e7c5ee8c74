// Months as they are named in words.
#pragma once

#include <string>
#include <vector>

namespace lvce {

/// Ascending months, runs drawn together: "3月、10—12月".
std::string month_list(const std::vector<int>& months);

}  // namespace lvce
