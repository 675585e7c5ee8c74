// CSV files: separators, encodings, quotes, and several of them as one workbook.
#include "workbook/csv/csv.h"
#include "workbook/unit_folder.h"

using namespace lvce;
using namespace lvce::test;

namespace {

/// 项目,内容 / 单位名称,示例局 in GB18030.
const std::string kGb18030 = "\xCF\xEE\xC4\xBF,\xC4\xDA\xC8\xDD\r\n\xB5\xA5\xCE\xBB\xC3\xFB\xB3\xC6,\xCA\xBE\xC0\xFD\xBE\xD6\r\n";

std::string utf16(const std::u32string& text) {
  std::string out = "\xFF\xFE";
  for (char32_t c : text) {
    out += static_cast<char>(c & 0xFF);
    out += static_cast<char>(c >> 8);
  }
  return out;
}

std::vector<std::vector<std::string>> fields(const std::string& text) {
  xlsx::Book book;
  REQUIRE(formats::add_csv_sheet(book, "表", text));
  std::vector<std::vector<std::string>> out;
  for (const auto& [row, cells] : book.sheets[0].rows) {
    out.emplace_back();
    for (const auto& [column, cell] : cells) out.back().push_back(xlsx::cell_name(row, column) + "=" + book.text(cell));
  }
  return out;
}

using Rows = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("CSV in every encoding and with every separator", "[formats]") {
  for (const std::string& bytes :
       {std::string("项目,内容\n单位名称,示例局\n"), std::string("\xEF\xBB\xBF项目;内容\r\n单位名称;示例局"), std::string("项目\t内容\r单位名称\t示例局\r"),
        kGb18030, utf16(U"项目\t内容\r\n单位名称\t示例局\r\n"), std::string("sep=;\n项目;内容\n单位名称;示例局\n")}) {
    INFO(bytes);
    TempUnit unit;
    unit.add("单位信息.csv", bytes);
    const ReadWorkbook read = unit.read();
    REQUIRE(read.workbook);
    CHECK(read.workbook->unit.text("单位名称") == "示例局");
    CHECK(read.workbook->file == "单位信息.csv");
  }
}

TEST_CASE("quotes, blanks and lines inside cells", "[formats]") {
  CHECK(fields("a,\"b,\"\"c\"\"\nd\",\n,,e\n") == Rows{{"A1=a", "B1=b,\"c\"\nd"}, {"C2=e"}});
  CHECK(fields("=\"001\",\"=\"\"2.1.1\"\"\"") == Rows{{"A1=001", "B1=2.1.1"}});
  CHECK(fields("甲;乙\n\"1,5\";2\n") == Rows{{"A1=甲", "B1=乙"}, {"A2=1,5", "B2=2"}});
  xlsx::Book book;
  CHECK_FALSE(formats::add_csv_sheet(book, "表", "a,\"b\nc,d\n"));
}

TEST_CASE("binary content and web pages are no CSV", "[formats]") {
  CHECK_FALSE(formats::csv_text(std::string("a,b\0c", 5)));
  CHECK_FALSE(formats::csv_text("\x01,\x02"));
  CHECK_FALSE(formats::looks_like_csv("\n<table>a,b</table>"));
  CHECK_FALSE(formats::looks_like_csv("一行文字\n"));
  CHECK(formats::looks_like_csv("a,b"));
}

TEST_CASE("CSV files named after the contract's sheets are one workbook", "[formats]") {
  TempUnit unit;
  unit.add("单位信息.csv", "项目,内容\n单位名称,示例局\n");
  unit.add("能耗台账.csv", "年度,月份,电（千瓦时）,水（吨）\n2020,1,\"41,200\",310\n2020,2,多,295\n");
  unit.add("其他.csv", "a,b\n");
  SECTION("found in the folder") {
    const ReadWorkbook read = unit.read();
    REQUIRE(read.workbook);
    CHECK(shown(row_of(*read.workbook, 2020, 1)->quantities.at(Carrier::electricity)) == "41200 @能耗台账!C2");
    CHECK(find_code(read.findings, "cell-not-a-number", "CSV文件 能耗台账!C3"));
  }
  SECTION("one is given, its neighbours come along") {
    const ReadWorkbook read = read_unit_workbook(unit.folder(), unit.folder() / "能耗台账.csv");
    REQUIRE(read.workbook);
    CHECK(read.workbook->unit.text("单位名称") == "示例局");
  }
  SECTION("one that is no table") {
    unit.add("自评.csv", std::string("\x7F\x45\x4C\x46\0\0", 6));
    CHECK(find_code(unit.read().findings, "csv-unreadable")->message.find("自评.csv") != std::string::npos);
  }
  SECTION("an open quotation mark") {
    unit.add("自评.csv", "指标编号,\"完成情况\n2.1.1,是\n");
    CHECK(find_code(unit.read().findings, "csv-quote-open"));
  }
}
