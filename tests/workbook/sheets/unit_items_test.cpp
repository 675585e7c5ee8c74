// 单位信息: what counts as no entry.
#include <catch2/catch.hpp>

#include "workbook/unit_folder.h"
#include "workbook/xlsx/xlsx_builder.h"

using namespace lvce;
using namespace lvce::test;

TEST_CASE("单位信息: a dash, 暂无 or 不涉及 is no entry, and is no fault", "[workbook]") {
  const std::vector<std::vector<CellXml>> rows = {
      words({"项目", "内容"}),  words({"单位名称", "示例局"}),   words({"办公电话", "/"}),  words({"移动电话", "——"}), words({"统一社会信用代码", "暂无"}),
      words({"供热计量", "/"}), words({"家属区同院", "不涉及"}), words({"特色做法", "无"}),
  };
  TempUnit folder;
  folder.add("台账.xlsx", zip_of(book_parts({{"单位信息", rows, "", ""}})));
  const ReadWorkbook read = folder.read();
  REQUIRE(read.workbook);
  const UnitInfo& unit = read.workbook->unit;
  for (const char* item : {"办公电话", "移动电话", "统一社会信用代码", "供热计量"}) {
    INFO(item);
    CHECK(unit.text(item).empty());
    CHECK_FALSE(unit.broken.contains(item));
  }
  CHECK(unit.text("家属区同院") == "否");
  CHECK(unit.text("特色做法") == "无");  // that the section is left out
  CHECK_FALSE(find_code(read.findings, "unit-item-unreadable"));
  CHECK_FALSE(find_code(read.findings, "unit-item-form"));
}
