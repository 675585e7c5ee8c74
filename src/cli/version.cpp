#include "cli/version.h"

namespace lvce {

std::string version_text() {
  const std::string commit = LVCE_COMMIT, version = std::string("lvce ") + LVCE_VERSION;
  return commit.empty() ? version : version + "（提交 " + commit + "）";
}

}  // namespace lvce
