// Every figure that a mapping gives says from which file, sheet and cells it comes.
#include "workbook/unit_folder.h"
#include "workbook/xlsx/xlsx_builder.h"

using namespace lvce;
using namespace lvce::test;

namespace {

const SheetXml kUnitSheet{"单位信息", {words({"项目", "内容"}), words({"单位名称", "示例局"})}, "", ""};

ReadWorkbook read_with(const TempUnit& unit, const std::string& series) {
  std::filesystem::create_directories(unit.folder() / "能耗");
  unit.add("台账.xlsx", book_of({kUnitSheet}));
  return unit.read_mapped(unit.mapping("name: 测试\nseries:\n" + series));
}

}  // namespace

TEST_CASE("a figure of a further file has file, sheet and cell", "[formats]") {
  TempUnit unit;
  std::filesystem::create_directories(unit.folder() / "能耗");
  unit.add("能耗/登记表.csv", "月份,用电\n1月,5\n2月,六\n");
  const ReadWorkbook read = read_with(unit, "  - {sheet: 登记表, months: A2:A3, values: B2:B3, year: 2021, unit: 度, to: 能耗台账/电}\n");
  REQUIRE(read.workbook);
  const CellPlace& place = row_of(*read.workbook, 2021, 1)->quantities.at(Carrier::electricity).place;
  CHECK(place.file == "登记表.csv");
  CHECK(place.sheet == "登记表");
  CHECK(place.cell == "B2");
  CHECK(place.parts.empty());
  CHECK(find_code(read.findings, "cell-not-a-number", "登记表.csv 登记表!B3"));
  CHECK(read.workbook->mapping == "映射.yaml");
  CHECK(read.workbook->by_mapping == std::set<std::string>{"能耗台账"});
}

TEST_CASE("a sum of two files has the cells of both", "[formats]") {
  TempUnit unit;
  std::filesystem::create_directories(unit.folder() / "能耗");
  for (const char* name : {"甲", "乙"}) unit.add(std::string("能耗/") + name + ".csv", "月份,用电\n1月,5\n");
  const std::string rest = ", months: A2:A2, values: B2:B2, year: 2021, unit: 度, to: 能耗台账/电, sum: true}\n";
  const ReadWorkbook read = read_with(unit, "  - {sheet: 甲" + rest + "  - {sheet: 乙" + rest);
  REQUIRE(read.workbook);
  const Given<Decimal>& given = row_of(*read.workbook, 2021, 1)->quantities.at(Carrier::electricity);
  CHECK(shown(given) == "10 @[甲.csv]甲!B2+[乙.csv]乙!B2");
  REQUIRE(given.place.parts.size() == 2);
  CHECK(given.place.parts[0].text() == "[甲.csv]甲!B2");
  CHECK(given.place.parts[1].text() == "[乙.csv]乙!B2");
}

TEST_CASE("a month that only another carrier has is no cell of this one", "[formats]") {
  TempUnit unit;
  std::filesystem::create_directories(unit.folder() / "能耗");
  unit.add("能耗/电.csv", "月份,用电\n1月,5\n2月,6\n");
  unit.add("能耗/水.csv", "月份,用水\n1月,7\n");
  const ReadWorkbook read = read_with(unit,
                                      "  - {sheet: 电, months: A2:A3, values: B2:B3, year: 2021, unit: 度, to: 能耗台账/电}\n"
                                      "  - {sheet: 水, months: A2:A2, values: B2:B2, year: 2021, unit: 吨, to: 能耗台账/水}\n");
  REQUIRE(read.workbook);
  CHECK(row_of(*read.workbook, 2021, 1)->quantities.at(Carrier::water).place.text() == "[水.csv]水!B2");
  CHECK(row_of(*read.workbook, 2021, 2)->quantities.at(Carrier::water).place.cell.empty());
}

TEST_CASE("a mapping that waits to be confirmed is named", "[formats]") {
  const std::string ledger = "月份,用电（度）\n1月,5\n";
  for (const std::string name : {"映射（待确认）.yaml", "能耗/映射（待确认）.yaml", "能耗/映射.yaml"}) {
    TempUnit unit;
    std::filesystem::create_directories(unit.folder() / "能耗");
    unit.add("能耗/登记表.csv", ledger);
    unit.add("台账.xlsx", book_of({kUnitSheet}));
    unit.add(name, "name: 测试\n");
    const ReadWorkbook read = unit.read();
    INFO(name);
    REQUIRE(read.workbook);
    CHECK(read.workbook->waiting_mapping == name);
    for (const char* code : {"own-ledgers-waiting", "sheet-missing"}) {
      const Finding* found = nullptr;
      for (const Finding& one : read.findings)
        if (one.code == code && one.hint.find("lvce") == std::string::npos && one.hint.find(name) != std::string::npos) found = &one;
      CHECK(found != nullptr);
    }
  }
}
