// The documents of one office, made from the real templates.
#include <algorithm>

#include <catch2/catch.hpp>

#include "compose/sample.h"
#include "compose/vocabulary.h"
#include "document/cell_text.h"
#include "paths.h"
#include "rubric/rubric.h"

namespace lvce {
namespace {

struct Fixture {
  Fixture() { sample::fill(office); }
  Composed composed() const { return compose_documents(office.assessment, sample::templates()); }
  sample::Office office;
};

bool has(const Document& document, const std::string& words) { return sample::text_of(document).find(words) != std::string::npos; }

int count(const Findings& findings, const std::string& code) {
  return static_cast<int>(std::count_if(findings.begin(), findings.end(), [&](const Finding& f) { return f.code == code; }));
}

const Paragraph* paragraph_with(const Document& document, const std::string& words) {
  for (const Section& section : document.sections) {
    for (const Block& block : section.blocks) {
      const auto* paragraph = std::get_if<Paragraph>(&block);
      if (paragraph == nullptr) continue;
      for (const Run& run : paragraph->runs) {
        if (run.text.find(words) != std::string::npos) return paragraph;
      }
    }
  }
  return nullptr;
}

/// 材料份数 of 06, beside 材料支持得分.
std::string papers_counted(const Document& missing, const std::string& indicator) {
  for (const Section& section : missing.sections) {
    for (const Block& block : section.blocks) {
      const auto* table = std::get_if<Table>(&block);
      if (table == nullptr) continue;
      for (const TableRow& row : table->rows) {
        for (std::size_t i = 0; i + 1 < row.cells.size(); ++i)
          if (row.cells[i].name == "s." + indicator) return cell_text(row.cells[i + 1].value);
      }
    }
  }
  return "";
}

/// An assessment of a real rubric with nothing stated: every indicator there, all points zero.
void judge_nothing(sample::Office& office) {
  office.assessment.indicators.clear();
  office.assessment.items.clear();
  office.assessment.units.clear();
  office.assessment.claimed = office.assessment.supported = Points();
  for (const Unit& unit : office.rubric.units) {
    for (const Item& item : unit.items) {
      for (const Indicator& indicator : item.indicators) {
        office.assessment.indicators.emplace_back();
        office.assessment.indicators.back().indicator = &indicator;
      }
      office.assessment.items.push_back({item.id, {}, {}});
    }
    office.assessment.units.push_back({unit.id, {}, {}});
  }
}

}  // namespace

TEST_CASE_METHOD(Fixture, "The report states the scores and the lost points, and asks for what only people know", "[documents]") {
  const Document report = composed().report;
  CHECK(report.stem == "01 自评报告");
  CHECK(has(report, "某省示例局关于2021年节约型机关创建工作的自评报告"));
  CHECK(has(report, "自评总得分12分（满分15分）"));
  CHECK(has(report, "示例局为正厅级单位。\n内设6个处室。\n"));
  CHECK(has(report, "1.指标2.2.1（满分3分，自评0分）：方案尚未印发，失3分。"));
  CHECK(has(report, "佐证材料有《成立领导小组的通知》《职责分工》，共2份。"));
  CHECK(has(report, "下降9.32%；下达的年度指标为下降1.40%，已完成。"));  // (143.4732 − 158.2212) / 158.2212
  CHECK(has(report, "自评总得分12分，认定分数线为10分。"));              // the verdict is open
  office.assessment.verdict = Verdict::pass;
  CHECK(has(composed().report, "自评总得分12分，达到10分的认定分数线。"));
  CHECK(has(report, "某省示例局\n2021年10月12日"));
  const Paragraph* blank = paragraph_with(report, "【请填写：下一步工作】");
  REQUIRE(blank != nullptr);
  CHECK(blank->runs[0].marked);
  CHECK(report.bookmarks.at(0).title == "一、单位基本情况");
}

TEST_CASE_METHOD(Fixture, "A content counts at each indicator that has it, and a date at the end of a title is printed once", "[documents]") {
  std::vector<EvidenceFile>& files = office.dossier.evidence.files;
  files[0].title = "成立领导小组的通知 2021-03-05";
  files[0].date = {"2021-03-05", DateOrigin::title};
  files[1].copy_of = files[0].path;  // the same paper under another name
  const Document report = composed().report;
  CHECK(has(report, "佐证材料有《成立领导小组的通知》。"));
  const Document missing = composed().missing;
  for (const char* id : {"2.1.1", "2.1.2"}) {
    INFO(id);
    CHECK(papers_counted(missing, id) == "1");
  }
}

TEST_CASE_METHOD(Fixture, "The report names its annexes, whose forms bear the numbers of the notice", "[documents]") {
  const Document report = composed().report;
  CHECK(has(report, "计算过程见《能耗及碳排放计算表》。"));
  CHECK(has(report, "附件：《自评打分表》\n　　　《能耗及碳排放计算表》\n"));
  const Composed all = composed();
  for (const Document* paper : all.papers()) {
    INFO(paper->stem);
    if (paper != &all.report) CHECK(has(report, "《" + paper->stem.substr(paper->stem.find(' ') + 1) + "》"));
  }
  CHECK_FALSE(has(report, "附件2"));
  CHECK_FALSE(has(report, "　2."));
}

TEST_CASE_METHOD(Fixture, "The calculation starts from the cells of the office's own ledger where a mapping read it", "[documents]") {
  Workbook& workbook = office.dossier.workbook;
  workbook.file = "台账.xlsx";
  workbook.mapping = "映射.yaml";
  workbook.by_mapping = {"能耗台账"};
  for (int month = 1; month <= 12; ++month) {
    LedgerRow row{2020, month, month + 1, {}, {}};
    row.quantities[Carrier::electricity] = {Decimal(9000), false, {"2020年", "B" + std::to_string(month + 3), "登记表.xlsx", {}}};
    row.quantities[Carrier::petrol] = {Decimal(1), false, {"用油", "C" + std::to_string(month + 1), "", {}}};
    workbook.ledger.rows.push_back(row);
  }
  const Document energy = composed().energy;
  CHECK(has(energy, "登记表.xlsx 2020年!B4:B15"));
  CHECK(has(energy, "用油!C2:C13"));  // the unit's own workbook needs no name
  CHECK(has(energy, "映射.yaml 能耗台账 其中公务用车汽油 2020年"));
  CHECK_FALSE(has(energy, "能耗台账!"));
  CHECK(has(energy, "能源消费总量（单能耗）"));
}

TEST_CASE_METHOD(Fixture, "Lost points are explained by the office, by the rule, or by what is not filled in", "[documents]") {
  IndicatorResult& lost = office.assessment.indicators.back();  // claims 0
  lost.status = Status::missing;
  lost.stated = nullptr;
  lost.explanation.clear();
  CHECK(has(composed().report, "未填报完成情况，未计分，失"));
  lost.explanation = "2 项 × 1 分，最高 5 分";
  CHECK(has(composed().report, "：2项×1分，最高5分，失"));
  SelfScore stated;
  stated.note = "食堂已停用；";
  lost.stated = &stated;
  CHECK(has(composed().report, "：食堂已停用，失"));
}

TEST_CASE_METHOD(Fixture, "To whom it goes, whom to ask and who gets copies stand in the report where the office says so", "[documents]") {
  CHECK_FALSE(has(composed().report, "抄送"));
  auto& items = office.dossier.workbook.unit.items;
  items["主送机关"] = "某省机关事务管理局";
  items["抄送"] = "某省示例厅";
  items["创建联系人"] = "综合科";
  items["办公电话"] = "0000-0000000";
  const Document report = composed().report;
  CHECK(has(report, "某省机关事务管理局："));
  CHECK(has(report, "（联系人：综合科，联系电话：0000-0000000）"));
  CHECK(has(report, "抄送：某省示例厅。"));
}

TEST_CASE_METHOD(Fixture, "All blank narratives are one finding that names each with its cell", "[documents]") {
  office.dossier.workbook.unit.items.erase("创建工作开展情况");
  const Composed blank = composed();
  CHECK(count(blank.findings, "narrative-blank") == 1);
  const auto found = std::find_if(blank.findings.begin(), blank.findings.end(), [](const Finding& finding) { return finding.code == "narrative-blank"; });
  REQUIRE(found != blank.findings.end());
  CHECK(found->message.find("“创建工作开展情况”") != std::string::npos);
  CHECK(found->message.find("“下一步工作”") != std::string::npos);
  CHECK(found->message.ends_with("没有填写，材料中留有空白"));
  CHECK(found->places.size() == 2);
}

TEST_CASE_METHOD(Fixture, "A blank narrative is one finding, a filled one none", "[documents]") {
  CHECK(count(composed().findings, "narrative-blank") == 1);
  office.dossier.workbook.unit.items["下一步工作"] = "继续改进。";
  const Composed full = composed();
  CHECK(count(full.findings, "narrative-blank") == 0);
  CHECK(has(full.report, "继续改进。"));
}

TEST_CASE_METHOD(Fixture, "Without a paper date the date is left blank, never the clock's", "[documents]") {
  office.assessment.paper_date.clear();
  CHECK(has(composed().report, "　　　　年　　月　　日"));
  CHECK(has(composed().cover, "填报日期：　　　　年　　月　　日"));
}

TEST_CASE_METHOD(Fixture, "The scoring table keeps the official columns, merges units and items and sums live", "[documents]") {
  const Document scores = composed().scores;
  const Table* table = sample::find_table(scores, "自评表");
  REQUIRE(table != nullptr);
  CHECK(table->unit_line == "单位：某省示例局（盖章）");
  std::string head;
  for (const TableCell& cell : table->rows[0].cells) head += cell_text(cell.value) + "|";
  CHECK(head == "序号|评价单元|评价项目|评价标准|自评得分|核查得分|");
  const TableCell& unit = table->rows[3].cells[1];
  CHECK(cell_text(unit.value) == "完善制度体系\n（6分）");
  CHECK(unit.row_span == 3);
  CHECK(unit.repeat_text);
  CHECK(has(scores, "2.明确职责，得2分。"));
  CHECK(has(scores, "1.1 制定实施方案，得3分。"));
  CHECK(sample::find_cell(scores, "item.2.1")->formula == "SUM({claim.2.1.1}:{claim.2.1.2})");
  CHECK(sample::find_cell(scores, "total")->formula == "SUM({item.1.1}:{item.2.2})");
}

TEST_CASE_METHOD(Fixture, "The calculation sheet goes by live formulas from the months to the decline", "[documents]") {
  const Composed made = composed();
  CHECK(count(made.findings, "formula-dropped") == 0);
  const auto formula = [&](const std::string& name) { return sample::find_cell(made.energy, name)->formula; };
  CHECK(formula("t.2020.电") == "SUM({m.2020.电.1}:{m.2020.电.12})");
  CHECK(formula("t.2020.汽油").empty());  // only the year's figure was given
  CHECK(formula("q.2020.电") == "{t.2020.电}");
  CHECK(formula("k.2020.汽油") == "PRODUCT({q.2020.汽油},{cf.2020.汽油},{cm.2020.汽油})");
  CHECK(formula("y.2020.building_kgce") == "{y.2020.total_kgce}-PRODUCT({q.2020.其中公务用车汽油},{cf.2020.汽油},{cm.2020.汽油})");
  CHECK(formula("m.change.per_capita_kgce") == "({m.actual.per_capita_kgce}-{m.base.per_capita_kgce})/{m.base.per_capita_kgce}");
  CHECK(cell_text(sample::find_cell(made.energy, "y.2020.total_kgce")->value) == "14,347.32");  // 108000×0.1229 + 1000×1.4714×0.73
  CHECK(cell_text(sample::find_cell(made.energy, "q.2020.原煤")->value) == "—");
}

TEST_CASE_METHOD(Fixture, "Only factors that the figures use are listed, unconfirmed ones with a mark", "[documents]") {
  const Composed without = composed();
  CHECK(sample::find_cell(without.energy, "f.coal.电") != nullptr);
  CHECK(sample::find_cell(without.energy, "f.density.汽油") != nullptr);
  CHECK(sample::find_cell(without.energy, "f.coal.液化石油气") == nullptr);
  CHECK(cell_text(sample::find_cell(without.energy, "cf.2020.液化石油气")->value).empty());
  CHECK_FALSE(has(without.energy, "没有查到原始出处"));
  office.assessment.energy.years[2019].carriers[Carrier::lpg].used = true;  // one year of the two is enough
  const Composed with = composed();
  REQUIRE(sample::find_cell(with.energy, "f.coal.液化石油气") != nullptr);
  CHECK(sample::find_cell(with.energy, "f.coal.液化石油气")->flagged);
  CHECK(has(with.energy, "没有查到原始出处"));
}

TEST_CASE_METHOD(Fixture, "What cannot be computed is a dash without formula, and so is what depends on it", "[documents]") {
  YearFigures& year = office.assessment.energy.years[2020];
  year.carriers[Carrier::electricity].quantity.reset();
  year.carriers[Carrier::electricity].kgce.reset();
  year.carriers[Carrier::electricity].incomplete = true;
  year.total_kgce.reset();
  year.per_capita_kgce.reset();
  const Composed made = composed();
  CHECK(cell_text(sample::find_cell(made.energy, "y.2020.total_kgce")->value) == "—");
  CHECK(sample::find_cell(made.energy, "y.2020.total_kgce")->formula.empty());
  CHECK(cell_text(sample::find_cell(made.energy, "m.change.per_capita_kgce")->value) == "—");
  CHECK(has(made.report, "人均综合能耗：数据不全，无法与2019年比较"));
}

TEST_CASE_METHOD(Fixture, "The list of what is missing is grouped by office, most urgent first, with person and date", "[documents]") {
  const Composed made = composed();
  const Table* table = sample::find_table(made.missing, "缺项清单");
  REQUIRE(table != nullptr);
  std::string row;
  for (const TableCell& cell : table->rows[1].cells) row += cell_text(cell.value) + "|";
  CHECK(row == "综合处|1|2.2.1|缺项|指标 2.2.1|没有佐证材料|请提供实施方案|经办人乙|9月30日|");
  CHECK(cell_text(table->rows[2].cells[0].value) == "未指定责任科室");
  CHECK_FALSE(has(made.missing, "说明一句"));  // notes are not missing things
}

TEST_CASE_METHOD(Fixture, "The worklist says for every indicator what is missing and who sees to it", "[documents]") {
  const Composed made = composed();
  const Table* list = sample::find_table(made.missing, "工作任务明细表");
  REQUIRE(list != nullptr);
  CHECK(list->rows.size() == 5);  // the head and four indicators
  std::string row;
  for (const TableCell& cell : list->rows.back().cells) row += cell_text(cell.value) + "|";
  CHECK(row.find("2.2.1|") != std::string::npos);
  CHECK(row.find("综合处|经办人乙|没有佐证材料|9月30日|") != std::string::npos);
}

TEST_CASE_METHOD(Fixture, "An indicator is called 齐全 only where nothing is left to check", "[documents]") {
  const auto statuses = [&] {
    std::string all;
    const Composed made = composed();
    for (const TableRow& row : sample::find_table(made.missing, "材料支持得分核对表")->rows) {
      if (row.cells.size() >= 8) all += cell_text(row.cells[row.cells.size() - 2].value) + "|";  // an item's name is merged
    }
    return all;
  };
  office.assessment.findings.clear();
  for (IndicatorResult& result : office.assessment.indicators) {
    result.status = Status::complete;
    result.supported = result.claimed;
  }
  CHECK(statuses() == "状态|齐全|齐全|齐全|未申报|");
  const std::string id = office.assessment.indicators[1].indicator->id;
  office.assessment.findings.push_back(Finding::warning("evidence-undated", at_indicator(id), "看不出材料的日期"));
  CHECK(statuses() == "状态|齐全|齐全，待核对|齐全|未申报|");
}

TEST_CASE_METHOD(Fixture, "Nothing missing is said in so many words", "[documents]") {
  office.assessment.findings.clear();
  office.dossier.workbook.unit.items["下一步工作"] = "继续改进。";
  CHECK(has(composed().missing, "没有缺项"));
}

TEST_CASE_METHOD(Fixture, "A text over its limit is printed whole; assess/ judges the limit", "[documents]") {
  office.rubric.limits = {{{"创建工作开展情况", "特色做法"}, "创建情况", 0, 8}};
  const Composed made = composed();
  CHECK(has(made.report, "光盘行动。"));
  for (const Finding& finding : made.findings) CHECK(finding.code.rfind("text-", 0) != 0);
}

TEST_CASE_METHOD(Fixture, "Dividers carry their anchors and the item's indicators", "[documents]") {
  const Document divider = compose_divider(office.assessment, office.rubric.units[1].items[0], sample::templates());
  CHECK(std::get<Paragraph>(divider.sections.at(0).blocks.at(0)).anchor == "divider:2.1");
  CHECK(has(divider, "二、完善制度体系（6分）"));
  CHECK(has(divider, "2.1.2 | 明确职责，得2分。 | 2 | 2 | 1份"));
  CHECK_FALSE(has(divider, "2.2.1"));
  const Document part = compose_part_divider("01", "自评报告", sample::templates());
  CHECK(std::get<Paragraph>(part.sections.at(0).blocks.at(0)).anchor == "part:01");
}

TEST_CASE_METHOD(Fixture, "Contents lead to their targets, files aside", "[documents]") {
  const Document made = compose_contents({{0, "自评报告", "part:01"}, {3, "2.1.1", "i"}, {4, "某文件", "file:1"}}, sample::templates());
  const auto& contents = std::get<Contents>(made.sections[0].blocks.back());
  REQUIRE(contents.entries.size() == 2);
  CHECK(contents.entries[0].target == "part:01");
}

TEST_CASE_METHOD(Fixture, "The evidence index shows page numbers by anchor, and no digests", "[documents]") {
  const Document made = compose_evidence_index(office.assessment, {{0, "2.1.1", 3, "file:0", ""}, {1, "2.1.2", 0, "file:1", "file:0"}}, sample::templates());
  const auto& table = std::get<Table>(made.sections[0].blocks[1]);
  const TableCell& page = table.rows[1].cells[5];
  REQUIRE(page.runs.size() == 1);
  CHECK(page.runs[0].page_of == "file:0");
  CHECK(table.rows[2].cells[5].runs.at(0).text == "见");
  CHECK(table.rows[2].cells[5].runs.at(1).page_of == "file:0");
  CHECK(table.rows[1].cells.size() == 6);
  CHECK(has(compose_evidence_index(office.assessment, {}, sample::templates()), "没有可装订的佐证材料"));
}

TEST_CASE_METHOD(Fixture, "Photos get number, words and date under them", "[documents]") {
  auto& files = office.dossier.evidence.files;
  for (EvidenceFile& file : files) file.format = EvidenceFormat::picture;
  files[0].caption = "水表照片";
  files[0].date = {"2021-03-05", DateOrigin::exif};
  office.assessment.indicators[1].evidence = {0, 1};
  const Indicator& indicator = office.rubric.units[1].items[0].indicators[0];
  CHECK(sample::text_of(compose_photos(office.assessment, indicator, {0, 1})) == "2.1.1-1　水表照片（2021-03-05）\n2.1.1-2　职责分工（2021-03-05）\n\n");
  CHECK(sample::text_of(compose_photos(office.assessment, indicator, {1})).find("2.1.1-2") == 0);  // numbered on after other files
}

TEST_CASE_METHOD(Fixture, "A missing template is a finding and no crash", "[documents]") {
  const Composed made = compose_documents(office.assessment, {"/nowhere"});
  CHECK(count(made.findings, "template-broken") > 5);
  CHECK(compose_divider(office.assessment, office.rubric.units[0].items[0], {"/nowhere"}).sections.empty());
}

TEST_CASE_METHOD(Fixture, "An office without any figures still gets all its papers", "[documents]") {
  office.assessment.energy = EnergyReport();
  office.assessment.years = Years();
  office.dossier.workbook.unit.items.clear();
  const Composed made = composed();
  CHECK(count(made.findings, "template-broken") == 0);
  CHECK(has(made.energy, "评价年度没有填写"));
  CHECK(has(made.report, "【请填写：单位名称】"));
}

TEST_CASE_METHOD(Fixture, "The templates fit every official standard", "[documents]") {
  for (const Rubric& rubric : list_rubrics(kSourceFolder)) {
    INFO(rubric.id);
    office.rubric = rubric;
    judge_nothing(office);
    const Composed made = composed();
    for (const Finding& finding : made.findings) {
      INFO(finding.place.text() << " " << finding.message);
      CHECK(finding.code != "template-broken");
      CHECK(finding.code != "formula-dropped");
    }
    CHECK(made.form.size() == (office.rubric.registration_form.empty() ? 0u : 1u));
    const std::string scores = sample::text_of(made.scores);
    for (const Indicator* indicator : all_indicators(office.rubric)) {
      INFO(indicator->id);
      CHECK(scores.find(indicator->text) != std::string::npos);
    }
  }
}

TEST_CASE("Chinese numbers and dates", "[documents]") {
  CHECK(chinese_number(1) == "一");
  CHECK(chinese_number(10) == "十");
  CHECK(chinese_number(12) == "十二");
  CHECK(chinese_number(20) == "二十");
  CHECK(chinese_number(99) == "九十九");
  CHECK(chinese_number(100) == "100");
  CHECK(chinese_date("2021-10-02") == "2021年10月2日");
}

}  // namespace lvce
