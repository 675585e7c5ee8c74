// lvce papers through the real binary: where it writes, and what it never overwrites.
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "paths.h"
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

const fs::path kUnit = fs::path(kSourceFolder) / "samples/shanxi-complete";
const char* const kNotice = "2020年第一季度能源资源消费公示表";

int run(const fs::path& out) {
  const std::string command = std::string("\"") + kBinary + "\" papers \"" + kUnit.string() + "\" -o \"" + out.string() + "\" >/dev/null 2>&1";
  return WEXITSTATUS(std::system(command.c_str()));
}

std::size_t count_files(const fs::path& folder) { return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator())); }

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

TEST_CASE("Papers of an earlier run that are no longer made are gone; a paper filled in stops everything", "[papers]") {
  const TempFolder temp;
  const fs::path out = temp.path / "文稿";
  REQUIRE(run(out) == 0);
  const std::size_t files = count_files(out);
  const fs::path old = out / "2018年度总结.pdf";
  REQUIRE(write_file(old, "旧"));
  const std::string sums = read_file(out / "文稿校验.sha256", 1U << 20).value_or("");
  REQUIRE(write_file(out / "文稿校验.sha256", sha256_of("旧") + "  2018年度总结.pdf\n" + sums));
  CHECK(run(out) == 0);
  CHECK_FALSE(fs::exists(old));
  CHECK(count_files(out) == files);
  REQUIRE(write_file(out / (std::string(kNotice) + ".xlsx"), "填好的"));
  CHECK(run(out) == 4);
  CHECK(read_file(out / (std::string(kNotice) + ".xlsx"), 100) == "填好的");
  CHECK(count_files(temp.path) == 1);  // nothing hidden stays beside it
}

TEST_CASE("With --json nothing but JSON is on standard output", "[papers]") {
  const TempFolder temp;
  const fs::path said = temp.path / "said.json";
  const std::string command = std::string("\"") + kBinary + "\" papers \"" + kUnit.string() + "\" -o \"" + (temp.path / "文稿").string() +
                              "\" --json 2>/dev/null >\"" + said.string() + "\"";
  REQUIRE(WEXITSTATUS(std::system(command.c_str())) == 0);
  const auto json = nlohmann::json::parse(read_file(said, 1U << 24).value_or(""));
  CHECK(json.at("complete") == true);
  CHECK(json.at("unit").at("name") == "晋川省直示例局");
  for (const auto& file : json.at("files")) {
    CHECK(sha256_of_file(temp.path / "文稿" / file.at("path").get<std::string>()) == file.at("sha256").get<std::string>());
  }
  CHECK(json.at("files").size() + 1 == count_files(temp.path / "文稿"));  // and the list of sums
}

TEST_CASE("Inside the unit folder nothing is written", "[papers]") {
  CHECK(run(kUnit / "佐证材料" / "文稿") == 2);
  CHECK_FALSE(fs::exists(kUnit / "佐证材料" / "文稿"));
}

}  // namespace lvce
