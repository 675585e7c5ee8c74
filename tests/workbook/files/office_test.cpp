// The same workbook as LibreOffice saves it to .xls and to .ods (data/office.*): formulas, errors, percentages, dates, booleans, merges, hidden
// rows and sheets read alike.
#include <array>
#include <fstream>
#include <iterator>

#include "paths.h"
#include "workbook/package/compound_file.h"
#include "workbook/unit_folder.h"
#include "workbook/xls/xls.h"
#include "workbook/xlsx/xlsx_builder.h"

using namespace lvce;
using namespace lvce::test;

namespace {

std::string data(const std::string& name) {
  const auto bytes = read_file(std::string(kTestData) + "/workbook/data/" + name, 1 << 20);
  REQUIRE(bytes);
  return *bytes;
}

/// What went wrong with these bytes as the unit's only workbook.
std::string failure(const std::string& name, const std::string& bytes) {
  TempUnit unit;
  unit.add(name, bytes);
  const ReadWorkbook read = unit.read();
  CHECK_FALSE(read.workbook);
  for (const Finding& finding : read.findings) {
    if (finding.severity == Severity::error) return finding.code;
  }
  return {};
}

}  // namespace

TEST_CASE("an old or an OpenDocument workbook says what an .xlsx would", "[formats]") {
  const std::string name = GENERATE(as<std::string>{}, "office.xls", "office.ods");
  INFO(name);
  TempUnit unit;
  unit.add(name, data(name));
  const ReadWorkbook read = unit.read();
  REQUIRE(read.workbook);
  const Workbook& workbook = *read.workbook;
  CHECK(workbook.file == name);
  CHECK(workbook.unit.text("填报日期") == "2021-10-12");
  CHECK(workbook.unit.year("评价年度") == 2021);
  CHECK(workbook.unit.yes("机关食堂"));
  CHECK(workbook.unit.yes("物业管理"));
  CHECK(workbook.unit.text("单位地址") == "某省某市");
  CHECK(workbook.unit.text("特色做法") == "第一段\n第二段");

  REQUIRE(workbook.bases.size() == 2);
  CHECK(shown(workbook.bases[0].area_m2) == "12000 @年度基数!B2");
  CHECK(shown(workbook.bases[1].area_m2) == "broken @年度基数!B3");
  CHECK(find_code(read.findings, "cell-formula-error", name + " 年度基数!B3")->message.find("#DIV/0!") != std::string::npos);
  CHECK(find_code(read.findings, "cell-not-a-number", name + " 年度基数!C3"));

  const LedgerRow* january = row_of(workbook, 2020, 1);
  const LedgerRow* february = row_of(workbook, 2020, 2);  // its year is merged with January's
  REQUIRE(january);
  REQUIRE(february);
  CHECK(workbook.ledger.rows.size() == 2);
  CHECK(shown(january->quantities.at(Carrier::electricity)) == "3 @能耗台账!C3");
  CHECK(shown(february->quantities.at(Carrier::electricity)) == "3200.5 @能耗台账!C4");
  CHECK(shown(february->quantities.at(Carrier::water)) == "295.25 @能耗台账!D4");
  CHECK(workbook.ledger.columns[0].unit == QuantityUnit::ten_thousand_kwh);
  CHECK(find_code(read.findings, "total-row-skipped"));
  CHECK(find_code(read.findings, "rows-hidden"));

  REQUIRE(workbook.targets.size() == 1);
  CHECK(workbook.targets[0].required_pct.value == Decimal(2));
  CHECK(find_code(read.findings, "sheet-hidden"));
  CHECK(find_code(read.findings, "workbook-other-format")->severity == Severity::note);
}

TEST_CASE("the content of a workbook decides, not its ending", "[formats]") {
  TempUnit unit;
  SECTION("an old workbook named .xlsx") { unit.add("台账.xlsx", data("office.xls")); }
  SECTION("an .xlsx named .xls") { unit.add("台账.xls", book_of({{"单位信息", {words({"项目", "内容"}), words({"单位名称", "示例局"})}, "", ""}})); }
  SECTION("an .ods named .et") { unit.add("台账.et", data("office.ods")); }
  CHECK(unit.read().workbook);
}

TEST_CASE("which file is the unit's workbook", "[formats]") {
  const std::string xlsx = book_of({{"单位信息", {words({"项目", "内容"}), words({"单位名称", "示例局"})}, "", ""}});
  TempUnit unit;
  unit.add("旧.xls", data("office.xls"));
  SECTION("the only .xlsx, whatever else lies there") {
    unit.add("台账.xlsx", xlsx);
    CHECK(unit.read().workbook->file == "台账.xlsx");
    CHECK(read_unit_workbook(unit.folder(), unit.folder() / "旧.xls").workbook->file == "旧.xls");
  }
  SECTION("two others are ambiguous") {
    unit.add("旧.ods", data("office.ods"));
    CHECK(find_code(unit.read().findings, "workbook-ambiguous")->message.find("旧.ods、旧.xls") != std::string::npos);
  }
  SECTION("an old one and CSV files too") {
    unit.add("单位信息.csv", "项目,内容\n单位名称,某局\n");
    CHECK(find_code(unit.read().findings, "workbook-ambiguous"));
  }
}

TEST_CASE("bad files are told, whatever is wrong with them", "[formats]") {
  const std::string xls = data("office.xls");
  const std::string ods = data("office.ods");
  CHECK(failure("a.xls", xls.substr(0, 600)) == "workbook-damaged");
  CHECK(failure("a.xls", xls.substr(0, 512)) == "workbook-damaged");
  CHECK(failure("a.et", "x") == "workbook-not-xlsx");
  CHECK(failure("a.xls", "") == "workbook-empty");
  CHECK(failure("a.xls", "<html><table><tr><td>项目,内容</td></tr></table></html>") == "workbook-not-xlsx");
  CHECK(failure("a.ods", ods.substr(0, ods.size() / 2)) == "workbook-damaged");
  CHECK(failure("a.ods", zip_of({{"content.xml", "<a"}, {"META-INF/manifest.xml", "<m/>"}})) == "workbook-damaged");
  CHECK(failure("a.ods", zip_of({{"content.xml", "x"}, {"META-INF/manifest.xml", "<m><encryption-data/></m>"}})) == "workbook-locked");
  CHECK(failure("a.ods", zip_of({{"content.xml", "<document><body><text/></body></document>"}, {"META-INF/manifest.xml", "<m/>"}})) == "workbook-not-xlsx");
}

TEST_CASE("a record that says 'encrypted' is told as a password", "[formats]") {
  std::string xls = data("office.xls");
  // The stream begins with its BOF record; what follows it becomes FILEPASS (0x002F) in place.
  const std::string bof("\x09\x08\x10\x00\x00\x06", 6);
  const std::size_t at = xls.find(bof);
  REQUIRE(at != std::string::npos);
  xls[at + 20] = '\x2F';
  xls[at + 21] = '\0';
  CHECK(failure("a.xls", xls) == "workbook-locked");
}

TEST_CASE("every truncation and many damages of an old workbook end in a finding or a book", "[formats]") {
  const std::string xls = data("office.xls");
  for (std::size_t length = 0; length < xls.size(); length += 997) {
    INFO(length);
    CHECK_FALSE(formats::read_xls(xls.substr(0, length), "/proc/self/exe").book);
  }
  unsigned state = 12345;
  for (int i = 0; i < 25; ++i) {
    std::string bytes = xls;
    for (int hit = 0; hit < 20; ++hit) {
      state = state * 1103515245U + 12345U;
      bytes[512 + (state >> 8) % (bytes.size() - 512)] = static_cast<char>(state >> 4);
    }
    const xlsx::ReadBook read = formats::read_xls(bytes, "/proc/self/exe");
    CHECK((read.book || !read.failure.message.empty()));
  }
}

TEST_CASE("a worker that dies or talks nonsense costs the file, not the run", "[formats]") {
  CHECK(formats::read_xls("x", "/bin/false").failure.code == "workbook-old-format");
  CHECK(formats::read_xls("x", "/bin/echo").failure.code == "workbook-old-format");
  CHECK(formats::read_xls("x", "/nowhere/lvce").failure.code == "workbook-old-format");
}

TEST_CASE("a compound file whose sector chain runs in a circle ends", "[formats]") {
  std::string bytes(512 + 4 * 512, '\0');
  const auto put = [&bytes](std::size_t at, unsigned value) {
    for (int i = 0; i < 4; ++i) bytes[at + static_cast<std::size_t>(i)] = static_cast<char>(value >> (8 * i));
  };
  bytes[30] = 9;
  bytes[32] = 6;
  put(48, 1);           // the directory begins in sector 1
  put(76, 0);           // the table is sector 0
  put(512 + 4 * 1, 2);  // 1 → 2 → 1 → …
  put(512 + 4 * 2, 1);
  CHECK_FALSE(formats::read_stream(bytes, {"Workbook", "Book"}));
}

TEST_CASE("repeated cells and rows of an .ods are counted, not multiplied out", "[formats]") {
  const auto content = [](const std::string& rows) {
    return zip_of({{"content.xml",
                    "<document><body><spreadsheet><table name=\"单位信息\"><table-row><table-cell value-type=\"string\"><p>项目</p></table-cell>"
                    "<table-cell value-type=\"string\"><p>内容</p></table-cell></table-row>" +
                        rows + "</table></spreadsheet></body></document>"},
                   {"META-INF/manifest.xml", "<m/>"}});
  };
  TempUnit unit;
  SECTION("blank ones to the end of the sheet") {
    unit.add("a.ods", content("<table-row number-rows-repeated=\"1048570\"><table-cell number-columns-repeated=\"16384\"/></table-row>"
                              "<table-row><table-cell value-type=\"string\"><p>单位名称</p></table-cell></table-row>"));
    CHECK(find_code(unit.read().findings, "sheet-too-large"));  // the name stands beyond the rows that are read
  }
  SECTION("filled ones stop at the caps") {
    unit.add("a.ods", content("<table-row number-rows-repeated=\"999999999999\"><table-cell number-columns-repeated=\"99999999\" value-type=\"float\" "
                              "value=\"1\"><p>1</p></table-cell></table-row>"));
    CHECK(find_code(unit.read().findings, "sheet-too-large")->severity == Severity::error);
  }
  SECTION("comments and tracked changes are no content, paragraphs are lines") {
    unit.add("a.ods", content("<tracked-changes><table-cell value-type=\"string\"><p>旧名</p></table-cell></tracked-changes>"
                              "<table-row><table-cell value-type=\"string\"><p>单位名称</p></table-cell><table-cell value-type=\"string\">"
                              "<annotation><p>批注</p></annotation><p>示例<s c=\"1\"/>局</p><p>第二行</p></table-cell></table-row>"));
    CHECK(unit.read().workbook->unit.text("单位名称") == "示例 局\n第二行");
  }
  SECTION("a formula without its result is told") {
    unit.add("a.ods", content("<table-row><table-cell value-type=\"string\"><p>评价年度</p></table-cell><table-cell formula=\"of:=2020+1\"/></table-row>"));
    CHECK(find_code(unit.read().findings, "cell-not-computed", "a.ods 单位信息!B2"));
  }
}
