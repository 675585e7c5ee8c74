// lvce papers through the real binary: where it writes, and what it never overwrites.
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include <catch2/catch.hpp>

#include "support/files.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;

struct TempFolder {
  TempFolder() : path(fs::temp_directory_path() / ("lvce-papers-test-" + std::to_string(::getpid()))) { fs::create_directories(path); }
  ~TempFolder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  fs::path path;
};

const fs::path kUnit = fs::path(LVCE_SOURCE) / "samples/shanxi-complete";
const char* const kNotice = "2020年第一季度能源资源消费公示表";

int run(const fs::path& out) {
  const std::string command = "\"" LVCE_BINARY "\" papers \"" + kUnit.string() + "\" -o \"" + out.string() + "\" >/dev/null 2>&1";
  return WEXITSTATUS(std::system(command.c_str()));
}

std::size_t count_files(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("Papers are written as PDF and XLSX, and written again over themselves", "[papers]") {
  const TempFolder temp;
  const fs::path out = temp.path / "文稿";
  REQUIRE(run(out) == 0);
  const auto first = read_file(out / (std::string(kNotice) + ".pdf"), 1U << 24);
  REQUIRE(first);
  CHECK(fs::exists(out / (std::string(kNotice) + ".xlsx")));
  const std::size_t files = count_files(out);
  CHECK(run(out) == 0);
  CHECK(count_files(out) == files);
  CHECK(read_file(out / (std::string(kNotice) + ".pdf"), 1U << 24) == first);
}

TEST_CASE("A paper that the office has changed, or a stranger's file, stops everything", "[papers]") {
  const TempFolder temp;
  REQUIRE(write_file(temp.path / (std::string(kNotice) + ".xlsx"), "填好的"));
  CHECK(run(temp.path) == 4);
  CHECK(count_files(temp.path) == 1);
  CHECK(read_file(temp.path / (std::string(kNotice) + ".xlsx"), 100) == "填好的");
}

TEST_CASE("Inside the unit folder nothing is written", "[papers]") {
  CHECK(run(kUnit / "佐证材料" / "文稿") == 2);
  CHECK_FALSE(fs::exists(kUnit / "佐证材料" / "文稿"));
}

}  // namespace lvce
