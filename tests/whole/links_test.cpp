// Links that lead out of a unit: what lies there is not read, whichever of the unit's own names is the link, and it is said once.
#include <catch2/catch.hpp>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "whole/run.h"

using namespace lvce::testing;

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

/// A unit with one text as evidence, and a folder beside it that is none of its business.
struct LinkedUnit {
  TempFolder folder;
  fs::path unit = folder / "某局";
  fs::path outside = folder / "别处";

  LinkedUnit() {
    fs::create_directories(unit / "佐证材料");
    fs::create_directories(outside);
    fs::copy_file(sample("shanxi-gaps") / "台账.xlsx", unit / "台账.xlsx");
    write_text(unit / "佐证材料" / "3.3.1 绿色出行倡议书.txt", "倡议");
    write_text(outside / "1.1.1 机密.txt", "机密");
  }
  void link(const std::string& name, const fs::path& target) const {
    fs::remove_all(unit / name);
    fs::create_symlink(target, unit / name);
  }
  Json check(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments = {"check", unit.string(), "--json", "--quiet"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Ran ran = run_lvce(arguments);
    CHECK(ran.code == 1);
    return Json::parse(ran.out);
  }
};

/// Where findings of that code are, in order.
std::vector<std::string> places(const Json& result, const std::string& code) {
  std::vector<std::string> out;
  for (const Json& finding : result.at("findings")) {
    if (finding.at("code") != code) continue;
    for (const Json& place : finding.at("places")) out.push_back(place.at("path").is_null() ? place.at("file") : place.at("path"));
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::string> bound(const Json& result) {
  std::vector<std::string> out;
  for (const Json& indicator : result.at("indicators")) {
    for (const Json& file : indicator.at("evidence")) {
      if (file.at("state") != "rejected") out.push_back(file.at("path"));
    }
  }
  return out;
}

using Names = std::vector<std::string>;
const Names kOwn = {"3.3.1 绿色出行倡议书.txt"};

}  // namespace

TEST_CASE("an evidence folder that is a link out of the unit is not read", "[whole][links]") {
  const LinkedUnit unit;
  CHECK(bound(unit.check()) == kOwn);
  unit.link("佐证材料", unit.outside);
  const Json result = unit.check();
  CHECK(places(result, "evidence-link-outside") == Names{"佐证材料"});
  CHECK(result.at("evidence_totals").at("files") == 0);
  const Ran built = run_lvce({"build", unit.unit.string(), "-o", (unit.folder / "out").string(), "--json", "--quiet"});
  CHECK(built.code == 1);
  CHECK(places(Json::parse(built.out), "evidence-link-outside") == Names{"佐证材料"});
  CHECK(bound(Json::parse(built.out)).empty());
  CHECK(built.out.find("机密") == std::string::npos);
  // who names the folder means it
  CHECK(bound(unit.check({"--evidence", (unit.unit / "佐证材料").string()})) == Names{"1.1.1 机密.txt"});
}

TEST_CASE("an evidence folder that is a link to another folder of the unit is read", "[whole][links]") {
  const LinkedUnit unit;
  fs::rename(unit.unit / "佐证材料", unit.unit / "材料");
  unit.link("佐证材料", "材料");
  const Json result = unit.check();
  CHECK(places(result, "evidence-link-outside").empty());
  CHECK(bound(result) == kOwn);
}

TEST_CASE("links inside the evidence folder that lead out are refused, the rest is bound", "[whole][links]") {
  const LinkedUnit unit;
  unit.link("佐证材料/1.1.1 机密.txt", unit.outside / "1.1.1 机密.txt");
  unit.link("佐证材料/1.1.1 夹", unit.outside);
  unit.link("佐证材料/图说.txt", unit.outside / "1.1.1 机密.txt");
  const Json result = unit.check();
  CHECK(places(result, "evidence-link-outside") == Names{"佐证材料/1.1.1 夹", "佐证材料/1.1.1 机密.txt", "佐证材料/图说.txt"});
  CHECK(bound(result) == kOwn);
}

TEST_CASE("of a shared folder neither its links nor an evidence folder that leads out are followed", "[whole][links]") {
  const LinkedUnit unit;
  const fs::path shared = unit.folder / "共用";
  fs::create_directories(shared);
  write_text(shared / "3.3.2 共用.txt", "共用");
  fs::create_symlink(unit.outside / "1.1.1 机密.txt", shared / "1.1.1 链接.txt");
  fs::create_symlink(unit.outside, shared / "佐证材料");
  const Json result = unit.check({"--shared", shared.string()});
  CHECK(places(result, "evidence-link-outside") == Names{"佐证材料/合署共享/1.1.1 链接.txt", "佐证材料/合署共享/佐证材料"});
  CHECK(bound(result) == Names{"3.3.1 绿色出行倡议书.txt", "合署共享/3.3.2 共用.txt"});
}

TEST_CASE("the unit's other names are no way out either", "[whole][links]") {
  const LinkedUnit unit;
  write_text(unit.outside / "映射.yaml", "机密: 机密");
  const auto only = [&](const std::string& name, const std::string& code, const std::vector<std::string>& more = {}) {
    INFO(name);
    const Json result = unit.check(more);
    CHECK(places(result, code) == Names{name});
    CHECK(result.dump().find("机密") == std::string::npos);
    CHECK(bound(result) == kOwn);
    fs::remove(unit.unit / name);
  };
  unit.link("映射.yaml", unit.outside / "映射.yaml");
  only("映射.yaml", "mapping-link-outside");
  fs::copy_file(sample("shanxi-gaps") / "台账.xlsx", unit.outside / "水.xlsx");
  unit.link("能耗", unit.outside);
  only("能耗", "ledgers-link-outside");
  unit.link("票据", unit.outside);
  only("票据", "invoice-link-outside");
  unit.link("发票", unit.outside);
  only("发票", "invoice-link-outside");
}

TEST_CASE("what was put right after a review is no way out either", "[whole][links]") {
  const LinkedUnit unit;
  unit.link("整改材料", unit.outside);
  const Json before = unit.check();
  CHECK(places(before, "evidence-link-outside").empty());  // without a review nobody looks there
  Json opinion = {{"unit", before.at("unit").at("name")},
                  {"rubric", before.at("rubric").at("id")},
                  {"package_sha256", std::string(64, 'c')},
                  {"level", "县"},
                  {"round", 1},
                  {"due", "2021-11-20"},
                  {"indicators", Json::array()}};
  for (const Json& one : before.at("indicators"))
    opinion["indicators"].push_back({{"id", one.at("id")}, {"score", one.at("points")}, {"places", nullptr}, {"opinion", nullptr}, {"fix", nullptr}});
  write_text(unit.folder / "核查意见.json", opinion.dump());
  const Ran built = run_lvce(
      {"build", unit.unit.string(), "-o", (unit.folder / "out").string(), "--json", "--quiet", "--review", (unit.folder / "核查意见.json").string()});
  INFO(built.err);
  REQUIRE(built.code == 1);
  CHECK(places(Json::parse(built.out), "evidence-link-outside") == Names{"整改材料"});
  CHECK(bound(Json::parse(built.out)) == kOwn);
}
