// How much memory this machine has to give.
#pragma once

#include <cstdint>
#include <filesystem>

namespace lvce {

/// Bytes that processes of ours may still take: what the kernel says is available, and no more than what is left within the control groups
/// (v2, v1) that this process is in. `root`: where /proc and /sys lie. 0: not known.
std::uint64_t memory_to_be_had(const std::filesystem::path& root = "/");

}  // namespace lvce
