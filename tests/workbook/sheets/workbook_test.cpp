// From sheets to meaning: one case per rule of the workbook's contract.
#include <catch2/catch.hpp>

#include <filesystem>

#include <unistd.h>

#include "support/files.h"
#include "support/text.h"
#include "workbook/workbook.h"
#include "workbook/xlsx/xlsx_builder.h"

using namespace lvce;
using namespace lvce::test;
namespace fs = std::filesystem;

namespace {

/// A unit folder under the system's temporary folder, removed at the end.
class UnitFolder {
 public:
  UnitFolder() : path_(fs::temp_directory_path() / ("lvce-workbook-test-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~UnitFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  UnitFolder(const UnitFolder&) = delete;
  UnitFolder& operator=(const UnitFolder&) = delete;
  void add(const std::string& name, const std::string& bytes) const { REQUIRE(write_file(path_ / name, bytes)); }
  const fs::path& path() const { return path_; }
  ReadWorkbook read() const { return read_unit_workbook(path_, std::nullopt); }

 private:
  fs::path path_;
};

SheetXml unit_sheet(std::vector<Row> more = {}) {
  SheetXml sheet{"单位信息", {words({"项目", "内容"}), words({"单位名称", "示例局"})}, "", ""};
  for (Row& row : more) sheet.rows.push_back(std::move(row));
  return sheet;
}

ReadWorkbook read_sheets(std::vector<SheetXml> sheets) {
  sheets.insert(sheets.begin(), unit_sheet());
  UnitFolder folder;
  folder.add("台账.xlsx", book_of(sheets));
  return folder.read();
}

const Finding* find(const Findings& findings, const std::string& code, const std::string& where = {}) {
  for (const Finding& finding : findings) {
    if (finding.code == code && (where.empty() || finding.place.text() == where)) return &finding;
  }
  return nullptr;
}

int count(const Findings& findings, const std::string& code) {
  int out = 0;
  for (const Finding& finding : findings) out += finding.code == code ? 1 : 0;
  return out;
}

std::string shown(const Given<Decimal>& given) { return given.broken ? "broken" : given.value ? given.value->shortest() : "blank"; }

}  // namespace

TEST_CASE("单位信息: items are normalised and traced to their cells", "[workbook]") {
  UnitFolder folder;
  folder.add("台账.xlsx", book_of({unit_sheet({
                              {text("评价年度"), number("2021")},
                              {text("能耗年度"), text("2020年")},
                              {text("填报日期"), date("44481")},
                              {text("物业管理（是/否）"), text("√")},
                              {text("机关食堂："), boolean(true)},
                              {text("数据机房"), text("×")},
                              {text("近三年重大安全事故"), text("否")},
                              {text("供热计量"), text("按热量")},
                              {text("单位基本情况"), text("第一段\n第二段")},
                              {text("自定项目"), text("内容")},
                              {text("合署办公"), text("也许")},
                              {text("办公电话"), number("3510000000")},
                          })}));
  const ReadWorkbook read = folder.read();
  REQUIRE(read.workbook);
  const UnitInfo& unit = read.workbook->unit;
  CHECK(unit.text("单位名称") == "示例局");
  CHECK(unit.year("评价年度") == 2021);
  CHECK(unit.year("能耗年度") == 2020);
  CHECK(unit.text("填报日期") == "2021-10-12");
  CHECK(unit.yes("物业管理"));
  CHECK(unit.yes("机关食堂"));
  CHECK(unit.text("数据机房") == "否");
  CHECK(unit.text("近三年重大安全事故") == "无");
  CHECK(unit.text("单位基本情况") == "第一段\n第二段");
  CHECK(unit.text("办公电话") == "3510000000");
  CHECK(unit.text("自定项目") == "内容");
  CHECK(unit.text("合署办公").empty());
  CHECK(unit.broken.contains("合署办公"));
  CHECK(unit.places.at("评价年度").text() == "单位信息!B3");
  CHECK(find(read.findings, "unit-item-unknown", "台账.xlsx 单位信息!A12"));
  REQUIRE(find(read.findings, "unit-item-unreadable", "台账.xlsx 单位信息!B13"));
  CHECK(find(read.findings, "unit-item-unreadable")->severity == Severity::error);
}

TEST_CASE("填报日期 in all its forms", "[workbook]") {
  for (const char* typed : {"2021年10月12日", "2021-10-12", "2021/10/12", "20211012", "２０２１．１０．１２", "2021-10-12 08:30:00"}) {
    UnitFolder folder;
    folder.add("a.xlsx", book_of({unit_sheet({{text("填报日期"), text(typed)}})}));
    INFO(typed);
    CHECK(folder.read().workbook->unit.text("填报日期") == "2021-10-12");
  }
  for (const char* typed : {"2021年10月", "2021-02-30", "十月十二日", "1021-10-12"}) {
    UnitFolder folder;
    folder.add("a.xlsx", book_of({unit_sheet({{text("填报日期"), text(typed)}})}));
    INFO(typed);
    CHECK(find(folder.read().findings, "unit-item-unreadable"));
  }
}

TEST_CASE("能耗台账: a title above, units in both brackets, columns in any order, years merged down", "[workbook]") {
  SheetXml ledger{
      " 能耗台账 ", {words({"某局能源消费台账"}), words({"月份", "年度", "水（吨）", "电(万千瓦时)", "汽油（吨）", "热力（百万千焦）", "备注"})}, "", ""};
  ledger.rows.push_back({text("1月"), number("2020"), number("10"), text("1,234.5"), number("0.5"), number("3")});
  ledger.rows.push_back({number("2"), blank(), text("１２"), number("0"), blank(), number("2")});
  ledger.rows.push_back({text("全年"), text("2019年"), number("99"), number("7")});
  ledger.rows.push_back({text("合计"), blank(), number("121")});
  ledger.after = "<mergeCells><mergeCell ref=\"B3:B4\"/></mergeCells>";
  const ReadWorkbook read = read_sheets({ledger});
  REQUIRE(read.workbook);
  const Ledger& out = read.workbook->ledger;
  REQUIRE(out.rows.size() == 3);
  CHECK(out.rows[0].year == 2020);
  CHECK(out.rows[0].month == 1);
  CHECK(out.rows[0].row == 3);
  CHECK(shown(out.rows[0].quantities.at(Carrier::electricity)) == "1234.5");
  CHECK(shown(out.rows[0].quantities.at(Carrier::petrol)) == "0.5");
  CHECK(out.rows[0].quantities.at(Carrier::electricity).place.text() == "能耗台账!D3");
  CHECK(out.rows[1].year == 2020);
  CHECK(out.rows[1].month == 2);
  CHECK(shown(out.rows[1].quantities.at(Carrier::water)) == "12");
  CHECK(shown(out.rows[1].quantities.at(Carrier::electricity)) == "0");
  CHECK(shown(out.rows[1].quantities.at(Carrier::petrol)) == "blank");
  CHECK(out.rows[2].month == 0);
  REQUIRE(out.columns.size() == 4);
  CHECK(out.columns[0].unit == QuantityUnit::ten_thousand_kwh);
  CHECK(out.columns[1].unit == QuantityUnit::m3);
  CHECK(out.columns[2].unit == QuantityUnit::tonne);
  CHECK(out.columns[3].unit == QuantityUnit::gigajoule);
  CHECK(find(read.findings, "total-row-skipped"));
  CHECK_FALSE(find(read.findings, "columns-ignored"));
}

TEST_CASE("能耗台账: everything wrong is told in one run, the rest goes on", "[workbook]") {
  SheetXml ledger{"能耗台账", {words({"年度", "月份", "电（千瓦时）", "水", "天然气（斤）", "其他列"})}, "", ""};
  ledger.rows.push_back({number("2020"), number("1"), text("八百"), number("-5"), number("3"), number("9")});
  ledger.rows.push_back({number("2020"), number("2"), error("#REF!"), formula(""), blank()});
  ledger.rows.push_back({number("2020"), number("3"), text("1,23"), date("44481"), blank()});
  ledger.rows.push_back({number("2020"), text("十三月"), number("1"), number("1")});
  ledger.rows.push_back({blank(), number("4"), number("1"), number("1")});
  ledger.rows.push_back({text("去年"), number("4"), number("1"), number("1")});
  ledger.rows.push_back({number("2020"), number("5"), number("77"), number("7")});
  ledger.rows.push_back(words({"注：电表读数见附件"}));
  ledger.rows.push_back({blank(), number("5"), blank(), blank()});  // waits to be filled in
  const ReadWorkbook read = read_sheets({ledger});
  REQUIRE(read.workbook);
  const Findings& all = read.findings;
  CHECK(find(all, "cell-not-a-number", "台账.xlsx 能耗台账!C2"));
  CHECK(find(all, "cell-negative", "台账.xlsx 能耗台账!D2"));
  CHECK(find(all, "cell-formula-error", "台账.xlsx 能耗台账!C3"));
  CHECK(find(all, "cell-not-computed", "台账.xlsx 能耗台账!D3"));
  CHECK(find(all, "cell-not-a-number", "台账.xlsx 能耗台账!C4"));
  CHECK(find(all, "cell-not-a-number", "台账.xlsx 能耗台账!D4"));
  CHECK(find(all, "month-unreadable", "台账.xlsx 能耗台账!B5"));
  CHECK(find(all, "row-without-year", "台账.xlsx 能耗台账!A6"));
  CHECK_FALSE(find(all, "row-without-year", "台账.xlsx 能耗台账!A10"));
  CHECK(find(all, "year-unreadable", "台账.xlsx 能耗台账!A7"));
  CHECK(find(all, "unit-unknown", "台账.xlsx 能耗台账!E1"));
  CHECK(find(all, "unit-assumed"));
  CHECK(find(all, "columns-ignored"));
  CHECK(find(all, "remark-row-skipped", "台账.xlsx 能耗台账!A9"));
  const Ledger& out = read.workbook->ledger;
  REQUIRE(out.rows.size() == 4);
  CHECK(shown(out.rows[0].quantities.at(Carrier::electricity)) == "broken");
  CHECK(shown(out.rows[0].quantities.at(Carrier::natural_gas)) == "broken");
  CHECK(shown(out.rows[1].quantities.at(Carrier::natural_gas)) == "blank");
  CHECK(shown(out.rows[3].quantities.at(Carrier::electricity)) == "77");
}

TEST_CASE("能耗台账: a month twice breaks what either row gives", "[workbook]") {
  SheetXml ledger{"能耗台账", {words({"年度", "月份", "电（度）", "水（m³）", "柴油（升）"})}, "", ""};
  ledger.rows.push_back({number("2020"), number("1"), number("10"), blank(), blank()});
  ledger.rows.push_back({number("2020"), text("一月"), number("10"), number("2"), blank()});
  const ReadWorkbook read = read_sheets({ledger});
  REQUIRE(read.workbook->ledger.rows.size() == 1);
  const auto& quantities = read.workbook->ledger.rows[0].quantities;
  CHECK(shown(quantities.at(Carrier::electricity)) == "broken");
  CHECK(shown(quantities.at(Carrier::water)) == "broken");
  CHECK(shown(quantities.at(Carrier::diesel)) == "blank");
  CHECK(find(read.findings, "duplicate-month", "台账.xlsx 能耗台账!B3"));
}

TEST_CASE("a column of nearly the wanted name is taken, others are ignored", "[workbook]") {
  const ReadWorkbook read = read_sheets({{"能耗台账", {words({"年度", "月份", "用电量", "水（m³）", "经办人"})}, "", ""}});
  const Finding* taken = find(read.findings, "columns-understood");
  REQUIRE(taken);
  CHECK(taken->message == "「用电量」按「电」读取");
  REQUIRE(find(read.findings, "columns-ignored"));
  CHECK(find(read.findings, "columns-ignored")->message.find("经办人") != std::string::npos);
  CHECK(find(read.findings, "columns-ignored")->severity == Severity::note);
}

TEST_CASE("a column given twice counts in neither", "[workbook]") {
  SheetXml ledger{"能耗台账", {words({"年度", "月份", "电（度）", "电（千瓦时）", "水（m³）"})}, "", ""};
  ledger.rows.push_back({number("2020"), number("1"), blank(), number("8"), number("2")});
  const ReadWorkbook read = read_sheets({ledger});
  CHECK(find(read.findings, "column-twice"));
  CHECK(shown(read.workbook->ledger.rows.at(0).quantities.at(Carrier::electricity)) == "broken");
  CHECK(shown(read.workbook->ledger.rows.at(0).quantities.at(Carrier::water)) == "2");
}

TEST_CASE("年度基数: units, text numbers, a year twice", "[workbook]") {
  SheetXml bases{"年度基数", {words({"年度", "建筑面积（万平方米）", "用能人数（人）", "公务用车数量", "用水人数（千人）"})}, "", ""};
  bases.rows.push_back({number("2019"), number("1.2"), text(" １８０ "), number("0"), number("1")});
  bases.rows.push_back({text("2020年度"), number("1.25"), number("182"), blank()});
  bases.rows.push_back({number("2020"), number("1.25"), number("182"), blank()});
  const ReadWorkbook read = read_sheets({bases});
  REQUIRE(read.workbook->bases.size() == 2);
  const YearBase& first = read.workbook->bases[0];
  CHECK(shown(first.area_m2) == "12000");
  CHECK(shown(first.energy_users) == "180");
  CHECK(shown(first.official_vehicles) == "0");
  CHECK(shown(first.heated_area_m2) == "blank");
  CHECK(shown(first.water_users) == "broken");
  CHECK(find(read.findings, "unit-unknown", "台账.xlsx 年度基数!E1"));
  CHECK(shown(read.workbook->bases[1].area_m2) == "broken");
  CHECK(shown(read.workbook->bases[1].official_vehicles) == "blank");
  CHECK(find(read.findings, "duplicate-year", "台账.xlsx 年度基数!A4"));
}

TEST_CASE("目标任务: a percentage is told, never guessed", "[workbook]") {
  SheetXml targets{"目标任务", {words({"指标", "下降率要求", "定额值"})}, "", ""};
  targets.rows.push_back({text("人均综合能耗"), percent("0.025"), blank()});
  targets.rows.push_back({text("单位建筑面积能耗"), text("2.4％"), number("18")});
  targets.rows.push_back({text("人均用水量"), number("0.5"), blank()});
  targets.rows.push_back({text("单位建筑面积碳排放"), number("1.5"), blank()});
  targets.rows.push_back({text("人均用电量"), number("2"), blank()});
  const ReadWorkbook read = read_sheets({targets});
  REQUIRE(read.workbook->targets.size() == 4);
  CHECK(shown(read.workbook->targets[0].required_pct) == "2.5");
  CHECK(shown(read.workbook->targets[1].required_pct) == "2.4");
  CHECK(shown(read.workbook->targets[1].quota) == "18");
  CHECK(shown(read.workbook->targets[2].required_pct) == "broken");
  CHECK(shown(read.workbook->targets[3].required_pct) == "1.5");
  CHECK(find(read.findings, "cell-percent-unclear", "台账.xlsx 目标任务!B4"));
  CHECK(find(read.findings, "target-unknown", "台账.xlsx 目标任务!A6"));
}

TEST_CASE("自评: ids, answers and claims", "[workbook]") {
  SheetXml scores{"自评", {words({"指标编号", "评价内容", "分值", "完成情况", "自评得分", "说明", "责任科室", "完成时限"})}, "", ""};
  scores.rows.push_back({text("２．01.1"), text("累计最高得1分"), number("1"), text("是"), number("1"), blank(), text("综合科"), date("44481")});
  scores.rows.push_back({number("2.1"), blank(), blank(), text("是"), number("1")});
  scores.rows.push_back({date("37257"), blank(), blank(), text("是"), number("1")});
  scores.rows.push_back({text("3.1.2"), blank(), blank(), percent("0.95"), number("1.125")});
  scores.rows.push_back({text("3.1.3"), blank(), blank(), number("0.9"), number("-1")});
  scores.rows.push_back({text("3.1.4"), blank(), blank(), boolean(true), text("0.75")});
  scores.rows.push_back({text("3.1.5"), blank(), blank(), date("44199"), number("2")});
  scores.rows.push_back({text("4.1.1"), blank(), blank(), text("是"), number("2")});
  scores.rows.push_back({text("4.1.1"), blank(), blank(), text("是"), number("1")});
  scores.rows.push_back({text("第五项"), blank(), blank(), text("是"), number("1")});
  scores.rows.push_back({text("合计"), blank(), blank(), blank(), number("99")});
  scores.rows.push_back(words({"注：自评得分由各科室填写"}));
  const ReadWorkbook read = read_sheets({scores});
  const std::vector<SelfScore>& out = read.workbook->scores;
  REQUIRE(out.size() == 5);
  CHECK(out[0].indicator == "2.1.1");
  CHECK(out[0].claim.value == Points::parse("1"));
  CHECK(out[0].department == "综合科");
  CHECK(out[0].due == "2021-10-12");
  CHECK(out[0].printed_text == "累计最高得1分");
  CHECK(out[0].printed_points == "1");
  CHECK(out[1].done.value == "95%");
  CHECK(out[1].done_is_percent);
  CHECK(out[1].done_number == Decimal(95));
  CHECK(out[1].claim.broken);
  CHECK(out[2].done_number == Decimal::parse("0.9"));
  CHECK_FALSE(out[2].done_is_percent);
  CHECK(out[2].claim.broken);
  CHECK(out[3].done.value == "是");
  CHECK(out[3].claim.value == Points::parse("0.75"));
  CHECK(out[4].done.broken);
  CHECK(count(read.findings, "indicator-not-text") == 2);
  CHECK(find(read.findings, "indicator-not-text", "台账.xlsx 自评!A3"));
  CHECK(find(read.findings, "claim-unreadable", "台账.xlsx 自评!E5"));
  CHECK(find(read.findings, "cell-negative", "台账.xlsx 自评!E6"));
  CHECK(find(read.findings, "done-is-date", "台账.xlsx 自评!D8"));
  CHECK(find(read.findings, "duplicate-indicator", "台账.xlsx 自评!A10"));
  CHECK(find(read.findings, "indicator-unreadable", "台账.xlsx 自评!A11"));
  CHECK(find(read.findings, "total-row-skipped", "台账.xlsx 自评!A12"));
  CHECK(find(read.findings, "remark-row-skipped", "台账.xlsx 自评!A13"));
}

TEST_CASE("折算系数, 核对说明 and detail ledgers are kept as they stand", "[workbook]") {
  const ReadWorkbook read = read_sheets({
      {"折算系数", {words({"项目", "数值", "单位", "年份", "来源"}), {text("原煤"), number("0.7"), text("kgce/kg"), number("2020"), text("化验单")}}, "", ""},
      {"核对说明", {words({"代码", "位置", "说明"}), words({"month-jump", "能耗台账!C5", "七月更换空调"})}, "", ""},
      {"公务用车台账", {words({"车牌", "月份", "加油量（升）"}), {text("晋A00001"), number("1"), text("1,050")}}, "", ""},
  });
  REQUIRE(read.workbook->overrides.size() == 1);
  CHECK(shown(read.workbook->overrides[0].value) == "0.7");
  CHECK(read.workbook->overrides[0].year == "2020");
  REQUIRE(read.workbook->answers.size() == 1);
  CHECK(read.workbook->answers[0].text == "七月更换空调");
  const DetailLedger& cars = read.workbook->details.at("公务用车台账");
  CHECK(cars.headers == std::vector<std::string>{"车牌", "月份", "加油量"});
  CHECK(cars.rows.at(0).cells.at("加油量").number == Decimal(1050));
  CHECK(cars.rows.at(0).cells.at("加油量").place.cell == "C2");
}

TEST_CASE("sheets: missing, extra, hidden and without header", "[workbook]") {
  const ReadWorkbook read = read_sheets(
      {{"备忘", {words({"x"})}, "", ""}, {"选项", {words({"x"})}, "", "hidden"}, {"自评", {words({"编号", "得分"})}, "", ""}});
  REQUIRE(read.workbook);
  CHECK(find(read.findings, "sheet-missing", "台账.xlsx 年度基数"));
  REQUIRE(find(read.findings, "sheet-missing", "台账.xlsx 能耗台账"));
  CHECK(find(read.findings, "sheet-missing")->severity == Severity::missing);
  REQUIRE(find(read.findings, "sheets-ignored"));
  CHECK(find(read.findings, "sheets-ignored")->message.find("备忘") != std::string::npos);
  CHECK(find(read.findings, "sheets-ignored")->message.find("选项") == std::string::npos);
  CHECK(find(read.findings, "sheet-no-header", "台账.xlsx 自评"));
  CHECK_FALSE(read.workbook->has_ledger_sheet);
  CHECK(read.workbook->scores.empty());
  CHECK(find(read.findings, "sheet-missing", "台账.xlsx 能耗台账")->hint.find("lvce map") != std::string::npos);
}

TEST_CASE("a sheet of nearly the name, and a header that lacks one column, are named", "[workbook]") {
  const ReadWorkbook read = read_sheets(
      {{"能源台账", {words({"年度", "月份", "电"})}, "", ""}, {"自评", {words({"自评表"}), words({"评价内容", "完成情况", "自评得分"})}, "", ""}});
  REQUIRE(read.workbook);
  REQUIRE(find(read.findings, "sheet-missing", "台账.xlsx 能耗台账"));
  CHECK(find(read.findings, "sheet-missing", "台账.xlsx 能耗台账")->hint.find("如果“能源台账”就是这张表，请改名为“能耗台账”") != std::string::npos);
  REQUIRE(find(read.findings, "sheet-no-header", "台账.xlsx 自评"));
  CHECK(find(read.findings, "sheet-no-header", "台账.xlsx 自评")->message == "第 2 行像是表头，但没有「指标编号」列，本表没有读取");
}

TEST_CASE("without 单位信息 the workbook cannot be used", "[workbook]") {
  UnitFolder folder;
  folder.add("台账.xlsx", book_of({{"能耗台账", {words({"年度", "月份"})}, "", ""}}));
  const ReadWorkbook read = folder.read();
  CHECK_FALSE(read.workbook);
  CHECK(find(read.findings, "workbook-no-unit-sheet"));
}

TEST_CASE("finding the workbook in the unit folder", "[workbook]") {
  UnitFolder folder;
  const std::string bytes = book_of({unit_sheet()});
  SECTION("lock files and folders do not count") {
    folder.add("台账.XLSX", bytes);
    folder.add("~$台账.xlsx", "lock");
    folder.add(".~lock.台账.xlsx", "lock");
    fs::create_directory(folder.path() / "旧.xlsx");
    const ReadWorkbook read = folder.read();
    REQUIRE(read.workbook);
    CHECK(read.workbook->file == "台账.XLSX");
  }
  SECTION("none, with a format that is not read lying there") {
    folder.add("台账.xlsm", "x");
    const ReadWorkbook read = folder.read();
    REQUIRE(find(read.findings, "workbook-not-found"));
    CHECK(find(read.findings, "workbook-not-found")->message.find("台账.xlsm") != std::string::npos);
  }
  SECTION("none here, but in a folder below") {
    fs::create_directory(folder.path() / "某局");
    folder.add("某局/台账.xlsx", bytes);
    const ReadWorkbook read = folder.read();
    REQUIRE(find(read.findings, "workbook-not-found"));
    CHECK(find(read.findings, "workbook-not-found")->message.find("下一级“某局”里有") != std::string::npos);
  }
  SECTION("two are ambiguous unless one is given") {
    folder.add("甲.xlsx", bytes);
    folder.add("乙.xlsx", bytes);
    REQUIRE(find(folder.read().findings, "workbook-ambiguous"));
    CHECK(find(folder.read().findings, "workbook-ambiguous")->hint.find("--workbook") != std::string::npos);
    CHECK(read_unit_workbook(folder.path(), folder.path() / "甲.xlsx").workbook);
  }
  SECTION("a link that leaves the folder is not followed") {
    const fs::path outside = fs::temp_directory_path() / ("lvce-outside-" + std::to_string(::getpid()) + ".xlsx");
    REQUIRE(write_file(outside, bytes));
    fs::create_symlink(outside, folder.path() / "台账.xlsx");
    CHECK(find(folder.read().findings, "workbook-not-found"));
    fs::remove(outside);
  }
  SECTION("a given file that is not there") { CHECK(find(read_unit_workbook(folder.path(), folder.path() / "没有.xlsx").findings, "workbook-unreadable")); }
}
