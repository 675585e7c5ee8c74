// lvce map with the real binary: what it says, writes, and never overwrites; the mapping counts when it is renamed.
#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include "whole/run.h"

using namespace lvce::testing;

TEST_CASE("map, rename, check: the figures that were shown", "[whole][map]") {
  const TempFolder folder;
  const auto unit = folder / "某局";
  std::filesystem::create_directories(unit / "能耗");
  write_text(unit / "单位信息.csv", "项目,内容\n单位名称,示例局\n评价标准,shanxi-2021\n能耗年度,2022\n");
  std::string months = "年月,电量（万千瓦时）,电费（元）\n";
  for (int m = 1; m <= 12; ++m) months += "2022年" + std::to_string(m) + "月," + std::to_string(m * 5 % 13) + ".5,9\n";
  write_text(unit / "能耗" / "用电.csv", months + "合计,84,108\n");

  const Ran shown = run_lvce({"map", unit.string()});
  CHECK(shown.code == 0);
  CHECK(shown.out.find("电 ← 用电.csv 用电!B2:B13「电量（万千瓦时）」2022 12个月 840,000千瓦时 = 原表合计B14 ✓") != std::string::npos);
  const auto proposed = unit / "映射（待确认）.yaml";
  REQUIRE(std::filesystem::exists(proposed));
  CHECK(run_lvce({"check", unit.string(), "--json"}).out.find("840000") == std::string::npos);  // nothing counts yet

  const std::string before = read_text(proposed);
  const Ran again = run_lvce({"map", unit.string(), "--json"});
  CHECK(again.code == 4);
  CHECK(read_text(proposed) == before);
  const auto json = nlohmann::json::parse(again.out);
  CHECK(json["series"][0]["sum"] == 840000);
  CHECK(json["series"][0]["printed_total"] == 840000);
  CHECK(json["series"][0]["agrees"] == true);
  CHECK(json["left_out"].size() == 1);

  std::filesystem::rename(proposed, unit / "映射.yaml");
  const auto checked = nlohmann::json::parse(run_lvce({"check", unit.string(), "--json"}).out);
  CHECK(checked["energy"]["years"]["2022"]["carriers"]["电"]["qty"] == 840000);
}

TEST_CASE("map without ledgers", "[whole][map]") {
  const TempFolder folder;
  CHECK(run_lvce({"map", folder.path().string()}).code == 3);
  CHECK(run_lvce({"map", (folder / "没有").string()}).code == 3);
}
