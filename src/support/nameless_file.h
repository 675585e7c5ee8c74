// A file without a place on any disk, for libraries that work only on files: gone with the process, however it ends. Where there is no /proc, to open it by,
// it is a file in a scratch folder instead.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "support/scratch_folder.h"

namespace lvce {

class NamelessFile {
 public:
  NamelessFile();
  ~NamelessFile();
  NamelessFile(const NamelessFile&) = delete;
  NamelessFile& operator=(const NamelessFile&) = delete;

  /// To be opened by name, also several times; empty where the system gives no such file.
  const std::string& path() const { return path_; }
  /// What was written; nothing where it cannot be read or is more than `cap` bytes.
  std::optional<std::string> bytes(std::uintmax_t cap) const;

 private:
  int fd_ = -1;
  std::optional<ScratchFolder> folder_;
  std::string path_;
};

}  // namespace lvce
