// A new workbook filled by another tool, and saved again by LibreOffice, is read back without loss.
#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include "whole/run.h"

namespace fs = std::filesystem;
using namespace lvce::testing;

namespace {

/// Fills the template with openpyxl, as a clerk would: name, two statements, a ledger month.
const char* const kFill = R"(
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
unit = book["单位信息"]
for row in unit.iter_rows(min_row=2):
    if row[0].value == "单位名称": row[1].value = "某局"
scores = book["自评"]
for row in scores.iter_rows(min_row=2):
    if row[0].value == "2.1.1": row[4].value, row[5].value, row[7].value = "是", 1, "综合科"
    if row[0].value == "2.2.2": row[4].value, row[5].value = "3", 3
ledger = book["能耗台账"]
ledger["C2"] = 12345.6
book.save(sys.argv[1])
)";

nlohmann::json check(const fs::path& unit) { return nlohmann::json::parse(run_lvce({"check", unit.string(), "--json"}).out); }

}  // namespace

TEST_CASE("init, fill, check: nothing is lost on the way, through LibreOffice either", "[whole]") {
  const TempFolder folder;
  const fs::path unit = folder / "某局";
  REQUIRE(run_lvce({"init", unit.string(), "--rubric", "shanxi-2021"}).code == 0);
  const Ran filled = run({"/usr/bin/python3", "-c", kFill, (unit / "台账.xlsx").string()});
  INFO(filled.err);
  REQUIRE(filled.code == 0);
  write_text(unit / "佐证材料" / "2.1.1 成立领导小组的通知.txt", "关于成立领导小组的通知");
  const auto direct = check(unit);
  CHECK(direct.at("unit").at("name") == "某局");
  CHECK(direct.at("total").at("claimed") == 4);
  CHECK(direct.at("total").at("supported") == 1);
  const fs::path saved = folder / "saved";
  run({"soffice", "-env:UserInstallation=file://" + (folder / "profile").string(), "--headless", "--convert-to", "xlsx", "--outdir", saved.string(),
       (unit / "台账.xlsx").string()});
  REQUIRE(fs::exists(saved / "台账.xlsx"));
  fs::copy_file(saved / "台账.xlsx", unit / "台账.xlsx", fs::copy_options::overwrite_existing);
  const auto again = check(unit);
  CHECK(again.at("indicators") == direct.at("indicators"));
  CHECK(again.at("energy") == direct.at("energy"));
}

TEST_CASE("a folder that exists keeps what is in it", "[whole]") {
  const TempFolder folder;
  const fs::path unit = folder / "某局";
  write_text(unit / "佐证材料" / "2.1.1 原有" / "通知.pdf", "mine");
  REQUIRE(run_lvce({"init", unit.string(), "--rubric", "xinjiang-2023"}).code == 0);
  CHECK(read_text(unit / "佐证材料" / "2.1.1 原有" / "通知.pdf") == "mine");
  const std::string workbook = read_text(unit / "台账.xlsx");
  REQUIRE(run_lvce({"init", unit.string(), "--rubric", "xinjiang-2023"}).code == 0);
  CHECK(read_text(unit / "台账.xlsx") == workbook);
}
