// Both ends of a worker: this program again, as a process of its own that opens a stranger's file under limits.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace lvce {

/// Starts `program flag` with `in` and `out` as its standard input and output, errors going nowhere and no other descriptor of ours.
/// -1 when it cannot be started.
pid_t start_worker(const std::filesystem::path& program, std::string flag, int in, int out);

/// What a worker may use, in bytes. Memory is what it can write to (RLIMIT_DATA), not its address space: threads reserve hundreds of megabytes
/// of addresses that they never use, and a decoder that is refused a thread may wait for it for ever (libde265). Not limited under
/// AddressSanitizer, which maps terabytes.
struct WorkerLimits {
  std::uint64_t memory = 0;
  std::uint64_t file_size = 0;
};

/// Inside a worker: it dies with its parent, gains no rights, dumps no core and keeps to the limits. A write that is too long fails.
void limit_worker(const WorkerLimits& limits);

/// Inside a worker: the limit of memory alone, up to the one set first.
void limit_memory(std::uint64_t bytes);

/// Inside a worker: processor time that it may use from its start, in seconds. Beyond it, it is killed.
void limit_processor(std::uint64_t seconds);

/// Inside a worker: all of standard input; nothing when it cannot be read or is more than `cap` bytes.
std::optional<std::string> read_input(std::uintmax_t cap);

/// Inside a worker: keeps standard output for its answers alone; what libraries print goes nowhere. -1 when that fails.
int take_over_output();

/// Writes all of it. False when the other end is gone.
bool write_all(int descriptor, std::string_view bytes);

}  // namespace lvce
