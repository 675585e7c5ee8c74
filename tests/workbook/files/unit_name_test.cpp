#include <catch2/catch.hpp>

#include "workbook/unit_folder.h"
#include "workbook/xlsx/xlsx_builder.h"

using namespace lvce::test;

namespace {

SheetXml info(const std::string& name) { return {"单位信息", {words({"项目", "内容"}), words({"单位名称", name})}, "", ""}; }

}  // namespace

TEST_CASE("A unit's name is read alone, from any kind of workbook") {
  const TempUnit unit;
  SECTION("a workbook of the contract, whatever else is in it") {
    unit.add("台账.xlsx", book_of({{"能耗台账", {words({"年度", "月份", "电"}), words({"去年", "x", "y"})}, "", ""}, info("示例局")}));
    CHECK(lvce::read_unit_name(unit.folder()) == "示例局");
  }
  SECTION("CSV files") {
    unit.add("单位信息.csv", "项目,内容\n单位名称,示例局\n");
    CHECK(lvce::read_unit_name(unit.folder()) == "示例局");
  }
  SECTION("beside a mapping") {
    unit.add("台账.xlsx", book_of({info("示例局"), {"登记", {words({"月份", "用电量"}), words({"1", "5"})}, "", ""}}));
    unit.add("映射.yaml",
             "name: 自有\ntables:\n  - sheet: 登记\n    columns:\n      - {header: 月份, to: 月份}\n      - {header: 用电量, to: 能耗台账/电, unit: 千瓦时}\n");
    CHECK(lvce::read_unit_name(unit.folder()) == "示例局");
  }
  SECTION("none") {
    CHECK(lvce::read_unit_name(unit.folder()).empty());
    unit.add("台账.xlsx", "PK no workbook");
    CHECK(lvce::read_unit_name(unit.folder()).empty());
  }
}
