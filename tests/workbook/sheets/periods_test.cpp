// Figures of several months in the contract's own 能耗台账: rows of 1-2月, merged cells.
#include <catch2/catch.hpp>

#include "office/values.h"
#include "workbook/unit_folder.h"
#include "workbook/xlsx/xlsx_builder.h"

using namespace lvce;
using namespace lvce::test;

namespace {

ReadWorkbook read_ledger_of(const std::vector<Row>& rows, const std::string& after = "") {
  TempUnit unit;
  unit.add("台账.xlsx", book_of({{"单位信息", {words({"项目", "内容"}), words({"单位名称", "示例局"})}, "", ""}, {"能耗台账", rows, after, ""}}));
  return unit.read();
}

std::string water(const ReadWorkbook& read, int month) {
  REQUIRE(read.workbook);
  const LedgerRow* row = row_of(*read.workbook, 2021, month);
  return row ? shown(row->quantities.at(Carrier::water)) : "no row";
}

std::string power(const ReadWorkbook& read, int month) { return shown(row_of(*read.workbook, 2021, month)->quantities.at(Carrier::electricity)); }

const Row kHeader = words({"年度", "月份", "电（度）", "水（吨）"});

}  // namespace

TEST_CASE("a row of two months: the last has the figure, the first 0, noted", "[workbook]") {
  const ReadWorkbook read = read_ledger_of({kHeader,
                                            {number("2021"), number("1"), number("100"), blank()},
                                            {number("2021"), number("2"), number("200"), blank()},
                                            {number("2021"), text("1-2月"), blank(), number("55")},
                                            {number("2021"), text("3—4月"), number("700"), number("66")}});
  CHECK(water(read, 1).starts_with("0 "));
  CHECK(water(read, 2) == "55 @能耗台账!D4");
  CHECK(power(read, 1) == "100 @能耗台账!C2");
  CHECK(power(read, 2) == "200 @能耗台账!C3");
  CHECK(power(read, 3).starts_with("0 "));
  CHECK(power(read, 4) == "700 @能耗台账!C5");
  CHECK(water(read, 4) == "66 @能耗台账!D5");
  CHECK(find_code(read.findings, "ledger-period")->severity == Severity::note);
  CHECK_FALSE(has_error(read.findings));
}

TEST_CASE("a row of two months beside a figure of one of them: both refused", "[workbook]") {
  const ReadWorkbook read = read_ledger_of(
      {kHeader, {number("2021"), number("2"), number("200"), number("30")}, {number("2021"), text("1-2月"), blank(), number("55")}});
  CHECK(water(read, 2).starts_with("broken"));
  CHECK(power(read, 2) == "200 @能耗台账!C2");
  CHECK(find_code(read.findings, "duplicate-month")->severity == Severity::error);
}

TEST_CASE("a cell merged over two months is their reading", "[workbook]") {
  const ReadWorkbook read = read_ledger_of({kHeader,
                                            {number("2021"), number("1"), number("100"), number("55")},
                                            {number("2021"), number("2"), number("200"), blank()},
                                            {number("2021"), number("3"), number("300"), number("20")}},
                                           "<mergeCells count=\"1\"><mergeCell ref=\"D2:D3\"/></mergeCells>");
  CHECK(water(read, 1).starts_with("0 "));
  CHECK(water(read, 2) == "55 @能耗台账!D2");
  CHECK(water(read, 3) == "20 @能耗台账!D4");
  CHECK(power(read, 1) == "100 @能耗台账!C2");
}

TEST_CASE("a month with its year is read where the year agrees", "[workbook]") {
  const ReadWorkbook good = read_ledger_of({kHeader, {number("2021"), text("2021年3月"), number("100"), number("5")}});
  CHECK(water(good, 3) == "5 @能耗台账!D2");
  const ReadWorkbook bad = read_ledger_of({kHeader, {number("2021"), text("2022年3月"), number("100"), number("5")}});
  CHECK(water(bad, 3) == "no row");
  CHECK(find_code(bad.findings, "month-unreadable")->message.find("2022年3月") != std::string::npos);
}

TEST_CASE("a unit that is a power of ten of a known one", "[workbook]") {
  const ReadWorkbook read = read_ledger_of(
      {words({"年度", "月份", "热力（千焦）", "天然气（万标方）"}), {number("2021"), number("1"), number("500000000"), number("1.5")}});
  REQUIRE(read.workbook);
  const LedgerRow* row = row_of(*read.workbook, 2021, 1);
  CHECK(shown(row->quantities.at(Carrier::heat)) == "500 @能耗台账!C2");  // 吉焦
  CHECK(read.workbook->ledger.columns.at(1).unit == QuantityUnit::gigajoule);
  CHECK_FALSE(has_error(read.findings));
}

TEST_CASE("units in the title, in a row of their own, in the sheet's name", "[workbook]") {
  const Row month{number("2021"), number("1"), number("5.1"), number("30")};
  const auto unit_of = [](const ReadWorkbook& read) { return read.workbook->ledger.columns.at(0).unit; };
  SECTION("the title's, with a note") {
    const ReadWorkbook read = read_ledger_of({words({"能耗台账　单位：万千瓦时"}), words({"年度", "月份", "电", "水（吨）"}), month});
    CHECK(unit_of(read) == QuantityUnit::ten_thousand_kwh);
    CHECK(find_code(read.findings, "unit-of-title")->message.find("A1") != std::string::npos);
  }
  SECTION("a row of units, which is no row of figures") {
    const ReadWorkbook read = read_ledger_of({words({"年度", "月份", "电", "水"}), {blank(), blank(), text("万度"), text("立方")}, month});
    CHECK(unit_of(read) == QuantityUnit::ten_thousand_kwh);
    CHECK_FALSE(has_error(read.findings));
    CHECK(water(read, 1) == "30 @能耗台账!D3");
  }
  SECTION("the title against the header: refused, both places named") {
    const ReadWorkbook read = read_ledger_of({words({"单位：万千瓦时"}), words({"年度", "月份", "电（度）", "水（吨）"}), month});
    CHECK(power(read, 1).starts_with("broken"));
    CHECK(water(read, 1) == "30 @能耗台账!D3");
    const Finding* finding = find_code(read.findings, "unit-contradiction");
    REQUIRE(finding);
    CHECK(finding->place.text() == "台账.xlsx 能耗台账!C2");
    CHECK(finding->message.find("A1") != std::string::npos);
  }
  SECTION("a title that names both units leaves it to the header") {
    const ReadWorkbook read = read_ledger_of({words({"单位：千瓦时、吨"}), words({"年度", "月份", "电（度）", "水（吨）"}), month});
    CHECK_FALSE(find_code(read.findings, "unit-contradiction"));
    CHECK(power(read, 1) == "5.1 @能耗台账!C3");
  }
}
