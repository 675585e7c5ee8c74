#include "bind/sealed/copy_folder.h"

#include <algorithm>
#include <system_error>

#include "support/litter.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFilesAtMost = 200;

}  // namespace

std::vector<ListedCopy> list_copies(const fs::path& folder) {
  std::vector<ListedCopy> out;
  std::error_code error;
  if (!fs::is_directory(fs::symlink_status(folder, error))) return out;
  for (fs::directory_iterator at(folder, error), end; !error && at != end && out.size() < kFilesAtMost; at.increment(error)) {
    const std::string bytes = at->path().filename().string();
    const std::string name = is_valid_utf8(bytes) ? bytes : encode_utf8(decode_utf8(bytes));
    std::error_code unread;
    if (!name.starts_with(".") && !is_litter(name)) out.push_back({name, at->path(), fs::is_regular_file(at->symlink_status(unread))});
  }
  std::sort(out.begin(), out.end(), [](const ListedCopy& a, const ListedCopy& b) {
    return a.name != b.name && (natural_less(a.name, b.name) || (!natural_less(b.name, a.name) && a.name < b.name));
  });
  return out;
}

}  // namespace lvce
