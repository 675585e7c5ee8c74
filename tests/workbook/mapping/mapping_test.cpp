// Mapping files: the office's own layouts, the ready ones, the document's example, and mistakes in them.
#include "paths.h"
#include "support/text.h"
#include "workbook/mapping/month_label.h"
#include "workbook/unit_folder.h"
#include "workbook/xlsx/xlsx_builder.h"

using namespace lvce;
using namespace lvce::test;

namespace {

/// The block of docs/mapping.md that begins with this line.
std::string block_of_doc(const std::string& fence) {
  const auto doc = read_file(std::string(kSourceFolder) + "/docs/mapping.md", 1 << 20);
  REQUIRE(doc);
  const std::size_t begin = doc->find("```" + fence + "\n");
  REQUIRE(begin != std::string::npos);
  const std::size_t from = doc->find('\n', begin) + 1;
  return doc->substr(from, doc->find("```", from) - from);
}

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

TEST_CASE("the example of docs/mapping.md", "[formats]") {
  TempUnit unit;
  unit.add("用能统计.csv", block_of_doc("csv 用能统计"));
  const ReadWorkbook read = read_unit_workbook({unit.folder(), unit.folder() / "用能统计.csv", unit.mapping(block_of_doc("yaml example"))});
  REQUIRE(read.workbook);
  CHECK(read.workbook->unit.text("评价标准") == "shanxi-2021");
  REQUIRE(row_of(*read.workbook, 2020, 1));
  CHECK(shown(row_of(*read.workbook, 2020, 1)->quantities.at(Carrier::electricity)) == "42000 @用能统计!B3+C3");
  CHECK(shown(row_of(*read.workbook, 2020, 1)->quantities.at(Carrier::petrol)) == "1250 @用能统计!E3");
  CHECK(shown(row_of(*read.workbook, 2020, 2)->quantities.at(Carrier::water)) == "295 @用能统计!D4");
  CHECK(read.workbook->ledger.rows.size() == 2);
  CHECK(find_code(read.findings, "total-row-skipped", "用能统计.csv 用能统计!A5"));
}

TEST_CASE("series of docs/mapping.md: a row a meter, what a row is of, units in a column", "[formats]") {
  TempUnit unit;
  unit.add("抄表.csv", block_of_doc("csv 抄表.csv"));
  const ReadWorkbook read = unit.read_mapped(unit.mapping(block_of_doc("yaml series")));
  REQUIRE(read.workbook);
  REQUIRE(row_of(*read.workbook, 2021, 1));
  CHECK(shown(row_of(*read.workbook, 2021, 1)->quantities.at(Carrier::electricity)) == "5000 @抄表!E2+E3");
  CHECK(shown(row_of(*read.workbook, 2021, 2)->quantities.at(Carrier::electricity)) == "5200 @抄表!E5+E6");
  CHECK(shown(row_of(*read.workbook, 2021, 1)->quantities.at(Carrier::water)) == "50 @抄表!E4");
  CHECK_FALSE(has_error(read.findings));
}

TEST_CASE("more of docs/mapping.md: days across, a year above its columns, two columns of labels, a form of a month", "[formats]") {
  TempUnit unit;
  for (const std::string name : {"每日用电.csv", "两年.csv", "三月报表.csv"}) unit.add(name, block_of_doc("csv " + name));
  const ReadWorkbook read = unit.read_mapped(unit.mapping(block_of_doc("yaml more")));
  REQUIRE(read.workbook);
  REQUIRE(row_of(*read.workbook, 2021, 2));
  CHECK(row_of(*read.workbook, 2021, 1)->quantities.at(Carrier::electricity).value == Decimal(60));
  CHECK(row_of(*read.workbook, 2021, 2)->quantities.at(Carrier::electricity).value == Decimal(32));
  REQUIRE(row_of(*read.workbook, 2022, 1));
  CHECK(row_of(*read.workbook, 2022, 1)->quantities.at(Carrier::electricity).value == Decimal(520));
  REQUIRE(row_of(*read.workbook, 2021, 3));
  CHECK(row_of(*read.workbook, 2021, 3)->quantities.at(Carrier::natural_gas).value == Decimal(300));
  CHECK(row_of(*read.workbook, 2022, 2) == nullptr);
}

TEST_CASE("single cells of docs/mapping.md", "[formats]") {
  TempUnit unit;
  SheetXml yearly{"年报", std::vector<Row>(9), "", ""};
  yearly.rows[6] = {blank(), blank(), number("12000")};
  yearly.rows[8] = {blank(), blank(), number("48.5")};
  unit.add("台账.xlsx", book_of({{"封面", {{}, words({"单位", "示例局"})}, "", ""}, yearly}));
  const ReadWorkbook read = unit.read_mapped(unit.mapping(block_of_doc("yaml cells")));
  REQUIRE(read.workbook);
  CHECK(read.workbook->unit.text("单位名称") == "示例局");
  CHECK(read.workbook->unit.places.at("单位名称").text() == "封面!B2");
  CHECK(shown(read.workbook->bases.at(0).area_m2) == "12000 @年报!C7");
  REQUIRE(row_of(*read.workbook, 2020, 0));
  CHECK(shown(row_of(*read.workbook, 2020, 0)->quantities.at(Carrier::electricity)) == "48.5 @年报!C9");
  CHECK(read.workbook->ledger.columns.at(0).unit == QuantityUnit::ten_thousand_kwh);
}

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
  CHECK(find_code(read.findings, "cell-not-a-number", "台账.xlsx " + place));
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

TEST_CASE("one sheet a year and one a carrier fill one ledger", "[formats]") {
  const std::string yaml = kUnit + R"(tables:
  - sheet: "电*"
    columns:
      - {header: 月份, to: 月份}
      - {header: 用量, to: 能耗台账/电}
  - sheet: 水
    columns:
      - {header: 日期, to: 月份}
      - {header: 吨数, to: 能耗台账/水, unit: 吨}
)";
  const SheetXml power_2020{
      "电2020", {words({"月份", "用量（千瓦时）"}), words({"1", "100"}), words({"2", ""}), words({"", ""}), words({"注：含充电桩"})}, "", ""};
  const SheetXml power_2021{"电2021", {words({"月份", "用量（度）"}), words({"一月", "90"})}, "", ""};
  const SheetXml water{"水", {words({"日期", "吨数"}), words({"2020年1月", "7"}), {date("44197"), number("8")}}, "", ""};  // 1 January 2021
  const ReadWorkbook read = read_mapped({power_2020, power_2021, water}, yaml);
  REQUIRE(read.workbook);
  CHECK(read.workbook->ledger.rows.size() == 3);
  CHECK(shown(row_of(*read.workbook, 2020, 1)->quantities.at(Carrier::electricity)) == "100 @电2020!B2");
  CHECK(shown(row_of(*read.workbook, 2020, 1)->quantities.at(Carrier::water)) == "7 @水!B2");
  CHECK(shown(row_of(*read.workbook, 2021, 1)->quantities.at(Carrier::electricity)) == "90 @电2021!B2");
  CHECK(shown(row_of(*read.workbook, 2021, 1)->quantities.at(Carrier::water)) == "8 @水!B3");
  CHECK(shown(row_of(*read.workbook, 2020, 2)->quantities.at(Carrier::electricity)) == "blank @电2020!B3");  // a month without a value stays a row
}

TEST_CASE("months across, carriers down", "[formats]") {
  const SheetXml sheet{
      "2020", {words({"项目", "单位", "1月", "2月", "合计"}), words({"电", "千瓦时", "100", "", "100"}), words({"水", "吨", "7", "8", "15"})}, "", ""};
  const ReadWorkbook read = read_mapped({sheet}, kUnit + R"(forms:
  - {sheet: "2020", label: 项目, unit: 单位, months: true, rows: [{label: 电, to: 能耗台账/电}, {label: 水, to: 能耗台账/水}]}
)");
  REQUIRE(read.workbook);
  CHECK(read.workbook->ledger.rows.size() == 2);
  CHECK(shown(row_of(*read.workbook, 2020, 1)->quantities.at(Carrier::electricity)) == "100 @2020!C2");
  CHECK(shown(row_of(*read.workbook, 2020, 2)->quantities.at(Carrier::electricity)) == "blank @2020!D2");
  CHECK(shown(row_of(*read.workbook, 2020, 2)->quantities.at(Carrier::water)) == "8 @2020!D3");
}

TEST_CASE("doubts about a mapped sheet name the office's own cells", "[formats]") {
  const auto table = [](const std::string& columns) {
    return kUnit + "tables:\n  - sheet: 表\n    year: 2020\n    columns:\n      - {header: 月, to: 月份}\n" + columns;
  };
  const auto sheet = [](const std::vector<Row>& rows) { return SheetXml{"表", rows, "", ""}; };
  SECTION("two sheets that give one month different values") {
    const std::string yaml = replace_all(table("      - {header: 电, to: 能耗台账/电}\n"), "sheet: 表", "sheet: [表, 表二]");
    SheetXml second = sheet({words({"月", "电"}), words({"1", "6"}), words({"2", "7"})});
    second.name = "表二";
    const ReadWorkbook read = read_mapped({sheet({words({"月", "电"}), words({"1", "5"}), words({"2", "7"})}), second}, yaml);
    REQUIRE(find_code(read.findings, "mapping-value-twice", "台账.xlsx 表二!B2"));
    CHECK(find_code(read.findings, "mapping-value-twice")->message.find("表!B2") != std::string::npos);
    REQUIRE(row_of(*read.workbook, 2020, 1));
    CHECK(row_of(*read.workbook, 2020, 1)->quantities.at(Carrier::electricity).broken);
    CHECK(shown(row_of(*read.workbook, 2020, 2)->quantities.at(Carrier::electricity)) == "7 @表!B3");  // said twice alike
  }
  SECTION("another unit than the mapping says") {
    const ReadWorkbook read = read_mapped({sheet({words({"月", "电（万千瓦时）"}), words({"1", "5"})})},
                                          table("      - {header: 电, to: 能耗台账/电, unit: 千瓦时}\n"));
    CHECK(find_code(read.findings, "mapping-unit-conflict", "台账.xlsx 表!B1"));
    CHECK(row_of(*read.workbook, 2020, 1)->quantities.at(Carrier::electricity).broken);
  }
  SECTION("brackets that are no unit are named in full") {
    const ReadWorkbook read = read_mapped({sheet({words({"月", "电（总表）"}), words({"1", "5"})})},
                                          table("      - {header: 电（总表）, to: 能耗台账/电, unit: 万千瓦时}\n"));
    CHECK(read.workbook->ledger.columns.at(0).unit == QuantityUnit::ten_thousand_kwh);
    CHECK(shown(row_of(*read.workbook, 2020, 1)->quantities.at(Carrier::electricity)) == "5 @表!B2");
  }
  SECTION("an unknown unit, a month that is none, a column that is not there, one that is there twice") {
    const ReadWorkbook read = read_mapped(
        {sheet({words({"月", "电（斤）", "水", "水"}), words({"1", "5", "1", "2"}), words({"十三月", "5", "1", "2"})})},
        table("      - {header: 电, to: 能耗台账/电}\n      - {header: 水, to: 能耗台账/水}\n      - {header: 热, to: 能耗台账/热力}\n"));
    CHECK(find_code(read.findings, "unit-unknown", "台账.xlsx 表!B1"));
    CHECK(find_code(read.findings, "month-unreadable", "台账.xlsx 表!A3"));
    CHECK(find_code(read.findings, "mapping-column-missing", "台账.xlsx 表!A1")->message.find("热") != std::string::npos);
    CHECK(find_code(read.findings, "column-twice", "台账.xlsx 表!D1"));
  }
  SECTION("formula errors and words") {
    const ReadWorkbook read = read_mapped({sheet({words({"月", "电"}), {text("1"), error("#REF!")}, {text("2"), text("很多")}})},
                                          table("      - {header: 电, to: 能耗台账/电}\n"));
    CHECK(find_code(read.findings, "cell-formula-error", "台账.xlsx 表!B2"));
    CHECK(find_code(read.findings, "cell-not-a-number", "台账.xlsx 表!B3"));
  }
  SECTION("a sheet that is not there") {
    const ReadWorkbook read = read_mapped({{"别的", {words({"月", "电"})}, "", ""}}, table("      - {header: 电, to: 能耗台账/电}\n"));
    CHECK_FALSE(read.workbook);
    CHECK(find_code(read.findings, "mapping-sheet-missing")->message.find("映射.yaml:4:5") != std::string::npos);
  }
}

TEST_CASE("other ledgers are mapped row by row", "[formats]") {
  const ReadWorkbook read = read_mapped({{"车", {words({"车号", "几月", "加油"}), words({"甲车", "1", "30"}), words({"乙车", "1", "40"})}, "", ""}},
                                        kUnit + R"(tables:
  - sheet: 车
    columns:
      - {header: 车号, to: 公务用车台账/车牌}
      - {header: 几月, to: 公务用车台账/月份}
      - {header: 加油, to: 公务用车台账/加油量}
)");
  REQUIRE(read.workbook);
  const DetailLedger& ledger = read.workbook->details.at("公务用车台账");
  REQUIRE(ledger.rows.size() == 2);
  CHECK(ledger.rows[1].cells.at("车牌").text == "乙车");
  CHECK(ledger.rows[1].cells.at("加油量").place.text() == "车!C3");
}

TEST_CASE("mistakes in a mapping file are told with line and column, and nothing is read", "[formats]") {
  const auto mistake = [](const std::string& yaml) {
    TempUnit unit;
    unit.add("台账.xlsx", book_of({{"表", {words({"月", "电"})}, "", ""}}));
    const ReadWorkbook read = unit.read_mapped(unit.mapping(yaml));
    CHECK_FALSE(read.workbook);
    REQUIRE_FALSE(read.findings.empty());
    return read.findings.front().code + " " + read.findings.front().place.text();
  };
  const std::string head = "name: 测试\ntables:\n  - sheet: 表\n    month: 全年\n    columns:\n";
  CHECK(mistake("name: 测试\n") == "mapping-missing-field 映射.yaml:1:1");
  CHECK(mistake("name: 测试\ntables: [\n") == "mapping-yaml 映射.yaml:3:1");
  CHECK(mistake(head + "      - {header: 电, to: 能耗台帐/电}\n") == "mapping-target-unknown 映射.yaml:6:25");
  CHECK(mistake(head + "      - {header: 电, to: 能耗台账/电量}\n") == "mapping-target-unknown 映射.yaml:6:25");
  CHECK(mistake(head + "      - {header: 电, to: 能耗台账/年度}\n") == "mapping-target-unknown 映射.yaml:6:25");
  CHECK(mistake(head + "      - {header: 电, to: 能耗台账/电, units: 度}\n") == "mapping-unknown-field 映射.yaml:6:33");
  CHECK(mistake(head + "      - {header: 电, to: 能耗台账/电}\n      - {header: 电2, to: 能耗台账/电}\n") == "mapping-target-twice 映射.yaml:7:9");
  CHECK(mistake("name: 测试\ntables:\n  - {sheet: 表, columns: [{header: 电, to: 能耗台账/电}]}\n") == "mapping-no-month 映射.yaml:3:5");
  CHECK(mistake("name: 测试\ntables:\n  - {sheet: 表, year: 20, month: 1, columns: [{header: 电, to: 能耗台账/电}]}\n") == "mapping-bad-year 映射.yaml:3:22");
  CHECK(mistake("name: 测试\ncells:\n  - {sheet: 表, cell: 电, to: 单位信息/单位名称}\n") == "mapping-bad-cell 映射.yaml:3:22");
  CHECK(mistake("name: 测试\ncells:\n  - {sheet: 表, cell: B2, to: 能耗台账/电}\n").starts_with("mapping-missing-field"));
  TempUnit unit;
  CHECK(find_code(unit.read_mapped("没有这个").findings, "mapping-unreadable")->hint.find("national-report、xinjiang-annual-form") != std::string::npos);
}

TEST_CASE("quarters, half years and comparisons among the months are no months", "[formats]") {
  const ReadWorkbook read = read_mapped(
      {{"2022",
        {words({"月份", "电（度）"}), words({"1月", "5"}), words({"一季度", "9"}), words({"上年同期", "8"}), words({"同比增减", "7"}), words({"月平均", "6"})},
        "",
        ""}},
      kUnit + "tables:\n  - {sheet: '2022', columns: [{header: 月份, to: 月份}, {header: 电, to: 能耗台账/电}]}\n");
  REQUIRE(read.workbook);
  CHECK(read.workbook->ledger.rows.size() == 1);
  CHECK_FALSE(has_error(read.findings));
}

TEST_CASE("monthly forms are months, also where all figures are equal", "[formats]") {
  std::vector<SheetXml> sheets;
  for (const std::string month : {"1", "2", "3"})
    sheets.push_back({"表" + month, {words({"2021年" + month + "月能源消费统计"}), words({"指标名称", "数量"}), {text("汽油"), number("300")}}, "", ""});
  const ReadWorkbook read = read_mapped(sheets, kUnit + "forms:\n  - {sheet: '表*', label: 指标名称, value: 数量, rows: [{label: 汽油, to: 能耗台账/汽油}]}\n");
  REQUIRE(read.workbook);
  REQUIRE(row_of(*read.workbook, 2021, 3));
  CHECK(shown(row_of(*read.workbook, 2021, 3)->quantities.at(Carrier::petrol)) == "300 @表3!B3");
  CHECK(row_of(*read.workbook, 2021, 0) == nullptr);
}

TEST_CASE("rows of one month are added where the mapping says so, and only the rows that it means", "[formats]") {
  const std::string table =
      kUnit + "tables:\n  - sheet: 表\n    sum: true\n    year: 2021\n    where: {header: 种类, is: 电}\n    unit_column: 单位\n    ignore: [作废*]\n";
  const ReadWorkbook read = read_mapped({{"表",
                                          {words({"月份", "种类", "单位", "用量"}), words({"1", "电", "度", "5"}), words({"1", "电", "万度", "0.5"}),
                                           words({"1", "水", "吨", "70"}), words({"1", "电", "度", "3"}), words({"作废1", "电", "度", "900"})},
                                          "",
                                          ""}},
                                        table + "    columns: [{header: 月份, to: 月份}, {header: 用量, to: 能耗台账/电}]\n");
  REQUIRE(read.workbook);
  REQUIRE(row_of(*read.workbook, 2021, 1));
  CHECK(shown(row_of(*read.workbook, 2021, 1)->quantities.at(Carrier::electricity)) == "5008 @表!D2+D3+D5");
  CHECK_FALSE(has_error(read.findings));
}

TEST_CASE("the year of a table stands above its own columns", "[formats]") {
  const std::vector<SheetXml> side = {{"用电",
                                       {words({"某楼2015年竣工"}),
                                        {text("2021年"), blank(), blank(), text("2022年"), blank()},
                                        words({"月份", "电（度）", "", "月份", "电（度）"}),
                                        words({"1", "5", "", "1", "7"})},
                                       "",
                                       ""}};
  const ReadWorkbook right = read_mapped(
      side, kUnit + "tables:\n  - {sheet: 用电, columns: [{header: 月份, under: 2022年, to: 月份}, {header: 电, under: 2022年, to: 能耗台账/电}]}\n");
  REQUIRE(right.workbook);
  REQUIRE(row_of(*right.workbook, 2022, 1));
  CHECK(shown(row_of(*right.workbook, 2022, 1)->quantities.at(Carrier::electricity)) == "7 @用电!E4");
  const ReadWorkbook left = read_mapped(side, kUnit + "tables:\n  - {sheet: 用电, columns: [{column: A, to: 月份}, {header: 电, nth: 1, to: 能耗台账/电}]}\n");
  REQUIRE(left.workbook);
  REQUIRE(row_of(*left.workbook, 2021, 1));
  CHECK(shown(row_of(*left.workbook, 2021, 1)->quantities.at(Carrier::electricity)) == "5 @用电!B4");
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

TEST_CASE("series: months in a row or column and the figures beside them, of several files", "[formats]") {
  TempUnit unit;
  std::filesystem::create_directories(unit.folder() / "能耗");
  unit.add("台账.xlsx", book_of({kUnitSheet}));
  unit.add("能耗/一号楼.csv", "月份,1月,2月,一季度\n用电,5,6,11\n");
  unit.add("能耗/二号楼.csv", "月份,1月,2月,一季度\n用电,0.1,0.2,0.3\n");
  const std::string range = "sheet: '*', months: B1:D1, values: B2:D2, year: 2021, to: 能耗台账/电, sum: true";
  const ReadWorkbook read = unit.read_mapped(
      unit.mapping(kUnit + "series:\n  - {file: 一号楼, unit: 度, " + range + "}\n  - {file: 二号楼.csv, unit: 万度, " + range + "}\n"));
  REQUIRE(read.workbook);
  REQUIRE(row_of(*read.workbook, 2021, 2));
  CHECK(shown(row_of(*read.workbook, 2021, 2)->quantities.at(Carrier::electricity)) == "2006 @[一号楼.csv]一号楼!C2+C2");
  CHECK(read.workbook->ledger.rows.size() == 2);
  CHECK_FALSE(has_error(read.findings));
}

TEST_CASE("months as offices write them", "[formats]") {
  using formats::month_label;
  const auto months = [](const std::string& text) {
    const auto label = month_label(text);
    return label ? std::to_string(label->year.value_or(0)) + ":" + std::to_string(label->first) + "-" + std::to_string(label->last) : std::string("none");
  };
  CHECK(months("2021年1月") == "2021:1-1");
  CHECK(months("２０２１．０３") == "2021:3-3");
  CHECK(months("Jan-16") == "2016:1-1");
  CHECK(months("十二月份") == "0:12-12");
  CHECK(months("1-2月") == "0:1-2");
  CHECK(months("2021年11月—12月") == "2021:11-12");
  CHECK(months("2021.1.5-2021.2.4") == "2021:1-1");      // 27 days of January, 4 of February
  CHECK(months("2021.12.20～2022.1.19") == "2022:1-1");  // 12 and 19
  CHECK(months("2021年1月5日至2021年3月4日") == "2021:1-2");
  CHECK(months("202113") == "none");
  CHECK(months("2021") == "none");
  CHECK(months("一季度") == "none");
  CHECK(months("1-12月") == "none");
}

TEST_CASE("a mapping that fits nothing says so", "[formats]") {
  const ReadWorkbook read = read_mapped({{"别的", {words({"甲", "乙"}), words({"1", "2"})}, "", ""}}, *read_file(ready("national-report"), 1 << 20));
  CHECK_FALSE(read.workbook);
  CHECK(find_code(read.findings, "mapping-nothing-read"));
}
