// Cells as tired clerks leave them: merged over rows, 同上, placeholders, remarks that take an answer back, columns of another year.
#include "workbook/unit_folder.h"
#include "workbook/xlsx/xlsx_builder.h"

using namespace lvce;
using namespace lvce::test;

namespace {

ReadWorkbook read_sheets(const std::vector<SheetXml>& sheets) {
  TempUnit folder;
  folder.add("台账.xlsx", book_of(sheets));
  return folder.read();
}

ReadWorkbook read_unit(const std::vector<std::vector<std::string>>& items) {
  std::vector<Row> rows = {words({"项目", "内容"}), words({"单位名称", "示例局"})};
  for (const auto& item : items) rows.push_back(words(item));
  return read_sheets({{"单位信息", rows, "", ""}});
}

const SheetXml kUnit{"单位信息", {words({"项目", "内容"}), words({"单位名称", "示例局"})}, "", ""};

}  // namespace

TEST_CASE("自评: an office merged over rows is that of all of them, 同上 that of the row above, a dash none", "[workbook]") {
  const SheetXml scores{
      "自评",
      {words({"指标编号", "完成情况", "自评得分", "说明", "责任科室", "责任人"}), words({"2.1.1", "是", "2", "无", "综合科", "节能员"}),
       words({"2.1.2", "是", "2", "/", "", "同上"}), words({"2.1.3", "是", "2", "见附件", "财务处", "/"}), words({"2.1.4", "是", "2", "—", "〃", "〃"})},
      "<mergeCells count=\"1\"><mergeCell ref=\"E2:E3\"/></mergeCells>",
      ""};
  const ReadWorkbook read = read_sheets({kUnit, scores});
  REQUIRE(read.workbook);
  const auto& rows = read.workbook->scores;
  REQUIRE(rows.size() == 4);
  CHECK((rows[0].department == "综合科" && rows[1].department == "综合科" && rows[2].department == "财务处" && rows[3].department == "财务处"));
  CHECK((rows[0].person == "节能员" && rows[1].person == "节能员" && rows[2].person.empty() && rows[3].person.empty()));
  CHECK((rows[0].note.empty() && rows[1].note.empty() && rows[2].note == "见附件" && rows[3].note.empty()));
}

TEST_CASE("自评: one claim merged over several indicators is none of them", "[workbook]") {
  const SheetXml scores{
      "自评",
      {words({"指标编号", "完成情况", "自评得分"}), {text("5.1.1"), text("是"), number("3")}, words({"5.1.2", "是"}), {text("5.1.3"), text("是"), number("2")}},
      "<mergeCells count=\"1\"><mergeCell ref=\"C2:C3\"/></mergeCells>",
      ""};
  const ReadWorkbook read = read_sheets({kUnit, scores});
  REQUIRE(read.workbook);
  const auto& rows = read.workbook->scores;
  REQUIRE(rows.size() == 3);
  CHECK((rows[0].claim.broken && rows[1].claim.broken && rows[2].claim.value == Points::parse("2")));
  const Finding* said = find_code(read.findings, "claim-unreadable", "台账.xlsx 自评!C2");
  REQUIRE(said);
  CHECK(said->message == "自评得分的格子从第 2 行合并到第 3 行，是几项指标的合计还是各项的得分看不出来，没有采用");
}

TEST_CASE("自评: a column of last year or of a plan is not this year's", "[workbook]") {
  const SheetXml scores{
      "自评",
      {words({"指标编号", "完成情况", "自评得分（上年）", "自评得分", "完成情况（计划）"}), {text("2.1.1"), text("是"), number("1"), number("2"), text("否")}},
      "",
      ""};
  const ReadWorkbook read = read_sheets({kUnit, scores});
  REQUIRE(read.workbook);
  REQUIRE(read.workbook->scores.size() == 1);
  CHECK(read.workbook->scores[0].claim.value == Points::parse("2"));
  CHECK(read.workbook->scores[0].done.value == "是");
  CHECK_FALSE(find_code(read.findings, "column-twice"));
}

TEST_CASE("单位信息: a placeholder is still to be filled in", "[workbook]") {
  const ReadWorkbook read = read_unit({{"特色做法", "【请填写】"}, {"存在问题", "XXX"}, {"下一步工作", "/"}, {"创建工作开展情况", "无"}});
  REQUIRE(read.workbook);
  for (const char* item : {"特色做法", "存在问题", "下一步工作"}) CHECK(read.workbook->unit.text(item).empty());
  CHECK(read.workbook->unit.text("创建工作开展情况") == "无");
}

TEST_CASE("单位信息: a bracket that says otherwise is asked", "[workbook]") {
  for (const char* typed : {"无（2020年发生1起）", "无（有）", "无（待核实）"}) {
    INFO(typed);
    CHECK(find_code(read_unit({{"近三年重大安全事故", typed}}).findings, "unit-item-unreadable"));
  }
  for (const char* typed : {"无", "未发生", "0起", "近三年内未发生重大安全事故", "无（没有发生）", "无（0起）", "无（近三年无事故发生）"}) {
    INFO(typed);
    CHECK(read_unit({{"近三年重大安全事故", typed}}).workbook->unit.text("近三年重大安全事故") == "无");
  }
  CHECK(find_code(read_unit({{"物业管理", "否（2021年6月起有）"}}).findings, "unit-item-unreadable"));
  CHECK(find_code(read_unit({{"供热计量", "按热量（部分按面积）"}}).findings, "unit-item-unreadable"));
  CHECK(read_unit({{"供热计量", "按面积（无热计量表）"}}).workbook->unit.text("供热计量") == "按面积");
  CHECK(read_unit({{"单位层级", "区级"}}).workbook->unit.text("单位层级") == "县级");
}

TEST_CASE("目标任务: metrics and headers by their usual names, blank where none was assigned, 0 told", "[workbook]") {
  const SheetXml targets{
      "目标任务",
      {words({"指标", "下降目标（%）"}), {text("人均水资源消耗"), number("0.8")}, {text("人均能耗"), text("未下达")}, {text("单位建筑面积能耗"), number("0")}},
      "",
      ""};
  const ReadWorkbook read = read_sheets({kUnit, targets});
  REQUIRE(read.workbook);
  const auto& rows = read.workbook->targets;
  REQUIRE(rows.size() == 2);
  CHECK((rows[0].metric == "人均用水量" && rows[0].required_pct.value == Decimal::parse("0.8")));
  CHECK((rows[1].metric == "单位建筑面积能耗" && rows[1].required_pct.value == Decimal(0)));
  CHECK(find_code(read.findings, "target-zero", "台账.xlsx 目标任务!B4"));
}
