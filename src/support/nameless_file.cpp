#include "support/nameless_file.h"

#include <sys/mman.h>
#include <unistd.h>

#include "support/files.h"

namespace lvce {

NamelessFile::NamelessFile() : fd_(::memfd_create("lvce", MFD_CLOEXEC)) {
  if (fd_ >= 0) path_ = "/proc/self/fd/" + std::to_string(fd_);
  if (!path_.empty() && ::access(path_.c_str(), F_OK) == 0) return;
  folder_.emplace("file");
  path_ = folder_->path().empty() ? "" : (folder_->path() / "file").string();
}

NamelessFile::~NamelessFile() {
  if (fd_ >= 0) ::close(fd_);
}

std::optional<std::string> NamelessFile::bytes(std::uintmax_t cap) const { return path_.empty() ? std::nullopt : read_file(path_, cap); }

}  // namespace lvce
