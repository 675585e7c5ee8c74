// What a spreadsheet of an office's own leaves in doubt must be asked, never guessed: years, months written twice, sums.
#include <catch2/catch.hpp>

#include <filesystem>

#include <unistd.h>

#include "support/files.h"
#include "workbook/workbook.h"
#include "workbook/xlsx/xlsx_builder.h"

using namespace lvce;
using namespace lvce::test;
namespace fs = std::filesystem;

namespace {

const std::string kTableMapping =
    "name: 自有台账\ntables:\n  - sheet: 登记*\n    columns:\n      - {header: 月份, to: 月份}\n"
    "      - {header: 用电量, to: 能耗台账/电, unit: 千瓦时}\n      - {header: 用水量, to: 能耗台账/水, unit: 立方米}\n";

/// A unit folder with files, removed at the end.
class Office {
 public:
  Office() : path_(fs::temp_directory_path() / ("lvce-doubts-test-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Office() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Office(const Office&) = delete;
  Office& operator=(const Office&) = delete;
  void add(const std::string& name, const std::string& bytes) const { REQUIRE(write_file(path_ / name, bytes)); }
  ReadWorkbook read() const { return read_unit_workbook({path_, std::nullopt, std::nullopt}); }
  ReadWorkbook read_with(const std::string& mapping) const {
    add("映射.yaml", mapping);
    return read_unit_workbook({path_, std::nullopt, path_ / "映射.yaml"});
  }

 private:
  fs::path path_;
};

SheetXml unit_sheet() { return {"单位信息", {words({"项目", "内容"}), words({"单位名称", "示例局"})}, "", ""}; }

ReadWorkbook read_table(const std::string& sheet, std::vector<Row> rows) {
  Office office;
  office.add("台账.xlsx", book_of({unit_sheet(), SheetXml{sheet, std::move(rows), "", ""}}));
  return office.read_with(kTableMapping);
}

int count(const Findings& findings, const std::string& code, const std::string& where = {}) {
  int out = 0;
  for (const Finding& finding : findings) out += finding.code == code && (where.empty() || finding.place.text() == where) ? 1 : 0;
  return out;
}

const Row kHeader = words({"月份", "用电量", "用水量", "备注"});

std::string year_read(std::vector<Row> above, const std::string& sheet = "登记") {
  above.push_back(kHeader);
  above.push_back({text("1月"), number("100"), number("5")});
  const ReadWorkbook read = read_table(sheet, std::move(above));
  REQUIRE(read.workbook);
  if (read.workbook->ledger.rows.empty()) return count(read.findings, "mapping-year-unknown") == 1 ? "asked" : "lost";
  return std::to_string(read.workbook->ledger.rows.front().year);
}

}  // namespace

TEST_CASE("the year of a table is its title's, not a date's or a document's", "[formats]") {
  CHECK(year_read({words({"能源消费登记表（2022年度）"})}) == "2022");
  CHECK(year_read({words({"2022年1-12月能源消费登记表"})}) == "2022");
  CHECK(year_read({words({"能源消费登记表（2022年度）"}), words({"填报日期：2023年1月5日"})}) == "2022");
  CHECK(year_read({words({"能源消费登记表（2022年度）"}), words({"制表时间：2023年1月"})}) == "2022");
  CHECK(year_read({words({"能源消费登记表（2022年度）"}), {text("填表"), date("44931")}}) == "2022");
  CHECK(year_read({words({"能源消费登记表（2022年度）"}), words({"依据某管〔2019〕5号、GB/T 2589-2020"})}) == "2022");
  CHECK(year_read({{text("年度"), number("2022")}}) == "2022");
  CHECK(year_read({words({"2023-01-05"})}, "登记2022") == "2022");
}

TEST_CASE("a table whose year nobody says is asked about once", "[formats]") {
  CHECK(year_read({}) == "asked");
  CHECK(year_read({words({"2022年、2021年能源消费登记表"})}) == "asked");
  CHECK(year_read({{text("总表读数"), number("2021")}}) == "asked");
}

TEST_CASE("a month in two rows of an own table counts in neither, equal figures or not", "[formats]") {
  const ReadWorkbook read = read_table(
      "登记2021", {kHeader, {text("1月"), number("100"), number("5")}, {text("1月"), number("100"), blank()}, {text("2月"), number("90"), number("4")}});
  REQUIRE(read.workbook);
  const auto& rows = read.workbook->ledger.rows;
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].quantities.at(Carrier::electricity).broken);
  CHECK(rows[0].quantities.at(Carrier::water).broken);
  CHECK(rows[1].quantities.at(Carrier::electricity).value == Decimal(90));
  CHECK(count(read.findings, "duplicate-month", "台账.xlsx 登记2021!A3") == 1);
}

TEST_CASE("a total row is skipped, a remark that says 累计 is none", "[formats]") {
  const ReadWorkbook read = read_table("登记2021",
                                       {kHeader, {text("1月"), number("100"), number("5"), text("含累计读数")}, {text("合计"), number("100"), number("5")}});
  REQUIRE(read.workbook);
  REQUIRE(read.workbook->ledger.rows.size() == 1);
  CHECK(read.workbook->ledger.rows[0].quantities.at(Carrier::electricity).value == Decimal(100));
  CHECK(count(read.findings, "total-row-skipped") == 1);
}

TEST_CASE("CSV: a year merged over its months is saved as blanks and read as merged", "[formats]") {
  Office office;
  office.add("单位信息.csv", "项目,内容\n单位名称,示例局\n");
  office.add("能耗台账.csv", "年度,月份,电（千瓦时）\n2019,11,1\n,12,2\n2020,1,3\n,2,4\n,2,5\n");
  const ReadWorkbook read = office.read();
  REQUIRE(read.workbook);
  const auto& rows = read.workbook->ledger.rows;
  REQUIRE(rows.size() == 4);
  CHECK((rows[1].year == 2019 && rows[1].month == 12));
  CHECK((rows[3].year == 2020 && rows[3].month == 2));
  CHECK(rows[3].quantities.at(Carrier::electricity).value == Decimal(4));
  CHECK(count(read.findings, "row-without-year", "CSV文件 能耗台账!A6") == 1);  // the second 2月 belongs to no year that is certain
}
