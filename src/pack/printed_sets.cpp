#include "pack/printed_sets.h"

#include <charconv>
#include <string>
#include <system_error>

#include "pack/names.h"
#include "support/system_words.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBefore = "第", kBehind = "次";

/// 3 of "第3次"; 0: another name.
int number_of(const std::string& name) {
  if (!name.starts_with(kBefore) || !name.ends_with(kBehind) || name.size() <= kBefore.size() + kBehind.size()) return 0;
  const char* const begin = name.data() + kBefore.size();
  const char* const end = name.data() + name.size() - kBehind.size();
  int number = 0;
  const auto [stop, fault] = std::from_chars(begin, end, number);
  return fault == std::errc() && stop == end && number > 0 ? number : 0;
}

void link_or_copy(const fs::path& from, const fs::path& to, std::error_code& error) {
  fs::create_directories(to.parent_path(), error);
  if (error) return;
  fs::create_hard_link(from, to, error);
  if (error) fs::copy_file(from, to, error);
}

/// Regular files below `from`, and nothing else.
void carry(const fs::path& from, const fs::path& to, std::error_code& error) {
  std::error_code reading;
  for (fs::recursive_directory_iterator at(from, reading), end; !reading && !error && at != end; at.increment(reading)) {
    std::error_code ignored;
    if (at->is_symlink(ignored) || !at->is_regular_file(ignored)) continue;
    link_or_copy(at->path(), to / at->path().lexically_relative(from), error);
  }
  if (reading && !error) error = reading;
}

int last_number(const fs::path& folder) {
  std::error_code error;
  int last = 0;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    last = std::max(last, number_of(at->path().filename().string()));
  return last;
}

}  // namespace

bool keep_printed_sets(const fs::path& target, const fs::path& fresh, bool current, Findings& findings) {
  const fs::path kept = target / kPrintedFolder;
  std::error_code error, none;
  const bool any = fs::is_directory(fs::symlink_status(kept, none));
  if (any) carry(kept, fresh / kPrintedFolder, error);
  const std::string name = std::string(kBefore) + std::to_string(any ? last_number(kept) + 1 : 1) + std::string(kBehind);
  if (current) {
    for (const std::string& file : list_package(target)) {
      const fs::path from = package_file(target, file);
      if (!error && !from.empty()) link_or_copy(from, fresh / kPrintedFolder / name / file, error);
    }
  }
  if (!error) return true;
  findings.push_back(Finding::error("output-not-written", on_disk((target / kPrintedFolder).string()), "打印过的一套留存不了：" + system_words(error),
                                    "请检查磁盘空间和文件夹权限；原有文件未动"));
  return false;
}

}  // namespace lvce
