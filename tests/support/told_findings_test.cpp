#include "support/told_findings.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace lvce;

namespace {

Finding lacking(const std::string& id, int hundredths, const std::string& owner) {
  return Finding::missing("evidence-missing", evidence_of(id), "缺少：" + id + "的材料", "请放入").by(owner).costing(Points::from_hundredths(hundredths));
}

/// `count` warnings, each of a kind of its own.
Findings different(int count) {
  Findings out;
  for (int i = 0; i < count; ++i) out.push_back(Finding::warning("w" + std::to_string(i), in_file("台账.xlsx"), "疑"));
  return out;
}

std::size_t count_code(const Findings& findings, const std::string& code) {
  return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.code == code; }));
}

Findings with_lacking(int different_ones) {
  Findings out = different(different_ones);
  for (int i = 1; i <= 6; ++i) out.push_back(lacking("3." + std::to_string(i), 100 * i, i < 4 ? "办公室" : "后勤科"));
  return out;
}

}  // namespace

TEST_CASE("a list that one reader takes in is told as it is", "[finding][told]") {
  const Findings told = told_to_reader(with_lacking(19)).findings;
  CHECK(told.size() == 25);
  CHECK(count_code(told, "evidence-missing") == 6);
}

TEST_CASE("a longer list says its most frequent kind once, with every place, the dearest points and all offices", "[finding][told]") {
  const ToldList list = told_to_reader(with_lacking(20));
  const Findings& told = list.findings;
  CHECK(told.size() == 21);
  const auto one = std::find_if(told.begin(), told.end(), [](const Finding& finding) { return finding.code == "evidence-missing"; });
  REQUIRE(one != told.end());
  CHECK(one->count() == 6);
  CHECK(one->points == Points::from_hundredths(600));
  CHECK(one->owner == "办公室、后勤科");
  CHECK(one->message == "缺少佐证材料（6处）");
  CHECK(one->where() == "佐证材料 3.1、3.2、3.3 等6处");
  const Findings& each = list.each[static_cast<std::size_t>(one - told.begin())];
  REQUIRE(each.size() == 6);
  CHECK(each[4].message == "缺少：3.5的材料");
  CHECK(each[4].owner == "后勤科");
  CHECK(list.each.front().empty());
  CHECK(one->places[4].indicator == "3.5");
}

TEST_CASE("nothing is lost in a folded list", "[finding][told]") {
  const Findings all = with_lacking(30);
  const ToldList told = told_to_reader(all);
  REQUIRE(told.each.size() == told.findings.size());
  for (const Finding& finding : all) {
    const auto is_it = [&](const Finding& other) { return other.key() == finding.key() && other.message == finding.message; };
    const bool alone = std::any_of(told.findings.begin(), told.findings.end(), is_it);
    CHECK((alone || std::any_of(told.each.begin(), told.each.end(), [&](const Findings& each) { return std::any_of(each.begin(), each.end(), is_it); })));
  }
}

TEST_CASE("notes are neither counted nor folded", "[finding][told]") {
  Findings findings = different(20);
  for (int i = 0; i < 40; ++i) findings.push_back(Finding::note("n", in_lines("a", i + 1), "知" + std::to_string(i)));
  CHECK(told_to_reader(findings).findings.size() == 60);
}

TEST_CASE("indicators that are not stated are one entry in a short list too", "[finding][told]") {
  Findings findings;
  for (int i = 1; i <= 6; ++i) {
    const std::string id = "2." + std::to_string(i);
    findings.push_back(Finding::missing("indicator-not-stated", in_cell("台账.xlsx", "自评", "E" + std::to_string(i + 2)).of(id), "指标 " + id + " 没有填写"));
  }
  const Findings told = told_to_reader(findings).findings;
  REQUIRE(told.size() == 1);
  CHECK(told[0].count() == 6);
  CHECK(told[0].where() == "台账.xlsx 自评!E3、E4、E5 等6处");
  findings.pop_back();
  CHECK(told_to_reader(findings).findings.size() == 5);
}

TEST_CASE("what follows from one of many still finds its cause", "[finding][told]") {
  Findings findings = with_lacking(20);
  findings.push_back(Finding::note("later", in_file("x"), "因此"));
  findings.back().cause = lacking("3.4", 400, "").key();
  const Findings told = told_to_reader(findings).findings;
  const auto cause = index_of_cause(told, told.back());
  REQUIRE(cause);
  CHECK(told[*cause].code == "evidence-missing");
}
