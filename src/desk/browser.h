// The desktop's own programs.
#pragma once

#include <string>

namespace lvce {

/// Shows an address or a folder by xdg-open. False: there is none.
bool open_outside(const std::string& what);

}  // namespace lvce
