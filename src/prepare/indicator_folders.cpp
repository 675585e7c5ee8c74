#include "prepare/indicator_folders.h"

#include <set>
#include <system_error>

#include "support/first_words.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

bool stands_before(const fs::path& left, const fs::path& right) {
  const auto depth = [](const fs::path& path) { return std::distance(path.begin(), path.end()); };
  return depth(left) != depth(right) ? depth(left) < depth(right) : natural_less(left.string(), right.string());
}

}  // namespace

std::map<std::string, fs::path> present_folders(const fs::path& evidence, const Rubric& rubric) {
  std::map<std::string, fs::path> out;
  std::error_code error;
  std::set<std::string> ids;
  for (const Indicator* indicator : all_indicators(rubric)) ids.insert(indicator->id);
  for (fs::recursive_directory_iterator at(evidence, fs::directory_options::skip_permission_denied, error), end; !error && at != end; at.increment(error)) {
    if (!at->is_directory(error) || at->is_symlink(error)) continue;
    const std::string name = fold_width(at->path().filename().string());
    if (name.starts_with(".")) at.disable_recursion_pending();
    const std::string id = name.substr(0, name.find_first_not_of("0123456789."));
    if (!ids.contains(id)) continue;
    const auto [known, fresh] = out.emplace(id, at->path());
    if (!fresh && stands_before(at->path(), known->second)) known->second = at->path();
  }
  return out;
}

std::string folder_name_of(const Indicator& indicator) { return trim(indicator.id + " " + first_words(indicator.text, kFolderNameBytes)); }

}  // namespace lvce
