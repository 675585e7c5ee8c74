#include "support/finding.h"

#include <catch2/catch.hpp>

using namespace lvce;

TEST_CASE("a place is told as people find it", "[place]") {
  CHECK(in_cell("台账.xlsx", "能耗台账", "C5").text() == "台账.xlsx 能耗台账!C5");
  CHECK(in_sheet("台账.xlsx", "能耗台账", "2021年").text() == "台账.xlsx 能耗台账 2021年");
  CHECK(in_sheet("台账.xlsx", "单位信息", "（单位类别）").text() == "台账.xlsx 单位信息（单位类别）");
  CHECK(in_sheet("", "单位信息", "评价年度").text() == "单位信息 评价年度");
  CHECK(in_cell("", "单位信息", "B14").text() == "单位信息!B14");
  CHECK(in_file("台账.xlsx").text() == "台账.xlsx");
  CHECK(in_lines("rubric.yaml", 4, 5).text() == "rubric.yaml:4:5");
  CHECK(in_lines("templates/a.md", 3).text() == "templates/a.md:3");
  CHECK(in_lines("templates/a.md", 0).text() == "templates/a.md");
  CHECK(on_page("05 佐证材料汇编.pdf", 12).text() == "05 佐证材料汇编.pdf 第12页");
  CHECK(on_disk("/tmp/输出").text() == "/tmp/输出");
  CHECK(in_evidence("").text() == "佐证材料");
  CHECK(in_evidence("2.1.1 通知.pdf").text() == "佐证材料/2.1.1 通知.pdf");
  CHECK(evidence_of("2.2.5.4").text() == "佐证材料 2.2.5.4");
  CHECK(evidence_of("2.2.5.4").indicator == "2.2.5.4");
  CHECK(at_indicator("2.2.1").text() == "指标 2.2.1");
}

TEST_CASE("what a place concerns does not change how it is told", "[place]") {
  const Place place = in_cell("台账.xlsx", "自评", "E5").of("2.1.1");
  CHECK(place.indicator == "2.1.1");
  CHECK(place.text() == "台账.xlsx 自评!E5");
}

TEST_CASE("findings of 佐证材料 are said of another folder", "[place]") {
  Findings findings = {Finding::error("a", in_evidence("甲.pdf"), "坏"), Finding::warning("b", on_disk("佐证材料之二/乙.pdf"), "疑"),
                       Finding::note("c", in_evidence(""), "两处").at_all({in_evidence("甲.pdf"), in_evidence("乙/丙.pdf")})};
  findings[2].cause = findings[0].key();
  move_evidence(findings, "盖章件");
  CHECK(findings[0].place.path == "盖章件/甲.pdf");
  CHECK(findings[1].place.path == "佐证材料之二/乙.pdf");
  CHECK(findings[2].place.path == "盖章件");
  CHECK(findings[2].places[1].path == "盖章件/乙/丙.pdf");
  CHECK(index_of_cause(findings, findings[2]) == 0U);
}

TEST_CASE("a cause is found wherever sorting has put it", "[finding]") {
  Findings findings = {Finding::note("target-not-computable", in_sheet("台账.xlsx", "目标任务", "人均用水量"), "无法判断"),
                       Finding::missing("base-missing", in_cell("台账.xlsx", "年度基数", "D3"), "用水人数未填"),
                       Finding::error("cell-not-a-number", in_cell("台账.xlsx", "能耗台账", "C5"), "不是数字")};
  findings[0].cause = findings[1].key();
  arrange_for_reader(findings);
  CHECK(findings[0].code == "cell-not-a-number");
  REQUIRE(findings[2].code == "target-not-computable");
  CHECK(index_of_cause(findings, findings[2]) == 1U);
  CHECK_FALSE(index_of_cause(findings, findings[0]));
  findings.erase(findings.begin() + 1);
  CHECK_FALSE(index_of_cause(findings, findings[1]));
}

TEST_CASE("what costs points is read behind the error that it follows from, which costs them too", "[finding]") {
  Findings findings = {
      Finding::missing("evidence-missing", evidence_of("2.2.2"), "缺少制度").costing(Points::from_hundredths(500)),
      Finding::missing("target-not-computable", in_sheet("台账.xlsx", "目标任务", "人均用水量"), "无法判断").costing(Points::from_hundredths(900)),
      Finding::warning("z", in_file("甲"), "疑"), Finding::error("target-unlikely", in_cell("台账.xlsx", "目标任务", "B3"), "高得不合理")};
  findings[1].cause = findings[3].key();
  findings[0].cause = findings[2].key();
  arrange_for_reader(findings);
  std::string order;
  for (const Finding& finding : findings) order += finding.code + " ";
  CHECK(order == "target-unlikely target-not-computable evidence-missing z ");
  CHECK(findings[0].points == Points::from_hundredths(900));
}

TEST_CASE("points that cost nothing are none; one finding counts its places", "[finding]") {
  CHECK_FALSE(Finding::error("a", in_file("x"), "坏").costing(Points()).points);
  CHECK(Finding::error("a", in_file("x"), "坏").costing(Points::from_hundredths(150)).points == Points::from_hundredths(150));
  CHECK(Finding::error("a", in_file("x"), "坏").count() == 1);
  CHECK(Finding::error("a", in_file("x"), "坏").at_all({in_file("x"), in_file("y"), in_file("z")}).count() == 3);
}

TEST_CASE("severities: order, words, what blocks", "[finding]") {
  Findings findings = {Finding::note("n", in_file("x"), "说"), Finding::warning("w", in_file("x"), "疑"), Finding::missing("m", in_file("x"), "缺"),
                       Finding::error("e", in_file("x"), "错"), Finding::error("f", in_file("x"), "错")};
  arrange_for_reader(findings);
  std::string codes;
  for (const Finding& finding : findings) codes += finding.code + std::string(severity_label(finding.severity)) + " ";
  CHECK(codes == "e错误 f错误 m缺项 w提醒 n说明 ");
  CHECK_FALSE(is_complete(findings));
  CHECK(is_complete({Finding::warning("w", in_file("x"), "疑")}));
  CHECK_FALSE(is_complete({Finding::missing("m", in_file("x"), "缺")}));
}

TEST_CASE("the office's answer stands behind the message", "[finding]") {
  Finding finding = Finding::warning("base-changed", in_file("x"), "比上年增加 20%");
  CHECK(finding.told() == "比上年增加 20%");
  finding.answer = "新楼启用";
  CHECK(finding.told() == "比上年增加 20%；单位说明：新楼启用");
}

TEST_CASE("what costs most is read first, then by severity and place; the same words of many places are said once", "[finding]") {
  Findings findings = {Finding::warning("w", in_cell("台账.xlsx", "能耗台账", "C10"), "不是数字", "改"),
                       Finding::error("e", in_file("乙"), "错"),
                       Finding::missing("m", in_file("甲"), "缺").costing(Points::from_hundredths(100)),
                       Finding::warning("w", in_cell("台账.xlsx", "能耗台账", "C5"), "不是数字", "改"),
                       Finding::missing("m", in_file("丙"), "缺").costing(Points::from_hundredths(900)),
                       Finding::warning("w", in_cell("台账.xlsx", "能耗台账", "C6"), "不是数字", "另改")};
  arrange_for_reader(findings);
  std::string order;
  for (const Finding& finding : findings) order += finding.code + "@" + finding.where() + " ";
  CHECK(order == "m@丙 m@甲 e@乙 w@台账.xlsx 能耗台账!C6 w@台账.xlsx 能耗台账!C10、C5 ");
  CHECK(findings.back().count() == 2);
  arrange_for_reader(findings);
  CHECK(findings.back().count() == 2);
}
