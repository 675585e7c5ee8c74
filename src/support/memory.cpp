#include "support/memory.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <limits>
#include <optional>
#include <string>

namespace lvce {
namespace {

namespace fs = std::filesystem;

std::optional<std::uint64_t> number_in(const std::string& text) {
  const std::size_t at = text.find_first_of("0123456789");
  std::uint64_t value = 0;
  if (at == std::string::npos || std::from_chars(text.data() + at, text.data() + text.size(), value).ec != std::errc()) return std::nullopt;
  return value;
}

/// The number behind `key` in a file of lines; the first of the file without a key.
std::optional<std::uint64_t> read_number(const fs::path& file, const std::string& key = "") {
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(key)) return number_in(line.substr(key.size()));
  }
  return std::nullopt;
}

/// What is left in one group; the cache of files counts as used there, but is given back.
std::uint64_t left_in(const fs::path& group, const char* most, const char* used, const char* cache) {
  constexpr std::uint64_t kNoLimit = std::numeric_limits<std::uint64_t>::max();
  const auto limit = read_number(group / most), now = read_number(group / used);
  if (!limit || !now) return kNoLimit;
  const std::uint64_t taken = *now - std::min(*now, read_number(group / "memory.stat", cache).value_or(0));
  return *limit - std::min(*limit, taken);
}

/// The group and all above it.
std::uint64_t left_in_groups(const fs::path& mounted, const fs::path& group, const char* most, const char* used, const char* cache) {
  std::uint64_t left = left_in(mounted, most, used, cache);
  fs::path at = mounted;
  for (const fs::path& part : group.relative_path()) {
    at /= part;
    left = std::min(left, left_in(at, most, used, cache));
  }
  return left;
}

std::uint64_t left_in_all_groups(const fs::path& root) {
  std::uint64_t left = std::numeric_limits<std::uint64_t>::max();
  std::ifstream groups(root / "proc/self/cgroup");
  for (std::string line; std::getline(groups, line);) {
    const std::size_t first = line.find(':'), second = line.find(':', first + 1);
    if (second == std::string::npos) continue;
    const std::string kinds = line.substr(first + 1, second - first - 1), group = line.substr(second + 1);
    if (kinds.empty()) left = std::min(left, left_in_groups(root / "sys/fs/cgroup", group, "memory.max", "memory.current", "inactive_file "));
    if (kinds == "memory")
      left = std::min(left, left_in_groups(root / "sys/fs/cgroup/memory", group, "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file "));
  }
  return left;
}

}  // namespace

std::uint64_t memory_to_be_had(const fs::path& root) {
  const auto available = read_number(root / "proc/meminfo", "MemAvailable:");
  return available ? std::min(*available * 1024, left_in_all_groups(root)) : 0;
}

}  // namespace lvce
