// Draws through the binary: published first, drawn by a seed, repeated from the published list.
#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include "whole/package.h"
#include "whole/run.h"

using namespace lvce::testing;
using nlohmann::json;

TEST_CASE("What was published is what is drawn from, and the record holds every step", "[whole][review]") {
  const TempFolder folder;
  const std::string roster = (folder / "名单.csv").string();
  write_text(roster, "单位名称,归口部门\n丙局,农业\n甲局,农业\n乙局,交通\n");
  const Ran published = run_lvce({"review", "draw", "--roster", roster, "--publish"});
  REQUIRE(published.code == 0);
  CHECK(read_text(folder / "抽查名册.txt") == "丙局\n乙局\n甲局\n");
  // printf '丙局\n乙局\n甲局\n' | sha256sum
  const std::string digest = "bc7d26ab8036d4c8a19a03a6712697edc666b073617f24d74f4ee0d71bdfcc9c";
  CHECK(published.out.find(digest) != std::string::npos);

  const Ran drawn = run_lvce({"review", "draw", "--roster", roster, "--seed", "12", "--count", "2", "--json"});
  REQUIRE(drawn.code == 0);
  const json said = json::parse(drawn.out);
  CHECK(said["roster_sha256"] == digest);
  // hashlib: "12,1" gives 3, "12,2" gives 1
  CHECK(said["drawn"] == json::parse(R"([{"stratum":null,"k":1,"name":"甲局","pick":3},{"stratum":null,"k":2,"name":"丙局","pick":1}])"));
  std::string paper;
  for (const std::string& page : page_texts(folder / "抽查记录.pdf")) paper += page;
  CHECK(paper.find("8b22649069b93c51025eeb6534e3110b") != std::string::npos);  // printf 12,1 | sha256sum

  // the same draw is the same record; another one does not go over it
  CHECK(run_lvce({"review", "draw", "--roster", (folder / "抽查名册.txt").string(), "--seed", "12", "--count", "2"}).code == 0);
  CHECK_FALSE(std::filesystem::exists(folder / "抽查记录（2）.pdf"));
  CHECK(run_lvce({"review", "draw", "--roster", roster, "--seed", "13", "--count", "2"}).code == 0);
  CHECK(std::filesystem::exists(folder / "抽查记录（2）.pdf"));

  write_text(roster, "单位名称,归口部门\n丙局,农业\n甲局,农业\n");
  const Ran changed = run_lvce({"review", "draw", "--roster", roster, "--seed", "12", "--count", "2"});
  CHECK(changed.code == 2);
  CHECK(changed.err.find("draw-roster-changed") != std::string::npos);
}

TEST_CASE("A draw that cannot be is refused, and writes nothing", "[whole][review]") {
  const TempFolder folder;
  const std::string roster = (folder / "名单.csv").string();
  write_text(roster, "单位名称,归口部门\n丙局,农业\n甲局,\n");
  const auto said = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"review", "draw", "--roster", roster});
    const Ran ran = run_lvce(std::move(more));
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
    return ran.err;
  };
  CHECK(said({"--seed", "1", "--share", "130%"}).find("130%") != std::string::npos);
  CHECK(said({"--seed", "1", "--count", "3"}).find("draw-too-many") != std::string::npos);
  CHECK(said({"--count", "1"}).find("--seed") != std::string::npos);
  CHECK(said({"--seed", "1"}).find("--share") != std::string::npos);
  CHECK(said({"--seed", "1", "--count", "1", "--by", "归口部门"}).find("甲局") != std::string::npos);
  CHECK(said({"--seed", "1", "--count", "1", "--by", "级别"}).find("归口部门") != std::string::npos);
  CHECK(said({"--seed", "1", "--publish"}).find("--publish") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(folder / "抽查记录.pdf"));
}
