// The examples of docs/mapping.md are run.
#include "paths.h"
#include "support/text.h"
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
