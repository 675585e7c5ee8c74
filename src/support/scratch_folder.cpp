#include "support/scratch_folder.h"

#include <cstdlib>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kOurs = ".lvce-scratch-";  ///< of this kind all are locked while they are used
constexpr std::string_view kBegun = ".lvce-begun-";   ///< not locked yet: nobody may take it for something left behind
constexpr std::size_t kRandom = 6;

/// ".lvce-scratch-unpacked-Ab12Cd"
bool is_scratch_name(std::string_view name) {
  const std::size_t dash = name.rfind('-');
  return name.starts_with(kOurs) && dash != std::string_view::npos && dash >= kOurs.size() && name.size() - dash - 1 == kRandom;
}

/// The folder itself, no link to one, of this user; locked. -1: it is not, or somebody else has the lock.
int lock_folder(const fs::path& folder) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (fd < 0) return -1;
  struct stat held {};
  if (::fstat(fd, &held) == 0 && held.st_uid == ::geteuid() && ::flock(fd, LOCK_EX | LOCK_NB) == 0) return fd;
  ::close(fd);
  return -1;
}

void remove_dead_scratch(const fs::path& all) {
  std::error_code error;
  for (fs::directory_iterator at(all, error), end; !error && at != end; at.increment(error)) {
    if (!is_scratch_name(at->path().filename().native())) continue;
    const int fd = lock_folder(at->path());
    if (fd < 0) continue;
    std::error_code ignored;
    fs::remove_all(at->path(), ignored);
    ::close(fd);
  }
}

}  // namespace

ScratchFolder::ScratchFolder(const std::string& name) {
  std::error_code error;
  const fs::path all = fs::temp_directory_path(error);
  if (error) return;
  remove_dead_scratch(all);
  std::string begun = (all / (std::string(kBegun) + "XXXXXX")).string();
  if (::mkdtemp(begun.data()) == nullptr) return;
  lock_ = lock_folder(begun);
  const fs::path path = all / (std::string(kOurs) + name + "-" + begun.substr(begun.size() - kRandom));
  fs::rename(begun, path, error);
  path_ = error ? fs::path(begun) : path;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
  if (lock_ >= 0) ::close(lock_);
}

}  // namespace lvce
