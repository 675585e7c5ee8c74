// Cells and headers as offices write them: what has one meaning is read, what has two is asked, and nothing given counts as unused.
#include <catch2/catch.hpp>

#include "office/values.h"
#include "workbook/sheets/figure_with_unit.h"
#include "workbook/sheets/header_names.h"
#include "workbook/unit_folder.h"
#include "workbook/xlsx/xlsx_builder.h"

using namespace lvce;
using namespace lvce::test;

namespace {

using Words = std::vector<std::string>;

/// A workbook with this ledger; cells that are figures are numbers.
ReadWorkbook read_ledger_rows(const std::vector<Words>& rows, const std::vector<std::vector<CellXml>>& targets = {}) {
  std::vector<std::vector<CellXml>> cells;
  for (const Words& row : rows) cells.push_back(words(row));
  std::vector<SheetXml> sheets = {{"单位信息", {words({"项目", "内容"}), words({"单位名称", "示例局"})}, "", ""}, {"能耗台账", cells, "", ""}};
  if (!targets.empty()) sheets.push_back({"目标任务", targets, "", ""});
  TempUnit unit;
  unit.add("台账.xlsx", zip_of(book_parts(sheets)));
  return unit.read();
}

std::string quantity(const ReadWorkbook& read, int month, Carrier carrier) {
  REQUIRE(read.workbook);
  const LedgerRow* row = row_of(*read.workbook, 2021, month);
  REQUIRE(row);
  const auto found = row->quantities.find(carrier);
  return found == row->quantities.end() ? "none" : shown(found->second).substr(0, shown(found->second).find(' '));
}

}  // namespace

TEST_CASE("a column that holds only dashes and 无 in a year is not used", "[workbook]") {
  const ReadWorkbook read = read_ledger_rows(
      {{"年度", "月份", "电（千瓦时）", "天然气（立方米）"}, {"2021", "1", "10", "/"}, {"2021", "2", "20", "无"}, {"2021", "3", "30", ""}});
  CHECK_FALSE(find_code(read.findings, "cell-not-a-number"));
  CHECK(quantity(read, 1, Carrier::natural_gas) == "blank");
  CHECK(quantity(read, 2, Carrier::natural_gas) == "blank");
}

TEST_CASE("a dash among figures is asked about", "[workbook]") {
  const ReadWorkbook read = read_ledger_rows({{"年度", "月份", "电（千瓦时）"}, {"2021", "1", "10"}, {"2021", "2", "/"}});
  CHECK(find_code(read.findings, "cell-not-a-number"));
  CHECK(quantity(read, 2, Carrier::electricity) == "broken");
}

TEST_CASE("columns under names of the office's own", "[workbook]") {
  const ReadWorkbook read = read_ledger_rows({{"年份", "月", "用电量（度）", "用水量/吨", "用气量【立方米】"}, {"2021年", "1月", "10", "2", "3"}});
  CHECK(quantity(read, 1, Carrier::electricity) == "10");
  CHECK(quantity(read, 1, Carrier::water) == "2");
  CHECK(quantity(read, 1, Carrier::natural_gas) == "3");
  CHECK(find_code(read.findings, "columns-understood")->severity == Severity::note);
}

TEST_CASE("a carrier that looks given is asked about, whatever it is called", "[workbook]") {
  for (const char* header : {"供暖", "取暖", "暖气", "油耗（升）", "煤气"}) {
    const ReadWorkbook read = read_ledger_rows({{"年度", "月份", "电（千瓦时）", header}, {"2021", "1", "10", "3"}});
    INFO(header);
    CHECK(find_code(read.findings, "column-unclear") != nullptr);
  }
}

TEST_CASE("a name with two meanings is asked about, and what stands below is given, not unused", "[workbook]") {
  const ReadWorkbook read = read_ledger_rows({{"年度", "月份", "电（千瓦时）", "用气量"}, {"2021", "1", "10", "3"}});
  const Finding* asked = find_code(read.findings, "column-unclear");
  REQUIRE(asked);
  CHECK(asked->severity == Severity::error);
  CHECK(asked->place.cell == "D1");
  CHECK(quantity(read, 1, Carrier::natural_gas) == "broken");
  CHECK(quantity(read, 1, Carrier::lpg) == "broken");
}

TEST_CASE("money where the quantity has no column is asked about, and the carrier is given, not unused", "[workbook]") {
  for (const char* header : {"电费（元）", "用电金额（元）", "缴纳电费", "电费支出/元"}) {
    INFO(header);
    const ReadWorkbook read = read_ledger_rows({{"年度", "月份", "水（吨）", header}, {"2021", "1", "10", "3000"}});
    const Finding* asked = find_code(read.findings, "column-unclear");
    REQUIRE(asked);
    CHECK(asked->severity == Severity::error);
    CHECK(asked->place.cell == "D1");
    CHECK(asked->message.find("是金额，不是用量") != std::string::npos);
    CHECK_FALSE(find_code(read.findings, "unit-unknown"));  // said once
    CHECK(quantity(read, 1, Carrier::electricity) == "broken");
  }
  for (const char* header : {"用电量（度）", "电（千瓦时）", "耗电量（度）"}) {  // beside the quantity it is nothing but money
    INFO(header);
    const ReadWorkbook read = read_ledger_rows({{"年度", "月份", header, "电费（元）", "油费（元）", "汽油（升）"}, {"2021", "1", "10", "6", "9", "3"}});
    CHECK_FALSE(find_code(read.findings, "column-unclear"));
    CHECK(quantity(read, 1, Carrier::electricity) == "10");
    CHECK(quantity(read, 1, Carrier::petrol) == "3");
  }
  for (const char* header : {"电话费", "邮电费", "物业费", "取暖费（元）"}) {  // none of a carrier, or heat that may be paid by floor area
    INFO(header);
    CHECK_FALSE(find_code(read_ledger_rows({{"年度", "月份", "水（吨）", "电（度）", header}, {"2021", "1", "10", "5", "3000"}}).findings, "column-unclear"));
  }
}

TEST_CASE("an area or a number of people of another kind is asked about, not called missing", "[workbook]") {
  const HeaderNames names = base_header_names();
  CHECK(names.near.at("使用面积").columns == Words{"建筑面积"});
  CHECK(names.near.at("编制人数").columns == Words{"用能人数"});
  CHECK(meant_columns(names, "使用面积", "").empty());
}

TEST_CASE("年度基数: a column of dashes is not given, other kinds of area and people are asked about", "[workbook]") {
  TempUnit unit;
  unit.add("台账.xlsx", book_of({{"单位信息", {words({"项目", "内容"}), words({"单位名称", "示例局"}), words({"单位层级", "市"})}, "", ""},
                                 {"年度基数",
                                  {words({"年度", "使用面积", "供热面积", "编制人数", "用水人数"}), words({"2020", "800", "/", "50", "/"}),
                                   words({"2021", "800", "—", "50", "60"})},
                                  "",
                                  ""}}));
  const ReadWorkbook read = unit.read();
  REQUIRE(read.workbook);
  CHECK(read.workbook->unit.text("单位层级") == "市级");
  REQUIRE(read.workbook->bases.size() == 2);
  const YearBase& base = read.workbook->bases[0];
  CHECK(base.heated_area_m2.blank());
  CHECK(base.water_users.broken);  // a dash among figures
  CHECK(base.area_m2.broken);
  CHECK(base.energy_users.broken);
  CHECK(find_code(read.findings, "column-unclear", "台账.xlsx 年度基数!B1"));
  CHECK(find_code(read.findings, "column-unclear", "台账.xlsx 年度基数!D1"));
}

TEST_CASE("two columns for one carrier: neither counts", "[workbook]") {
  const ReadWorkbook read = read_ledger_rows({{"年度", "月份", "电（千瓦时）", "用电量（度）"}, {"2021", "1", "10", "11"}});
  CHECK(find_code(read.findings, "column-twice"));
  CHECK(quantity(read, 1, Carrier::electricity) == "broken");
}

TEST_CASE("a column that speaks of a carrier is asked about; prices and readings are not", "[workbook]") {
  CHECK(marked_columns(ledger_header_names(), "照明用电情况") == Words{"电"});
  for (const char* other : {"电费", "电表读数", "用水单价", "电话", "备注", "供热面积", "电梯台数"}) {
    INFO(other);
    CHECK(marked_columns(ledger_header_names(), other).empty());
  }
}

TEST_CASE("a gas is told by its unit", "[workbook]") {
  const HeaderNames names = ledger_header_names();
  CHECK(meant_columns(names, "用气量", "立方米") == Words{"天然气"});
  CHECK(meant_columns(names, "用气量", "公斤") == Words{"液化石油气"});
  CHECK(meant_columns(names, "用气量", "").size() == 2);
  CHECK(meant_columns(names, "用油量", "升").size() == 2);
  CHECK(meant_columns(base_header_names(), "在编人数", "") == Words{"用能人数"});
  CHECK(meant_columns(base_header_names(), "人数", "").size() == 2);
}

TEST_CASE("a figure with its unit behind it") {
  const auto read = [](const char* text, const char* unit) {
    const auto figure = parse_figure_with_unit(text, unit);
    return figure ? figure->shortest() : "none";
  };
  CHECK(read("942.5元", "元") == "942.5");
  CHECK(read("800公里", "km") == "800");
  CHECK(read("1,205 度", "千瓦时") == "1205");
  CHECK(read("1.2万千瓦时", "千瓦时") == "12000");
  CHECK(read("35公斤", "吨") == "0.035");
  CHECK(read("5千瓦时", "万千瓦时") == "0.0005");
  CHECK(read("1分", "分") == "1");
  CHECK(read("145升", "千瓦时") == "none");
  CHECK(read("约145升", "升") == "none");
  CHECK(read("145升左右", "升") == "none");
  CHECK(read("145", "升") == "none");
  CHECK(read("145升", "") == "none");
}

TEST_CASE("units in any brackets and behind a slash", "[values]") {
  for (const char* header :
       {"电（万千瓦时）", "电[万千瓦时]", "电【万千瓦时】", "电〔万千瓦时〕", "电﹙万千瓦时﹚", "电/万千瓦时", "电（单位：万千瓦时）", "电(万 千瓦·时)"}) {
    INFO(header);
    CHECK(name_key(header) == "电");
    CHECK(header_unit(header) == "万千瓦时");
  }
  CHECK(header_unit("电（kW·h）") == "kwh");
  CHECK(header_unit("电（kW.h）") == "kwh");
  CHECK(header_unit("天然气（Nm³）") == "m3");
  CHECK(header_unit("天然气（标方）") == "立方米");
  CHECK(header_unit("水（m^3）") == "m3");
  CHECK(name_key("电/水") == "电/水");
}

TEST_CASE("years as people write them", "[values]") {
  CHECK(parse_typed_year("二〇二一年") == 2021);
  CHECK(parse_typed_year("二零二一") == 2021);
  CHECK(parse_typed_year("21年") == 2021);
  CHECK(parse_typed_year("21年度") == 2021);
  CHECK_FALSE(parse_typed_year("21"));
  CHECK_FALSE(parse_typed_year("二十一年"));
}

TEST_CASE("a fall by more than a fifth is asked about", "[workbook]") {
  const auto required = [](const char* typed) {
    const ReadWorkbook read = read_ledger_rows({{"年度", "月份", "电"}, {"2021", "1", "10"}}, {words({"指标", "下降率要求"}), words({"人均综合能耗", typed})});
    REQUIRE(read.workbook);
    REQUIRE(read.workbook->targets.size() == 1);
    return std::pair(shown(read.workbook->targets[0].required_pct).substr(0, 6), find_code(read.findings, "target-unlikely") != nullptr);
  };
  CHECK(required("1.5%").second == false);
  CHECK(required("20%").second == false);
  CHECK(required("150%") == std::pair(std::string("broken"), true));
  CHECK(required("95%").second);
}

TEST_CASE("a fall in words is the figure in them", "[workbook]") {
  const auto required = [](const char* typed) {
    const ReadWorkbook read = read_ledger_rows({{"年度", "月份", "电"}, {"2021", "1", "10"}}, {words({"指标", "下降率要求"}), words({"人均综合能耗", typed})});
    REQUIRE(read.workbook);
    return shown(read.workbook->targets.at(0).required_pct);
  };
  const std::string two = required("2%");
  for (const char* typed : {"下降2%", "同比下降 2%以上", "不低于2％", "≥2%", "2个百分点", "百分之2", "降低2"}) {
    INFO(typed);
    CHECK(required(typed) == two);
  }
  for (const char* typed : {"下降0.5", "尽量下降", "上升2%"}) {
    INFO(typed);
    CHECK(required(typed).starts_with("broken"));
  }
}

TEST_CASE("figures with their unit in the optional ledgers", "[workbook]") {
  TempUnit unit;
  unit.add("台账.xlsx",
           zip_of(book_parts({{"单位信息", {words({"项目", "内容"}), words({"单位名称", "示例局"})}, "", ""},
                              {"公务用车台账", {words({"车牌", "行驶里程", "加油量", "金额"}), words({"甲", "800公里", "145L", "942.5元"})}, "", ""},
                              {"垃圾清运台账",
                               {words({"日期", "类别", "数量"}), words({"2021-01", "其他", "35公斤"}), words({"2021-02", "其他", "40公斤"}),
                                words({"2021-03", "其他", "41"})},
                               "",
                               ""}})));
  const ReadWorkbook read = unit.read();
  REQUIRE(read.workbook);
  const auto number = [&](const char* sheet, std::size_t row, const char* column) {
    const auto& given = read.workbook->details.at(sheet).rows.at(row).cells.at(column).number;
    return given ? given->shortest() : "none";
  };
  CHECK(number("公务用车台账", 0, "行驶里程") == "800");
  CHECK(number("公务用车台账", 0, "加油量") == "145");
  CHECK(number("公务用车台账", 0, "金额") == "942.5");
  CHECK(number("垃圾清运台账", 1, "数量") == "40");
  CHECK(number("垃圾清运台账", 2, "数量") == "41");  // some cells write the unit, one does not
  CHECK(find_code(read.findings, "unit-assumed") != nullptr);
  CHECK(read.workbook->details.at("垃圾清运台账").headers == Words{"日期", "类别", "数量(公斤)"});
}

TEST_CASE("a year that stands in the first of its months alone holds for those that count up from it", "[workbook]") {
  const ReadWorkbook read = read_ledger_rows({{"年度", "月份", "电（千瓦时）", "天然气（立方米）"},
                                              {"2020", "11", "1", "/"},
                                              {"", "12", "2", "/"},
                                              {"2021", "1", "3", "/"},
                                              {"", "2", "4", "/"},
                                              {"", "2", "5", "/"}});
  CHECK(quantity(read, 2, Carrier::electricity) == "4");
  CHECK(quantity(read, 2, Carrier::natural_gas) == "blank");
  CHECK(find_code(read.findings, "year-from-above", "台账.xlsx 能耗台账!A3"));
  CHECK(find_code(read.findings, "row-without-year", "台账.xlsx 能耗台账!A6"));  // a second 2月: the year is not certain
  CHECK_FALSE(find_code(read.findings, "row-without-year", "台账.xlsx 能耗台账!A5"));
}

TEST_CASE("a fuel without a column is asked about where it has figures, and nothing is computed without it", "[workbook]") {
  for (const char* header : {"煤气（立方米）", "管道煤气用量", "生物质颗粒（吨）", "甲醇（升）"}) {
    INFO(header);
    const ReadWorkbook read = read_ledger_rows(
        {{"年度", "月份", "电（千瓦时）", "天然气（立方米）", "其他能源（吨标准煤）", header}, {"2021", "1", "10", "2", "", "50"}});
    REQUIRE(find_code(read.findings, "column-unclear"));
    CHECK(find_code(read.findings, "column-unclear")->severity == Severity::error);
    CHECK(quantity(read, 1, Carrier::other) == "broken");
    CHECK(quantity(read, 1, Carrier::natural_gas) == "2");
    CHECK_FALSE(find_code(read_ledger_rows({{"年度", "月份", "电（千瓦时）", "其他能源（吨标准煤）", header}, {"2021", "1", "10", "", "/"}}).findings,
                          "column-unclear"));
  }
}

TEST_CASE("further names of one meaning, and what only looks like them", "[workbook]") {
  const HeaderNames ledger = ledger_header_names(), base = base_header_names();
  CHECK(meant_columns(ledger, "外购电", "千瓦时") == Words{"电"});
  CHECK(meant_columns(ledger, "市电", "度") == Words{"电"});
  CHECK(meant_columns(ledger, "网电", "").empty());
  CHECK(meant_columns(base, "公车数", "辆") == Words{"公务用车数量"});
  CHECK(meant_columns(base, "汽车数量", "辆") == Words{"车辆数量"});
  CHECK(meant_columns(base, "车辆", "").size() == 2);
  CHECK(meant_columns(base, "职工总数", "人") == Words{"用能人数"});
  CHECK(meant_columns(base, "人数", "").size() == 2);
}

TEST_CASE("a figure of a carrier may name its unit by another name of the same, not by another unit", "[workbook]") {
  CHECK(parse_carrier_figure("95吨", "水", "立方米") == Decimal(95));
  CHECK(parse_carrier_figure("1,095 m³", "水", "吨") == Decimal(1095));
  CHECK(parse_carrier_figure("30方", "天然气", "立方米") == Decimal(30));
  CHECK_FALSE(parse_carrier_figure("95升", "水", "立方米"));
  CHECK_FALSE(parse_carrier_figure("95吨", "天然气", "立方米"));
  CHECK_FALSE(parse_carrier_figure("2吨", "汽油", "升"));  // by density: not exact
  CHECK_FALSE(parse_carrier_figure("95吨", "水", ""));
}
