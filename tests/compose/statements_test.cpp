// Sentences of the report, made of the standards' own words. The expected ones are written by hand.
#include "compose/statements.h"

#include <catch2/catch.hpp>
#include <set>

#include "paths.h"
#include "rubric/rubric.h"

namespace lvce {
namespace {

Indicator indicator(RuleKind kind, const std::string& text, const std::string& points = "2") {
  Indicator out;
  out.text = text;
  out.points = Points::parse(points);
  out.rule.kind = kind;
  return out;
}

Indicator counted(const std::string& text, const std::string& counted, const std::string& step, const std::string& cap) {
  Indicator out = indicator(RuleKind::per_item, text, cap);
  out.rule.counted = counted;
  out.rule.step = *Points::parse(step);
  out.rule.cap = Points::parse(cap);
  return out;
}

SelfScore answer(const std::string& done) {
  SelfScore out;
  out.done.value = done;
  return out;
}

std::string said(const Indicator& asked, const std::string& done) {
  const SelfScore given = answer(done);
  return statement_of(asked, &given);
}

std::string lacking(const Indicator& asked, const std::string& done) {
  const SelfScore given = answer(done);
  return shortfall_of(asked, &given);
}

EvidenceFile file(const std::string& title, EvidenceFormat format) {
  EvidenceFile out;
  out.title = title;
  out.format = format;
  return out;
}

}  // namespace

TEST_CASE("what a standard asks for is its text without the points", "[compose]") {
  const auto asked = [](const std::string& text) { return requirement_of(indicator(RuleKind::binary, text)); };
  CHECK(asked("垃圾集中投放点张贴垃圾分类投放指南,得2分。") == "垃圾集中投放点张贴垃圾分类投放指南");
  CHECK(asked("设立节能联络员并上报备案得1分。") == "设立节能联络员并上报备案");
  CHECK(asked("在新闻媒体或主管部门宣传平台报道本单位节约能源资源经验做法，每次得1分，最高得2分。") ==
        "在新闻媒体或主管部门宣传平台报道本单位节约能源资源经验做法");
  CHECK(asked("采用节能炉灶等节能环保餐饮设施设备。得2分。") == "采用节能炉灶等节能环保餐饮设施设备");
  CHECK(asked("明确管理机构、工作人员和工作职责的，每明确1项得1分，最高得3分。") == "明确管理机构、工作人员和工作职责");
  CHECK(asked("充分利用自然光，自然通风各得1分，共2分。") == "充分利用自然光，自然通风");
  CHECK(asked("采取有效措施落实纸张双面打印，减少纸张使用的，得1分。（实地验收中存在未落实的，扣0.5分）") == "采取有效措施落实纸张双面打印，减少纸张使用");
  CHECK(asked("建立台账（包括名称、规格型号等），得1分。") == "建立台账（包括名称、规格型号等）");
  CHECK(asked("有害垃圾单独存放,与企业签订协议,得2分。") == "有害垃圾单独存放，与企业签订协议");
  CHECK(asked("制定节水、节电以及用能设备设施操作规程等管理制度，制定1项得1分，最高得4分。") == "制定节水、节电以及用能设备设施操作规程等管理制度");
  CHECK(asked("组织开展形式多样的宣传实践活动，开展1项活动得2分，最高得4分。") == "组织开展形式多样的宣传实践活动");
  CHECK(asked("张贴提醒标识，有1类标识得1分，最高得3分。") == "张贴提醒标识");
  CHECK(asked("制定11项制度得1分。") == "制定11项制度");
  CHECK(asked("使用节水器具，采取有效节水管理措施。") == "使用节水器具，采取有效节水管理措施");
}

TEST_CASE("yes is said in the standard's words, no as what is lacking", "[compose]") {
  const Indicator notice = indicator(RuleKind::binary, "定期公示能源资源消费状况，得1分。");
  CHECK(said(notice, "是") == "定期公示能源资源消费状况");
  CHECK(said(notice, "否").empty());
  CHECK(lacking(notice, "否") == "未定期公示能源资源消费状况");
  CHECK(lacking(notice, "是").empty());
  CHECK(lacking(indicator(RuleKind::binary, "干部职工分类投放生活垃圾,得2分。"), "否") == "未做到“干部职工分类投放生活垃圾”");
  CHECK(lacking(indicator(RuleKind::binary, "有用水设备巡查记录，得2分。"), "否") == "没有用水设备巡查记录");
  CHECK(said(notice, "基本完成").empty());
  CHECK(statement_of(notice, nullptr).empty());
}

TEST_CASE("parts are said by their names, done and lacking apart", "[compose]") {
  Indicator asked = indicator(RuleKind::all_of, "明确节约能源资源工作的管理机构和工作职责，得2分。");
  asked.rule.parts = {{"明确管理机构", {}, {}, {}, {}}, {"明确工作职责", {}, {}, {}, {}}};
  CHECK(said(asked, "是") == "明确节约能源资源工作的管理机构和工作职责");
  CHECK(said(asked, "1") == "明确管理机构");
  CHECK(lacking(asked, "1") == "未明确工作职责");
  asked.rule.kind = RuleKind::parts;
  CHECK(said(asked, "全部") == "明确管理机构，明确工作职责");
  CHECK(lacking(asked, "全部").empty());
}

TEST_CASE("counts are named with the measure of what is counted", "[compose]") {
  const Indicator rules = counted("制定节能、节水等管理制度，每项得1分，最高得5分。", "项制度", "1", "5");
  CHECK(said(rules, "5") == "制定节能、节水等管理制度，共5项");
  CHECK(lacking(rules, "5").empty());
  CHECK(lacking(rules, "4") == "制定节能、节水等管理制度共4项，不足5项");
  CHECK(lacking(rules, "0") == "未制定节能、节水等管理制度");
  CHECK(said(rules, "0").empty());
  Indicator lamps = indicator(RuleKind::deduct, "高效照明光源使用率达到100%的，得1.5分。（实地验收中每存在1处扣0.5分）");
  lamps.rule.counted = "处非高效照明光源";
  CHECK(said(lamps, "0") == "高效照明光源使用率达到100%");
  CHECK(lacking(lamps, "2") == "自查发现2处非高效照明光源");
  Indicator share = indicator(RuleKind::tiers, "实现高效照明光源使用率100%得2分，90%以上得1分");
  share.rule.tiers = {{Decimal(100), "", Points()}, {Decimal(90), "", Points()}};
  CHECK(said(share, "95%") == "实现高效照明光源使用率95%");
  CHECK(lacking(share, "95%") == "实现高效照明光源使用率95%，未达到100%");
}

TEST_CASE("a kind of rule has words on paper, or is one of those that say nothing", "[compose]") {
  const std::set<RuleKind> silent = {RuleKind::judged, RuleKind::open, RuleKind::assessor, RuleKind::targets, RuleKind::choice};
  const auto loaded = load_rubric_file(std::string(kTestData) + "/rubric/every-kind.yaml");
  REQUIRE(loaded.rubric);
  std::set<RuleKind> done, undone;
  for (const Indicator* one : all_indicators(*loaded.rubric)) {
    for (const char* answer : {"是", "全部", "2", "100%"}) {
      if (!said(*one, answer).empty()) done.insert(one->rule.kind);
    }
    for (const char* answer : {"否", "1", "0", "50%", "3"}) {
      if (!lacking(*one, answer).empty()) undone.insert(one->rule.kind);
    }
  }
  for (const RuleKind kind : all_rule_kinds()) {
    INFO(rule_kind_name(kind) << ": src/compose/statements.cpp, or the silent ones of this test");
    CHECK(done.contains(kind) != silent.contains(kind));
    CHECK(undone.contains(kind) != silent.contains(kind));
  }
}

TEST_CASE("papers are named by document titles, photos and nameless files counted", "[compose]") {
  const EvidenceFile notice = file("关于成立领导小组的通知", EvidenceFormat::pdf), scan = file("扫描件0001", EvidenceFormat::pdf);
  const EvidenceFile photo = file("IMG_2031", EvidenceFormat::picture), minutes = file("会议纪要", EvidenceFormat::pdf);
  CHECK(papers_sentence({}).empty());
  CHECK(papers_sentence({&notice}) == "佐证材料有《关于成立领导小组的通知》。");
  CHECK(papers_sentence({&notice, &minutes, &photo, &photo}) == "佐证材料有《关于成立领导小组的通知》《会议纪要》，共2份，照片2张。");
  CHECK(papers_sentence({&notice, &scan}) == "佐证材料有《关于成立领导小组的通知》等2份。");
  CHECK(papers_sentence({&scan, &scan, &photo}) == "佐证材料有文件2份，照片1张。");
  CHECK(papers_sentence({&photo}) == "佐证材料有照片1张。");
}

}  // namespace lvce
