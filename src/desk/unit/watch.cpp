#include "desk/unit/watch.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <cstdint>
#include <system_error>

namespace lvce {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kChanges = IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR | IN_EXCL_UNLINK;
constexpr int kSettled = 25;       ///< ms without another change
constexpr int kSettledTimes = 20;  ///< then it is judged whatever still changes
constexpr int kDeepest = 24;

}  // namespace

FolderWatch::FolderWatch() : inotify_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)), waker_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {}

FolderWatch::~FolderWatch() {
  if (inotify_ >= 0) close(inotify_);
  if (waker_ >= 0) close(waker_);
}

bool FolderWatch::watch(const fs::path& folder) {
  if (inotify_ < 0 || inotify_add_watch(inotify_, folder.c_str(), kChanges) < 0) return false;
  bool all = true;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error), end; !error && at != end; at.increment(error)) {
    std::error_code ignored;
    if (!at->is_directory(ignored) || at->is_symlink(ignored)) continue;
    if (at.depth() >= kDeepest) at.disable_recursion_pending();
    all = inotify_add_watch(inotify_, at->path().c_str(), kChanges) >= 0 && all;
  }
  return all && !error;
}

bool FolderWatch::drain() {
  alignas(inotify_event) char events[4096];
  std::uint64_t count = 0;
  bool any = false;
  while (inotify_ >= 0 && read(inotify_, events, sizeof events) > 0) any = true;
  while (waker_ >= 0 && read(waker_, &count, sizeof count) > 0) any = true;
  return any;
}

void FolderWatch::wait(std::chrono::milliseconds at_most) {
  pollfd watched[] = {{inotify_, POLLIN, 0}, {waker_, POLLIN, 0}};
  poll(watched, 2, static_cast<int>(at_most.count()));
  if (!drain()) return;
  for (int i = 0; i < kSettledTimes && poll(watched, 2, kSettled) > 0; ++i) drain();
}

void FolderWatch::wake() {
  const std::uint64_t one = 1;
  if (write(waker_, &one, sizeof one) < 0) return;
}

}  // namespace lvce
