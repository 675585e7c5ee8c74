#include "support/worker.h"

#include <catch2/catch.hpp>

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace lvce;

namespace {

constexpr std::size_t kMegabyte = 1U << 20;

/// The exit code of `work` in a child that may write to 64 MB.
template <typename Work>
int in_limited_child(Work work) {
  const pid_t child = fork();
  if (child == 0) {
    limit_worker({64 * kMegabyte, kMegabyte});
    _exit(work() ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool can_map(std::size_t bytes, int protection) { return mmap(nullptr, bytes, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED; }

}  // namespace

TEST_CASE("a worker may reserve addresses, as threads do, but not write to more than its limit", "[worker][address-space]") {
  CHECK(in_limited_child([] { return can_map(1000 * kMegabyte, PROT_NONE); }) == 0);
  CHECK(in_limited_child([] { return can_map(16 * kMegabyte, PROT_READ | PROT_WRITE); }) == 0);
  CHECK(in_limited_child([] { return can_map(100 * kMegabyte, PROT_READ | PROT_WRITE); }) == 1);
}
