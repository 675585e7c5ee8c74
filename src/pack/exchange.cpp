#include "pack/exchange.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace lvce {
namespace {

namespace fs = std::filesystem;

/// Trouble that loses data; other refusals mean that the file system (FUSE, network) cannot sync such a thing, and there is nothing more to
/// do.
bool is_loss(int error) { return error == EIO || error == ENOSPC || error == EDQUOT; }

bool sync_path(const fs::path& path, int flags) {
  const int fd = ::open(path.c_str(), flags | O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (fd < 0) return !is_loss(errno);
  const bool good = ::fsync(fd) == 0 || !is_loss(errno);
  return (::close(fd) == 0 || !is_loss(errno)) && good;
}

bool stands(const fs::path& path) {
  std::error_code error;
  return fs::exists(fs::symlink_status(path, error));
}

bool rename_folder(const fs::path& from, const fs::path& to) { return ::rename(from.c_str(), to.c_str()) == 0; }

bool by_way_of_aside(const fs::path& fresh, const fs::path& target, const fs::path& aside) {
  if (!rename_folder(target, aside)) return false;
  if (rename_folder(fresh, target)) return true;
  const int why = errno;
  rename_folder(aside, target);
  errno = why;
  return false;
}

}  // namespace

bool put_in_place(const fs::path& fresh, const fs::path& target, const fs::path& aside, ExchangeWay way) {
  if (!stands(target)) {
    if (::renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE) == 0) return true;
    return errno != EEXIST && rename_folder(fresh, target);
  }
  if (way == ExchangeWay::exchange && ::renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) == 0) return true;
  return by_way_of_aside(fresh, target, aside);
}

bool recover_aside(const fs::path& target, const fs::path& aside) {
  if (!stands(aside) || stands(target)) return true;
  return rename_folder(aside, target) && sync_folder(target.parent_path());
}

void begin_writing(const fs::path& file) {
  const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (fd < 0) return;
  ::sync_file_range(fd, 0, 0, SYNC_FILE_RANGE_WRITE);
  ::close(fd);
}

bool sync_folder(const fs::path& folder) { return sync_path(folder, O_DIRECTORY); }

bool sync_tree(const fs::path& folder) {
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->is_regular_file(error) && !at->is_symlink(error)) begin_writing(at->path());
  }
  bool good = true;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->is_symlink(error)) continue;
    good = (at->is_directory(error) ? sync_folder(at->path()) : sync_path(at->path(), 0)) && good;
  }
  return !error && sync_folder(folder) && good;
}

}  // namespace lvce
