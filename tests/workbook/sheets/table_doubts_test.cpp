// What a sheet shows otherwise than it is stored is taken with a note or refused, never read in silence.
#include <catch2/catch.hpp>

#include "office/values.h"
#include "workbook/unit_folder.h"
#include "workbook/xlsx/xlsx_builder.h"

using namespace lvce;
using namespace lvce::test;

namespace {

CellXml styled(const std::string& value) { return {" s=\"3\"", "<v>" + value + "</v>"}; }

/// A ledger of one month whose 电 is 5.1 in this number format, below this header.
ReadWorkbook read_with_format(const std::string& header, const std::string& code, const std::string& value) {
  Parts parts = book_parts({{"单位信息", {words({"项目", "内容"}), words({"单位名称", "示例局"})}, "", ""},
                            {"能耗台账", {words({"年度", "月份", header}), {number("2021"), number("1"), styled(value)}}, "", ""}});
  std::string styles = styles_xml();
  const auto replace = [&styles](const std::string& from, const std::string& to) { styles.replace(styles.find(from), from.size(), to); };
  replace("</numFmts>", "<numFmt numFmtId=\"177\" formatCode=\"" + code + "\"/></numFmts>");
  replace("</cellXfs>", "<xf numFmtId=\"177\"/></cellXfs>");
  set_part(parts, "xl/styles.xml", styles);
  TempUnit unit;
  unit.add("台账.xlsx", zip_of(parts));
  return unit.read();
}

std::string power(const ReadWorkbook& read) {
  REQUIRE(read.workbook);
  const LedgerRow* row = row_of(*read.workbook, 2021, 1);
  REQUIRE(row);
  return shown(row->quantities.at(Carrier::electricity));
}

}  // namespace

TEST_CASE("a unit in the number format against the header's", "[workbook]") {
  const std::string wan = "0.00&quot;万千瓦时&quot;";
  SECTION("the header says otherwise: refused, both places named") {
    const ReadWorkbook read = read_with_format("电（千瓦时）", wan, "5.1");
    CHECK(power(read) == "broken @能耗台账!C2");
    const Finding* finding = find_code(read.findings, "unit-contradiction");
    REQUIRE(finding);
    CHECK(finding->severity == Severity::error);
    CHECK(finding->message.find("5.1万千瓦时") != std::string::npos);
    CHECK(finding->message.find("C1") != std::string::npos);
  }
  SECTION("the same unit: nothing to say") {
    const ReadWorkbook read = read_with_format("电（万千瓦时）", wan, "5.1");
    CHECK(power(read) == "5.1 @能耗台账!C2");
    CHECK_FALSE(find_code(read.findings, "unit-contradiction"));
  }
  SECTION("no unit in the header: the format's, with a note") {
    const ReadWorkbook read = read_with_format("电", wan, "5.1");
    CHECK(power(read) == "5.1 @能耗台账!C2");
    CHECK(read.workbook->ledger.columns.at(0).unit == QuantityUnit::ten_thousand_kwh);
    CHECK(find_code(read.findings, "unit-of-format")->severity == Severity::note);
  }
  SECTION("digits shifted for the eye: what is stored is the header's unit") {
    CHECK(power(read_with_format("电（千瓦时）", "0!.0,&quot;万&quot;", "51000")) == "51000 @能耗台账!C2");
    CHECK(power(read_with_format("电（万千瓦时）", "0!.0,&quot;万&quot;", "51000")) == "broken @能耗台账!C2");
    CHECK(power(read_with_format("电（千瓦时）", "0!.0000,&quot;万&quot;", "51000")) == "broken @能耗台账!C2");
  }
  SECTION("another spelling of the same unit") { CHECK(power(read_with_format("电（千瓦时）", "0&quot;度&quot;", "51000")) == "51000 @能耗台账!C2"); }
}

TEST_CASE("an unquoted thousands comma makes a row longer than the header", "[workbook]") {
  const std::string head = "年度,月份,电,汽油,备注\n";
  const auto ledger = [&](const std::string& rows) {
    TempUnit unit;
    unit.add("单位信息.csv", "项目,内容\n单位名称,示例局\n");
    unit.add("能耗台账.csv", head + rows);
    return unit.read();
  };
  SECTION("the row is refused") {
    const ReadWorkbook read = ledger("2021,1,100,1,205,\n2021,2,200,300,\n2021,3,200,300,\n");
    const Finding* finding = find_code(read.findings, "csv-row-too-long");
    REQUIRE(finding);
    CHECK(finding->place.text().find("第2行") != std::string::npos);
    CHECK(row_of(*read.workbook, 2021, 1)->quantities.at(Carrier::petrol).broken);
    CHECK(row_of(*read.workbook, 2021, 2)->quantities.at(Carrier::petrol).value);
  }
  SECTION("rows that all end in one more separator are sound") {
    CHECK_FALSE(find_code(ledger("2021,1,100,1,,\n2021,2,200,300,,\n").findings, "csv-row-too-long"));
  }
}

TEST_CASE("hidden columns are said", "[workbook]") {
  Parts parts = book_parts({{"单位信息", {words({"项目", "内容"}), words({"单位名称", "示例局"})}, "", ""},
                            {"能耗台账", {words({"年度", "月份", "电（千瓦时）"}), {number("2021"), number("1"), number("5")}}, "", ""}});
  for (auto& [name, content] : parts) {
    if (name == "xl/worksheets/sheet2.xml") content.insert(content.find("<sheetData>"), "<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols>");
  }
  TempUnit unit;
  unit.add("台账.xlsx", zip_of(parts));
  const ReadWorkbook read = unit.read();
  REQUIRE(find_code(read.findings, "columns-hidden"));
  CHECK(find_code(read.findings, "columns-hidden")->message.find("电（千瓦时）") != std::string::npos);
}

TEST_CASE("formulas that no program has computed are not zeros", "[workbook]") {
  const auto read = [](const std::string& second, const std::string& calculation) {
    Parts parts = book_parts({{"单位信息", {words({"项目", "内容"}), words({"单位名称", "示例局"})}, "", ""},
                              {"能耗台账", {words({"年度", "月份", "电", "水"}), {number("2021"), number("1"), formula("0"), formula(second)}}, "", ""}});
    for (auto& [name, content] : parts) {
      if (name == "xl/workbook.xml") content.insert(content.find("</workbook>"), calculation);
    }
    TempUnit unit;
    unit.add("台账.xlsx", zip_of(parts));
    return power(unit.read());
  };
  const std::string waiting = "<calcPr calcId=\"124519\" fullCalcOnLoad=\"1\"/>";
  CHECK(read("0", waiting) == "broken @能耗台账!C2");
  CHECK(read("7", waiting) == "0 @能耗台账!C2");  // results are stored: this one is 0
  CHECK(read("0", "") == "0 @能耗台账!C2");
}

TEST_CASE("marks that are not seen do not change a number; those that turn it round are named", "[workbook]") {
  CHECK(parse_typed_number("\u200B1,205\uFEFF")->shortest() == "1205");
  CHECK(parse_typed_number("\u202D88\u202C")->shortest() == "88");
  CHECK_FALSE(parse_typed_number("\u202E12"));
  CHECK(invisible_words("\u202E12").find("U+202E") != std::string::npos);
  CHECK(invisible_words("12").empty());
  CHECK(name_key("电\u200B（千瓦时）") == "电");
}

TEST_CASE("a date that a program wrote as text with its time gives year and month", "[workbook]") {
  TempUnit unit;
  unit.add("单位信息.csv", "项目,内容\n单位名称,示例局\n");
  unit.add("能耗台账.csv", "年度,月份,电\n2021-02-01 00:00:00,2021-02-01 00:00:00,7\n");
  const ReadWorkbook read = unit.read();
  REQUIRE(row_of(*read.workbook, 2021, 2));
  CHECK(row_of(*read.workbook, 2021, 2)->quantities.at(Carrier::electricity).value->shortest() == "7");
}
