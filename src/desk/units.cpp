#include "desk/units.h"

#include <algorithm>
#include <system_error>

#include "support/endings.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kUnitsAtMost = 500;

bool is_lock_file(const std::string& name) { return name.starts_with("~$") || name.starts_with(".~"); }

}  // namespace

bool holds_workbook(const fs::path& folder) {
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (is_lock_file(name)) continue;
    if (is_one_of(kWorkbookEndings, small_ending(name)) || name == "单位信息.csv") return true;
  }
  return false;
}

std::vector<std::string> units_below(const fs::path& folder) {
  std::vector<std::string> out;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end && out.size() < kUnitsAtMost; at.increment(error)) {
    std::error_code ignored;
    const std::string name = at->path().filename().string();
    if (!name.starts_with('.') && is_valid_utf8(name) && at->is_directory(ignored) && holds_workbook(at->path())) out.push_back(name);
  }
  std::sort(out.begin(), out.end(), natural_less);
  return out;
}

}  // namespace lvce
