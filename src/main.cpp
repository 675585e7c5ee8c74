#include <malloc.h>

#include "cli/cli.h"

namespace {

/// Buffers of some megabytes come and go with every document: memory that is freed is kept for the next instead of going back to the system each time.
void keep_freed_memory() {
  constexpr int kMegabyte = 1 << 20;
  mallopt(M_MMAP_THRESHOLD, 32 * kMegabyte);
  mallopt(M_TRIM_THRESHOLD, 64 * kMegabyte);
  mallopt(M_TOP_PAD, 4 * kMegabyte);
}

}  // namespace

int main(int argc, char** argv) {
  keep_freed_memory();
  return lvce::run_command_line(argc, argv);
}
