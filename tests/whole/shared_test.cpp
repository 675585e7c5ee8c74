// --shared through the real binary: points supported, marked everywhere, the folder untouched.
#include <catch2/catch.hpp>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "whole/run.h"

using namespace lvce::testing;

namespace {

nlohmann::json check(const std::vector<std::string>& more) {
  std::vector<std::string> arguments = {"check", sample("shanxi-gaps").string(), "--json", "--quiet"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return nlohmann::json::parse(run_lvce(arguments).out);
}

nlohmann::json indicator(const nlohmann::json& result, const std::string& id) {
  for (const auto& one : result["indicators"]) {
    if (one["id"] == id) return one;
  }
  return {};
}

bool has(const nlohmann::json& result, const std::string& code) {
  return std::any_of(result["findings"].begin(), result["findings"].end(), [&](const auto& finding) { return finding["code"] == code; });
}

}  // namespace

TEST_CASE("shared evidence supports points and is named 合署共享", "[whole][shared]") {
  const TempFolder folder;
  std::filesystem::create_directories(folder / "共用");
  write_text(folder / "共用" / "3.3.1 绿色出行倡议书.txt", "倡议");
  CHECK(indicator(check({}), "3.3.1")["supported"] == 0);
  const auto result = check({"--shared", (folder / "共用").string()});
  const auto travel = indicator(result, "3.3.1");
  CHECK(travel["supported"] == 3);
  CHECK(travel["evidence"][0]["path"] == "合署共享/3.3.1 绿色出行倡议书.txt");
  CHECK(travel["evidence"][0]["title"] == "绿色出行倡议书（合署共享）");
  CHECK(has(result, "shared-without-cohabitation"));  // the sample says 合署办公 = 否
  CHECK(std::distance(std::filesystem::directory_iterator(folder / "共用"), {}) == 1);
}

TEST_CASE("a shared folder must be another one, and no output goes into it", "[whole][shared]") {
  const auto unit = sample("shanxi-gaps");
  CHECK(has(check({"--shared", (unit / "佐证材料").string()}), "shared-folder-overlaps"));
  const TempFolder folder;
  const Ran ran = run_lvce({"build", unit.string(), "-o", (folder / "out").string(), "--shared", folder.path().string()});
  CHECK(ran.code == 2);
  CHECK_FALSE(std::filesystem::exists(folder / "out"));
}
