#include "support/memory.h"

#include <catch2/catch.hpp>

#include <fstream>

#include "pack/temp_folder.h"

using namespace lvce;

namespace {

void put(const std::filesystem::path& file, const std::string& text) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file) << text;
}

}  // namespace

TEST_CASE("memory is what the kernel has and what the control groups leave", "[memory]") {
  const test::TempFolder root;
  CHECK(memory_to_be_had(root.path()) == 0);
  put(root.path() / "proc/meminfo", "MemTotal: 4000 kB\nMemAvailable:    3000 kB\n");
  CHECK(memory_to_be_had(root.path()) == 3000 * 1024);
  put(root.path() / "proc/self/cgroup", "0::/user/lvce\n");
  const auto groups = root.path() / "sys/fs/cgroup";
  put(groups / "user/lvce/memory.max", "max\n");
  put(groups / "user/lvce/memory.current", "100\n");
  CHECK(memory_to_be_had(root.path()) == 3000 * 1024);
  put(groups / "user/memory.max", "2000000\n");
  put(groups / "user/memory.current", "900000\n");
  put(groups / "user/memory.stat", "anon 5\ninactive_file 400000\n");
  CHECK(memory_to_be_had(root.path()) == 1'500'000);
  put(groups / "user/memory.current", "3000000\n");
  CHECK(memory_to_be_had(root.path()) == 0);
}

TEST_CASE("the older control groups count as well", "[memory]") {
  const test::TempFolder root;
  put(root.path() / "proc/meminfo", "MemAvailable: 3000 kB\n");
  put(root.path() / "proc/self/cgroup", "5:cpu:/a\n4:memory:/a/b\n");
  const auto groups = root.path() / "sys/fs/cgroup/memory";
  put(groups / "a/b/memory.limit_in_bytes", "1000000\n");
  put(groups / "a/b/memory.usage_in_bytes", "300000\n");
  put(groups / "a/b/memory.stat", "total_inactive_file 100000\n");
  CHECK(memory_to_be_had(root.path()) == 800'000);
}
