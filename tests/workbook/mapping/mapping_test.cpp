// Mapping files: the office's own layouts, and mistakes in them.
#include "office/month_label.h"
#include "paths.h"
#include "support/text.h"
#include "workbook/unit_folder.h"
#include "workbook/xlsx/xlsx_builder.h"

using namespace lvce;
using namespace lvce::test;

namespace {

std::string ready(const std::string& name) { return std::string(kSourceFolder) + "/templates/mappings/" + name + ".yaml"; }

ReadWorkbook read_mapped(const std::vector<SheetXml>& sheets, const std::string& yaml) {
  TempUnit unit;
  unit.add("台账.xlsx", book_of(sheets));
  return unit.read_mapped(unit.mapping(yaml));
}

const SheetXml kUnitSheet{"单位信息", {words({"项目", "内容"}), words({"单位名称", "示例局"})}, "", ""};

const std::string kUnit = "name: 测试\nunit: {单位名称: 示例局}\n";

}  // namespace

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
  CHECK(shown(row_of(*read.workbook, 2021, 2)->quantities.at(Carrier::electricity)) == "2006 @[一号楼.csv]一号楼!C2+[二号楼.csv]二号楼!C2");
  CHECK(read.workbook->ledger.rows.size() == 2);
  CHECK_FALSE(has_error(read.findings));
}

TEST_CASE("months as offices write them", "[formats]") {
  using lvce::month_label;
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
  for (const char* own : {"#月", "#", "#年#月#日", "2021年#月", "#月-3月"}) CHECK(months(own) == "none");
  CHECK_FALSE(month_in("用电#月").has_value());
}

TEST_CASE("a mapping that fits nothing says so", "[formats]") {
  const ReadWorkbook read = read_mapped({{"别的", {words({"甲", "乙"}), words({"1", "2"})}, "", ""}}, *read_file(ready("national-report"), 1 << 20));
  CHECK_FALSE(read.workbook);
  CHECK(find_code(read.findings, "mapping-nothing-read"));
}
