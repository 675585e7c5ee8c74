#include "evidence/job/snapshot.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <vector>

#include "support/worker.h"

namespace lvce {
namespace {

constexpr std::size_t kChunk = 1U << 20;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

/// False: this pair of file systems cannot do it, and nothing was written.
bool share_blocks(int from, int to) {
  const ssize_t first = ::copy_file_range(from, nullptr, to, nullptr, kChunk, 0);
  if (first <= 0) return false;
  for (ssize_t more = first; more > 0;) {
    do more = ::copy_file_range(from, nullptr, to, nullptr, kChunk * 64, 0);
    while (more < 0 && errno == EINTR);
    if (more < 0) return false;  // what follows is copied by hand, from where both stand
  }
  return true;
}

Copied copy_rest(int from, int to) {
  std::vector<char> chunk(kChunk);
  for (;;) {
    const ssize_t got = ::read(from, chunk.data(), chunk.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Copied::unreadable;
    if (got == 0) return Copied::done;
    if (!write_all(to, {chunk.data(), static_cast<std::size_t>(got)})) return Copied::not_written;
  }
}

}  // namespace

Copied copy_evidence(const std::filesystem::path& from, const std::filesystem::path& to) {
  // Links were followed as the folder was listed, where they stay inside: one that is there now was put there since.
  const Descriptor in(::open(from.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW));
  struct stat facts {};
  if (in.number() < 0 || ::fstat(in.number(), &facts) != 0 || !S_ISREG(facts.st_mode)) return Copied::unreadable;
  const Descriptor out(::open(to.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
  if (out.number() < 0) return Copied::not_written;
  return share_blocks(in.number(), out.number()) ? Copied::done : copy_rest(in.number(), out.number());
}

std::string disk_stamp(const std::filesystem::path& file) {
  struct stat facts {};
  if (::lstat(file.c_str(), &facts) != 0) return {};
  const auto time = [](const timespec& at) { return std::to_string(at.tv_sec) + "." + std::to_string(at.tv_nsec); };
  return std::to_string(facts.st_dev) + " " + std::to_string(facts.st_ino) + " " + std::to_string(facts.st_size) + " " + time(facts.st_mtim) + " " +
         time(facts.st_ctim);
}

}  // namespace lvce
