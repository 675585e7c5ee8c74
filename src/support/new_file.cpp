#include "support/new_file.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <string>
#include <system_error>

#include "support/worker.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBeside = ".lvce-new-";

NewFile made_or_why(bool made) {
  if (made) return NewFile::made;
  return errno == EEXIST ? NewFile::exists : NewFile::failed;
}

/// What a killed run left: whoever still writes holds a lock on it.
void remove_begun_files(const fs::path& folder) {
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    std::error_code ignored;
    if (!at->path().filename().native().starts_with(kBeside) || !fs::is_regular_file(at->symlink_status(ignored))) continue;
    const int fd = ::open(at->path().c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0) continue;
    if (::flock(fd, LOCK_EX | LOCK_NB) == 0) ::unlink(at->path().c_str());
    ::close(fd);
  }
}

/// The name is taken by an empty file first, which the whole one then replaces.
bool claim_name(const fs::path& from, const fs::path& to) {
  const int claim = ::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (claim < 0) return false;
  ::close(claim);
  if (::rename(from.c_str(), to.c_str()) == 0) return true;
  const int why = errno;
  ::unlink(to.c_str());
  errno = why;
  return false;
}

/// Renames that replace nothing, and hard links, are each lacking somewhere.
bool give_name(const fs::path& from, const fs::path& to, NewFileWay way) {
  if (way == NewFileWay::claimed) return claim_name(from, to);
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
  if (errno == EEXIST) return false;
  if (::link(from.c_str(), to.c_str()) == 0) return ::unlink(from.c_str()) == 0;
  return errno != EEXIST && claim_name(from, to);
}

NewFile write_beside(const fs::path& file, std::string_view bytes, NewFileWay way) {
  remove_begun_files(file.parent_path().empty() ? "." : file.parent_path());
  std::string beside = (file.parent_path() / (std::string(kBeside) + "XXXXXX")).string();
  const int fd = ::mkostemp(beside.data(), O_CLOEXEC);
  if (fd < 0) return NewFile::failed;
  ::flock(fd, LOCK_EX | LOCK_NB);
  ::fchmod(fd, 0644);
  const bool named = write_all(fd, bytes) && give_name(beside, file, way);
  const int why = errno;
  if (!named) ::unlink(beside.c_str());
  ::close(fd);
  errno = why;
  return made_or_why(named);
}

/// Whether a file without a name got one; nothing: not to be had here.
std::optional<NewFile> write_nameless(const fs::path& folder, const fs::path& file, std::string_view bytes) {
  const int fd = ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0644);
  if (fd < 0) return std::nullopt;
  const std::string nameless = "/proc/self/fd/" + std::to_string(fd);
  const bool written = write_all(fd, bytes);
  const bool named = written && ::linkat(AT_FDCWD, nameless.c_str(), AT_FDCWD, file.c_str(), AT_SYMLINK_FOLLOW) == 0;
  const int why = errno;
  ::close(fd);
  errno = why;
  if (written && !named && why != EEXIST) return std::nullopt;  // no links here, or no /proc
  return made_or_why(named);
}

}  // namespace

NewFile write_new_file(const fs::path& file, std::string_view bytes, NewFileWay way) {
  std::error_code error;
  if (fs::exists(fs::symlink_status(file, error))) return NewFile::exists;
  const fs::path folder = file.parent_path().empty() ? fs::path(".") : file.parent_path();
  const auto done = way == NewFileWay::nameless ? write_nameless(folder, file, bytes) : std::nullopt;
  return done ? *done : write_beside(file, bytes, way);
}

}  // namespace lvce
