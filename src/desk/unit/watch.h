// Wakes when something changes below a unit folder (inotify).
#pragma once

#include <chrono>
#include <filesystem>

namespace lvce {

class FolderWatch {
 public:
  FolderWatch();
  ~FolderWatch();
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;

  /// Watches this folder with all below it, also what was made since the last call. False: the system does not let us; then changes are only seen when
  /// somebody looks.
  bool watch(const std::filesystem::path& folder);
  /// Until something changes, wake() is called or the time is over. Changes that follow closely are waited for, so that one copy is one change.
  void wait(std::chrono::milliseconds at_most);
  void wake();

 private:
  bool drain();

  int inotify_ = -1;
  int waker_ = -1;
};

}  // namespace lvce
