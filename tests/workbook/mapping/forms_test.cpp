// The ready mappings of official forms, and forms in general.
#include "paths.h"
#include "support/text.h"
#include "workbook/unit_folder.h"
#include "workbook/xlsx/xlsx_builder.h"

using namespace lvce;
using namespace lvce::test;

namespace {

std::string ready(const std::string& name) { return std::string(kSourceFolder) + "/templates/mappings/" + name + ".yaml"; }

Row row(const std::string& label, const std::string& unit, const std::string& value) {
  return {text(label), unit.empty() ? blank() : text(unit), value.empty() ? blank() : number(value)};
}

/// One year's form as the seed prints it.
SheetXml xinjiang_form(const std::string& sheet, const std::string& title, const std::string& electricity) {
  return {sheet,
          {words({title}),
           words({"指标名称", "计量单位", "数量", "折标系数", "标准煤(千克)", "碳排放量(吨)", "附加系数"}),
           row("建筑面积", "平方米", "12000"),
           row("其中：供热面积", "平方米", "9000"),
           row("用能人数", "人", "180"),
           row("车辆数量", "辆", "5"),
           row("其中：公务用车数量", "辆", "4"),
           row("电消耗量", "千瓦时", electricity),
           row("水消耗量", "立方米", "4000"),
           row("原煤消耗量", "吨", "0"),
           row("其中：采暖用煤消耗量", "吨", "0"),
           row("天然气消耗量", "立方米", "0"),
           row("液化石油气消耗量", "吨", "0"),
           row("汽油消耗量", "升", "6000"),
           row("其中：公务用车消耗量", "升", "5000"),
           row("柴油消耗量", "升", "800"),
           row("其中：公务用车消耗量", "升", "700"),
           row("热力消耗量", "吉焦", "3500"),
           words({"计算结果"}),
           row("人均能耗", "千克标准煤/人", "99")},
          "",
          ""};
}

ReadWorkbook read_mapped(const std::vector<SheetXml>& sheets, const std::string& yaml) {
  TempUnit unit;
  unit.add("台账.xlsx", book_of(sheets));
  return unit.read_mapped(unit.mapping(yaml));
}

const SheetXml kUnitSheet{"单位信息", {words({"项目", "内容"}), words({"单位名称", "示例局"})}, "", ""};

const std::string kUnit = "name: 测试\nunit: {单位名称: 示例局}\n";

}  // namespace

TEST_CASE("the Xinjiang annual form, filled by hand, is all that is needed", "[formats]") {
  TempUnit unit;
  unit.add("能耗数据及碳排放计算表.xlsx", book_of({xinjiang_form("Sheet1", "公共机构能耗数据及碳排放计算表（2022年度）", "498000"),
                                                   xinjiang_form("2021", "公共机构能耗数据及碳排放计算表（2022年、2021年度）", "510000")}));
  const ReadWorkbook read = unit.read_mapped("xinjiang-annual-form");
  REQUIRE(read.workbook);
  const Workbook& workbook = *read.workbook;
  CHECK(workbook.unit.text("评价标准") == "xinjiang-2023");
  REQUIRE(workbook.bases.size() == 2);
  CHECK(workbook.bases[0].year == 2022);  // from the title
  CHECK(workbook.bases[1].year == 2021);  // the title names two years: from the sheet's name
  CHECK(shown(workbook.bases[0].heated_area_m2) == "9000 @Sheet1!C4");
  CHECK(shown(workbook.bases[0].official_vehicles) == "4 @Sheet1!C7");
  const LedgerRow* year = row_of(workbook, 2022, 0);
  REQUIRE(year);
  CHECK(shown(year->quantities.at(Carrier::electricity)) == "498000 @Sheet1!C8");
  CHECK(shown(year->quantities.at(Carrier::official_petrol)) == "5000 @Sheet1!C15");
  CHECK(shown(year->quantities.at(Carrier::official_diesel)) == "700 @Sheet1!C17");  // the same label, under 柴油消耗量
  CHECK(shown(row_of(workbook, 2021, 0)->quantities.at(Carrier::electricity)) == "510000 @2021!C8");
  CHECK(find_code(read.findings, "unit-name-missing"));
  for (const Finding& finding : read.findings) {
    INFO(finding.code << " " << finding.place.text() << " " << finding.message);
    CHECK(finding.severity != Severity::error);
  }
}

TEST_CASE("the form beside the unit's own workbook: its cells are named with their file", "[formats]") {
  TempUnit unit;
  unit.add("台账.xlsx", book_of({{"单位信息", {words({"项目", "内容"}), words({"单位名称", "示例局"}), words({"评价标准", "shanxi-2021"})}, "", ""},
                                 {"能耗台账", {words({"年度", "月份", "电（千瓦时）"}), words({"2022", "1", "7"})}, "", ""}}));
  SheetXml form = xinjiang_form("2022年", "公共机构能耗数据及碳排放计算表", "0");
  form.rows[7][2] = text("约50万");
  form.rows.push_back(row("新能源消耗量", "吨", "3"));
  unit.add("年度能耗数据及碳排放计算表.xlsx", book_of({form}));
  const ReadWorkbook read = unit.read_mapped(ready("xinjiang-annual-form"));
  REQUIRE(read.workbook);
  CHECK(read.workbook->unit.text("评价标准") == "shanxi-2021");  // the unit's own word counts
  CHECK(read.workbook->unit.places.at("评价标准").text() == "单位信息!B3");
  const std::string place = "[年度能耗数据及碳排放计算表.xlsx]2022年!C8";
  CHECK(shown(row_of(*read.workbook, 2022, 0)->quantities.at(Carrier::electricity)) == "broken @" + place);
  CHECK(find_code(read.findings, "cell-not-a-number", "年度能耗数据及碳排放计算表.xlsx 2022年!C8"));
  CHECK(find_code(read.findings, "mapping-replaces-sheet"));
  CHECK(find_code(read.findings, "mapping-rows-ignored")->message.find("新能源消耗量") != std::string::npos);
}

TEST_CASE("a dash in a form is a blank: no error, and never zero", "[formats]") {
  SheetXml form = xinjiang_form("2022年", "公共机构能耗数据及碳排放计算表", "498000");
  form.rows[9][2] = text("—");
  form.rows[11][2] = text(" / ");
  const ReadWorkbook read = read_mapped({form}, *read_file(ready("xinjiang-annual-form"), 1 << 20));
  REQUIRE(read.workbook);
  const LedgerRow* year = row_of(*read.workbook, 2022, 0);
  REQUIRE(year);
  CHECK(year->quantities.at(Carrier::raw_coal).blank());
  CHECK(year->quantities.at(Carrier::natural_gas).blank());
  CHECK(shown(year->quantities.at(Carrier::electricity)) == "498000 @2022年!C8");
  CHECK_FALSE(find_code(read.findings, "cell-not-a-number"));
}

TEST_CASE("a form without a year, and forms one below the other", "[formats]") {
  SheetXml sheet = xinjiang_form("表一", "公共机构能耗数据及碳排放计算表", "1");
  SECTION("no year anywhere") {
    const ReadWorkbook read = read_mapped({sheet}, *read_file(ready("xinjiang-annual-form"), 1 << 20));
    CHECK(find_code(read.findings, "mapping-year-unknown", "台账.xlsx 表一!C2"));
  }
  SECTION("two in one sheet") {
    sheet.rows[0] = words({"2021年度"});
    for (const Row& more : xinjiang_form("", "2022年度", "2").rows) sheet.rows.push_back(more);
    const ReadWorkbook read = read_mapped({sheet}, *read_file(ready("xinjiang-annual-form"), 1 << 20));
    REQUIRE(read.workbook);
    CHECK(shown(row_of(*read.workbook, 2021, 0)->quantities.at(Carrier::electricity)) == "1 @表一!C8");
    CHECK(shown(row_of(*read.workbook, 2022, 0)->quantities.at(Carrier::electricity)) == "2 @表一!C28");
  }
}

TEST_CASE("the national form's columns: fuels added, costs left out", "[formats]") {
  SheetXml sheet{
      "统计表",
      {words({"公共机构能源资源消费统计 2020年"}), words({"月份", "建筑面积", "用能人数", "用电量", "用水量", "汽油", "", "", "柴油", "", ""}),
       words({"", "平方米数", "", "", "", "车辆用油量（升）", "其他用油量（升）", "费用（元）", "车辆用油量（升）", "其他用油量（升）", "费用（元）"})},
      R"(<mergeCells count="2"><mergeCell ref="F2:H2"/><mergeCell ref="I2:K2"/></mergeCells>)",
      ""};
  sheet.rows[2][1] = blank();
  sheet.rows.push_back({text("1"), number("12000"), number("180"), number("41200"), number("310"), number("500"), number("20.5"), number("3500"), number("70"),
                        blank(), number("9")});
  sheet.rows.push_back(
      {text("2"), number("12000"), number("180"), number("38900"), number("295"), number("480"), text("无"), number("3300"), blank(), blank(), blank()});
  const ReadWorkbook read = read_mapped({kUnitSheet, sheet}, *read_file(ready("national-report"), 1 << 20));
  REQUIRE(read.workbook);
  const LedgerRow* january = row_of(*read.workbook, 2020, 1);
  const LedgerRow* february = row_of(*read.workbook, 2020, 2);
  REQUIRE(january);
  REQUIRE(february);
  CHECK(shown(january->quantities.at(Carrier::petrol)) == "520.5 @统计表!F4+G4");
  CHECK(shown(january->quantities.at(Carrier::diesel)) == "broken @统计表!I4+J4");
  CHECK(find_code(read.findings, "mapping-sum-incomplete", "台账.xlsx 统计表!J4")->severity == Severity::missing);
  CHECK(shown(february->quantities.at(Carrier::petrol)) == "broken @统计表!F5+G5");
  CHECK(find_code(read.findings, "cell-not-a-number", "台账.xlsx 统计表!G5"));
  CHECK(february->quantities.at(Carrier::diesel).blank());
  CHECK(shown(january->quantities.at(Carrier::electricity)) == "41200 @统计表!D4");
  REQUIRE(read.workbook->bases.size() == 1);  // said once a month, and the same each time
  CHECK(shown(read.workbook->bases[0].energy_users) == "180 @统计表!C4");
}

TEST_CASE("the national form as rows", "[formats]") {
  const SheetXml sheet{
      "2020年",
      {words({"指标名称", "计量单位", "数量"}), row("建筑面积", "平方米", "12000"), row("用能人数", "人", "180"), row("电消费量", "万千瓦时", "48.5"),
       row("其中：电费用", "元", "9"), row("水消费量", "立方米", "4000"), words({"汽油"}), row("车辆用油量", "升", "6000"), row("车辆用油费用", "元", "40000"),
       row("其他用油量", "升", "100"), words({"柴油"}), row("车辆用油量", "升", "700"), row("其他用油量", "升", "0")},
      "",
      ""};
  const ReadWorkbook read = read_mapped({kUnitSheet, sheet}, *read_file(ready("national-report"), 1 << 20));
  REQUIRE(read.workbook);
  const LedgerRow* year = row_of(*read.workbook, 2020, 0);
  REQUIRE(year);
  CHECK(shown(year->quantities.at(Carrier::petrol)) == "6100 @2020年!C8+C10");
  CHECK(shown(year->quantities.at(Carrier::diesel)) == "700 @2020年!C12+C13");
  CHECK(read.workbook->ledger.columns[0].unit == QuantityUnit::ten_thousand_kwh);
  CHECK_FALSE(find_code(read.findings, "mapping-rows-ignored"));
}

TEST_CASE("a mapping's figures without 单位信息: of no use until the rubric is named, then read beside an error", "[formats]") {
  TempUnit unit;
  const SheetXml sheet{"2020年", {words({"指标名称", "计量单位", "数量"}), row("电消费量", "万千瓦时", "48.5")}, "", ""};
  unit.add("统计.xlsx", book_of({sheet}));
  WorkbookChoice choice{unit.folder(), std::nullopt, ready("national-report")};
  ReadWorkbook read = read_unit_workbook(choice);
  CHECK_FALSE(read.workbook);
  CHECK(find_code(read.findings, "workbook-no-unit-sheet")->severity == Severity::error);
  choice.rubric_known = true;
  read = read_unit_workbook(choice);
  REQUIRE(read.workbook);
  CHECK(find_code(read.findings, "workbook-no-unit-sheet")->severity == Severity::error);
  REQUIRE(row_of(*read.workbook, 2020, 0));
  CHECK(shown(row_of(*read.workbook, 2020, 0)->quantities.at(Carrier::electricity)) == "48.5 @2020年!C2");
  CHECK(read.workbook->unit.items.empty());
}

TEST_CASE("the printed national form: numbered headings, consumption and cost below", "[formats]") {
  TempUnit unit;
  unit.add("台账.xlsx", book_of({kUnitSheet}));
  const auto form = [](const std::string& year, const std::string& figure) {
    return SheetXml{year,
                    {words({"能源资源消耗状况"}),
                     words({year + "年"}),
                     words({"指标名称", "计量单位", "代码", "数量"}),
                     words({"甲", "乙", "丙", "1"}),
                     words({"一、电"}),
                     {text("消耗量"), text("千瓦时"), number("1100"), number(figure)},
                     {text("费用"), text("元"), number("1101"), number("9")}},
                    "",
                    ""};
  };
  unit.add("公共机构能源资源消费统计.xlsx", book_of({form("2021", "607800"), form("2022", "595800")}));
  const ReadWorkbook read = unit.read_mapped("national-report");
  REQUIRE(read.workbook);
  REQUIRE(row_of(*read.workbook, 2022, 0));
  CHECK(shown(row_of(*read.workbook, 2022, 0)->quantities.at(Carrier::electricity)) == "595800 @[公共机构能源资源消费统计.xlsx]2022!D6");
}
