#include <algorithm>
#include <exception>
#include <system_error>

#include "rubric/rubric.h"
#include "support/yaml/yaml_tree.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

/// A file that cannot be read says nothing here: who is named one is told of it.
bool says_default(const fs::path& file) try { return load_own_yaml(file).at("default").text == "true"; } catch (const std::exception&) {
  return false;
}

}  // namespace

std::vector<std::string> usual_factor_sets(const fs::path& data) {
  std::vector<std::string> ids;
  std::error_code error;
  for (fs::directory_iterator at(data / "rubrics" / "factors", error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() == ".yaml" && says_default(at->path())) ids.push_back(at->path().stem().string());
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace lvce
