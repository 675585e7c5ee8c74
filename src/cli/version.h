// What `lvce --version` says. The commit stands nowhere else: outputs are the same whichever commit made them.
#pragma once

#include <string>

namespace lvce {

/// "lvce 0.1.0（提交 1a2b3c4d5e6f）"; without the commit where the sources did not come from git.
std::string version_text();

}  // namespace lvce
