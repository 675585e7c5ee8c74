// A folder for what is needed for a while; it goes with the object.
#pragma once

#include <filesystem>
#include <string>

namespace lvce {

class ScratchFolder {
 public:
  /// Makes .lvce-scratch-`name`-XXXXXX among the system's temporary files, and locks it; path() is empty when that fails. What killed runs of this user left
  /// there, and nobody locks any more, is removed first.
  explicit ScratchFolder(const std::string& name);
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  int lock_ = -1;
};

}  // namespace lvce
