// Names of the files that hold sheets to add.
#pragma once

#include <string>

namespace lvce {

inline constexpr const char* kSupplementName = "补页.pdf";  ///< of the latest round

/// 补页.pdf of the latest round; those of the rounds before it are kept: 补页 第1次.pdf, for they may still have to be printed.
std::string supplement_name(int round, int latest);
bool is_supplement_name(const std::string& name);

}  // namespace lvce
