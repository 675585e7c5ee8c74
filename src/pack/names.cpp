#include "pack/names.h"

#include <algorithm>
#include <system_error>

#include "support/litter.h"
#include "support/text.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kNameBytesAtMost = 255;

bool is_plain(const std::string& name) {
  return !name.empty() && name.size() <= kNameBytesAtMost && name != "." && name != ".." && is_valid_utf8(name) &&
         name.find_first_of(std::string("/\\\0", 3)) == std::string::npos;
}

/// "线上填报/" or "可编辑/" of a path below such a folder; else empty.
std::string folder_prefix(const std::string& path) {
  for (const char* folder : {kOnlineFolder, kEditableFolder}) {
    if (path.starts_with(std::string(folder) + "/")) return std::string(folder) + "/";
  }
  return "";
}

bool is_folder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(fs::symlink_status(path, error));
}

void list_into(const fs::path& folder, const std::string& prefix, std::vector<std::string>& out) {
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (is_litter(name) || (prefix.empty() && name == kPrintedFolder && is_folder(at->path()))) continue;
    const std::string inside = prefix.empty() ? folder_prefix(name + "/") : "";
    if (!inside.empty() && is_folder(at->path())) {
      list_into(at->path(), inside, out);
    } else {
      out.push_back(prefix + name);
    }
  }
  if (error) out.push_back(prefix + "?");
}

}  // namespace

bool is_editable_path(const std::string& name) { return name.starts_with(std::string(kEditableFolder) + "/") || name.ends_with(".docx"); }

bool is_package_path(const std::string& name) { return is_plain(name.substr(folder_prefix(name).size())); }

fs::path package_file(const fs::path& folder, const std::string& name) {
  if (!is_package_path(name)) return {};
  const fs::path path = folder / name;
  std::error_code error;
  const bool reached = path.parent_path() == folder || is_folder(path.parent_path());
  return reached && fs::is_regular_file(fs::symlink_status(path, error)) ? path : fs::path();
}

std::vector<std::string> list_package(const fs::path& folder) {
  std::vector<std::string> out;
  list_into(folder, "", out);
  std::sort(out.begin(), out.end(), natural_less);
  return out;
}

}  // namespace lvce
