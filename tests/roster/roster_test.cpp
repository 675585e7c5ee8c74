#include "roster/roster.h"

#include <unistd.h>

#include <catch2/catch.hpp>

#include "support/files.h"
#include "workbook/xlsx/xlsx_builder.h"

namespace fs = std::filesystem;
using lvce::Findings;
using lvce::ReadRoster;
using lvce::RosterUnit;
using lvce::Severity;
using namespace lvce::test;

namespace {

class RosterFile {
 public:
  RosterFile(const std::string& name, const std::string& bytes) : folder_(fs::temp_directory_path() / ("lvce-roster-test-" + std::to_string(::getpid()))) {
    fs::create_directories(folder_);
    file_ = folder_ / name;
    REQUIRE(lvce::write_file(file_, bytes));
  }
  ~RosterFile() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  const fs::path& file() const { return file_; }
  const fs::path& folder() const { return folder_; }

 private:
  fs::path folder_, file_;
};

ReadRoster read_csv(const std::string& text) {
  const RosterFile roster("名单.csv", text);
  return lvce::read_roster(roster.file());
}

ReadRoster read_sheets(const std::vector<SheetXml>& sheets) {
  const RosterFile roster("名单.xlsx", book_of(sheets));
  return lvce::read_roster(roster.file());
}

std::vector<std::string> told(const Findings& findings, const std::string& code) {
  std::vector<std::string> places;
  for (const lvce::Finding& finding : findings)
    if (finding.code == code) places.push_back(finding.place.text());
  return places;
}

}  // namespace

TEST_CASE("A roster's columns are read by their names, in any order") {
  const ReadRoster read = read_csv(
      "已命名年度,单位名称,文件夹,单位编号,单位层级,单位类别,归口部门,评价标准,共用材料,数据来源单位,收件日期,片区\n"
      "2020,某县财政局,甲/财政局,A01,县级,行政机关,政府办,shanxi-2021,大院,某县政府办,2021年10月12日,城东\n");
  REQUIRE(read.roster);
  CHECK(read.findings.empty());
  REQUIRE(read.roster->units.size() == 1);
  const RosterUnit& unit = read.roster->units.front();
  CHECK(unit.name == "某县财政局");
  CHECK(unit.folder == "甲/财政局");
  CHECK(unit.number == "A01");
  CHECK(unit.level == "县级");
  CHECK(unit.category == "行政机关");
  CHECK(unit.department == "政府办");
  CHECK(unit.rubric == "shanxi-2021");
  CHECK(unit.shared == "大院");
  CHECK(unit.data_from == "某县政府办");
  CHECK(unit.received == "2021-10-12");
  CHECK(unit.named_year == 2020);
  CHECK(unit.column("片区") == "城东");
  CHECK(unit.column("归口管理部门") == "政府办");
  CHECK(unit.column("没有的列").empty());
  CHECK(read.roster->place_of(unit).text() == "名单.csv 名单!B2");
}

TEST_CASE("A roster may be a single column of names") {
  const ReadRoster read = read_csv("单位名称\n甲局\n乙局\n");
  REQUIRE(read.roster);
  REQUIRE(read.roster->units.size() == 2);
  CHECK(read.roster->find("乙 局") == &read.roster->units[1]);
  CHECK(read.roster->find("丙局") == nullptr);
}

TEST_CASE("Columns under other usual names are understood, with a note") {
  const ReadRoster read = read_csv("序号,单位全称,主管部门\n1,甲局,政府办\n");
  REQUIRE(read.roster);
  CHECK(read.roster->units.front().name == "甲局");
  CHECK(read.roster->units.front().department == "政府办");
  CHECK(read.roster->units.front().column("序号") == "1");
  REQUIRE(read.findings.size() == 1);
  CHECK(read.findings.front().code == "columns-understood");
  CHECK(read.findings.front().severity == Severity::note);
}

TEST_CASE("Two columns that may mean the same are an error, and neither counts") {
  const ReadRoster read = read_csv("单位名称,主管部门,归口单位\n甲局,政府办,党委办\n");
  REQUIRE(read.roster);
  CHECK(read.roster->units.front().department.empty());
  CHECK(told(read.findings, "column-twice").size() == 1);
  CHECK_FALSE(read_csv("单位全称,机关名称\n甲局,乙局\n").roster);
}

TEST_CASE("Errors of a roster are told at their cells, and the other rows are read") {
  const ReadRoster read = read_csv(
      "单位名称,归口部门,收件日期,已命名年度\n"
      "甲局,政府办,昨天,\n"
      ",政府办,,\n"
      "乙局,,,前年\n"
      "丙局,,,\n"
      "丙　局,,,\n");
  REQUIRE(read.roster);
  REQUIRE(read.roster->units.size() == 2);
  CHECK(read.roster->units[0].received.empty());
  CHECK_FALSE(read.roster->units[1].named_year);
  CHECK(read.roster->doubtful.size() == 2);
  CHECK(read.roster->unnamed.size() == 1);
  CHECK(told(read.findings, "roster-date-unreadable") == std::vector<std::string>{"名单.csv 名单!C2"});
  CHECK(told(read.findings, "roster-unit-unnamed") == std::vector<std::string>{"名单.csv 名单!A3"});
  CHECK(told(read.findings, "roster-year-unreadable") == std::vector<std::string>{"名单.csv 名单!D4"});
  CHECK(told(read.findings, "roster-unit-twice") == std::vector<std::string>{"名单.csv 名单!A5"});
}

TEST_CASE("Totals, remarks and rows that only have their number are no units") {
  const ReadRoster read = read_csv("序号,单位名称,归口部门\n1,甲局,政府办\n2,,\n,合计,\n,注：本表由政府办填写,\n");
  REQUIRE(read.roster);
  CHECK(read.roster->units.size() == 1);
  CHECK(read.roster->unnamed.empty());
  CHECK(read.findings.empty());
}

TEST_CASE("A department that is merged down its units holds for each of them") {
  const ReadRoster read = read_sheets({{"名单",
                                        {words({"创建单位名单"}), words({"单位名称", "归口部门"}), words({"甲局", "政府办"}), {text("乙局"), blank()}},
                                        "<mergeCells count=\"1\"><mergeCell ref=\"B3:B4\"/></mergeCells>",
                                        ""}});
  REQUIRE(read.roster);
  REQUIRE(read.roster->units.size() == 2);
  CHECK(read.roster->units[1].department == "政府办");
}

TEST_CASE("Of several sheets that look like a roster the one of that name is read, else it is asked") {
  const SheetXml first{"一季度", {words({"单位名称"}), words({"甲局"})}, "", ""};
  const SheetXml second{"名单", {words({"单位名称"}), words({"乙局"})}, "", ""};
  const ReadRoster read = read_sheets({first, second});
  REQUIRE(read.roster);
  CHECK(read.roster->units.front().name == "乙局");
  const ReadRoster unclear = read_sheets({first, {"二季度", second.rows, "", ""}});
  CHECK_FALSE(unclear.roster);
  CHECK(told(unclear.findings, "roster-several-sheets").size() == 1);
}

TEST_CASE("What is no roster is refused with the reason") {
  CHECK(told(read_csv("名次,得分\n1,90\n").findings, "roster-no-header").size() == 1);
  CHECK(told(read_csv("单位名称,归口部门\n").findings, "roster-empty").size() == 1);
  CHECK(told(lvce::read_roster("/没有/名单.csv").findings, "roster-unreadable").size() == 1);
  const RosterFile damaged("名单.xlsx", "PK\x03\x04 no zip at all");
  CHECK_FALSE(lvce::read_roster(damaged.file()).roster);
}

TEST_CASE("A CSV roster may have more rows than a workbook's sheet") {
  std::string text = "单位名称,归口部门\n";
  for (int i = 1; i <= 25'000; ++i) text += "第" + std::to_string(i) + "局,政府办\n";
  const ReadRoster read = read_csv(text);
  REQUIRE(read.roster);
  CHECK(read.roster->units.size() == 25'000);
  CHECK(read.roster->find("第24999局")->row == 25'000);
}

TEST_CASE("A unit's folder is the one that is named, else the one of its name") {
  const RosterFile file("名单.csv", "单位名称,文件夹\n甲局,东\\甲\n乙局,\n丙局,/别处/丙\n");
  const ReadRoster read = lvce::read_roster(file.file());
  REQUIRE(read.roster);
  CHECK(read.roster->folder_of(read.roster->units[0]) == file.folder() / "东/甲");
  CHECK(read.roster->folder_of(read.roster->units[1]) == file.folder() / "乙局");
  CHECK(read.roster->folder_of(read.roster->units[2]) == "/别处/丙");
}

TEST_CASE("Units are told apart by their names without widths, blanks and marks that are not seen") {
  CHECK(lvce::unit_key("某县（城关）财政局") == lvce::unit_key("某县(城关) 财政局\u200B"));
  CHECK(lvce::unit_key("某县财政局") != lvce::unit_key("某县财政局（机关）"));
}
