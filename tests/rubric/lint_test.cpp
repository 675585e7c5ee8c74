// Each fault of a rubric: its code, its line and column.
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include <catch2/catch.hpp>

#include "paths.h"
#include "rubric/rubric.h"
#include "rubric/samples.h"
#include "rubric/usual_factors.h"
#include "support/files.h"

using namespace lvce;
using lvce::testing::changed;
using lvce::testing::kSmallRubric;

namespace {

struct Fault {
  const char* name;
  const char* from;
  const char* to;
  const char* code;
  const char* where;  ///< line:column
};

// Lines are counted in kSmallRubric, columns in characters from 1.
const Fault kFaults[] = {
    {"unknown field", "title: 某省评价标准", "titel: 某省评价标准", "rubric-unknown-field", "2:1"},
    {"missing field", "source: 附件1\n", "", "rubric-missing-field", "1:1"},
    {"the same field twice", "source: 附件1", "source: 附件1\ntotal: 6", "rubric-duplicate-key", "5:1"},
    {"points that are none", "total: 6", "total: 六", "rubric-bad-number", "4:8"},
    {"points with three decimals", "total: 6", "total: 6.125", "rubric-bad-number", "4:8"},
    {"total against units", "total: 6", "total: 7", "rubric-sum", "4:8"},
    {"pass above total", "pass: 5", "pass: 6.5", "rubric-sum", "5:7"},
    {"unit against items", "    points: 6\n    items", "    points: 5\n    items", "rubric-sum", "14:13"},
    {"item against indicators", "        points: 6\n        indicators", "        points: 5\n        indicators", "rubric-sum", "18:17"},
    {"unknown kind of rule", "kind: per_item,", "kind: per_thing,", "rubric-unknown-kind", "27:26"},
    {"field of another kind of rule", "cap: 3}", "cap: 3, tiers: []}", "rubric-unknown-field", "27:53"},
    {"cap below step", "step: 1,", "step: 4,", "rubric-rule-points", "27:42"},
    {"step zero", "step: 1,", "step: 0,", "rubric-rule-points", "27:42"},
    {"cap against points", "cap: 3}", "cap: 2}", "rubric-rule-points", "27:50"},
    {"shares against points", "人均用水量, points: 3}]", "人均用水量, points: 2}]", "rubric-rule-points", "23:43"},
    {"share against target", "required_pct: 2.5, points: 3", "required_pct: 2.5, points: 2", "rubric-targets", "23:44"},
    {"metric without target", "  - {metric: 人均用水量, required_pct: 2.5, points: 3}", "  - {metric: 人均综合能耗, required_pct: 2.5}", "rubric-targets",
     "23:44"},
    {"unknown metric", "  - {metric: 人均用水量, required_pct", "  - {metric: 人均用电, required_pct", "rubric-unknown-metric", "8:14"},
    {"a fall written as negative", "required_pct: 2.5", "required_pct: -2.5", "rubric-bad-number", "8:35"},
    {"the same id twice", "- id: 1.1.2", "- id: 1.1.1", "rubric-duplicate-id", "24:17"},
    {"ids out of order", "- id: 1.1.1", "- id: 1.1.3", "rubric-id-order", "24:17"},
    {"id outside its item", "- id: 1.1.2", "- id: 1.2.2", "rubric-id-form", "24:17"},
    {"id with leading zero", "- id: 1.1.2", "- id: 1.1.02", "rubric-id-form", "24:17"},
    {"indicator below an indicator", "- id: 1.1.2", "- id: 1.1.1.2", "rubric-id-form", "24:17"},
    {"unknown kind of evidence", "kinds: [文件]", "kinds: [文书]", "rubric-unknown-evidence-kind", "29:54"},
    {"derived demand that asks too much", "source: standard, ", "", "rubric-derived-demand", "29:17"},
    {"window backwards", "kinds: [文件]", "years: Y..Y-1", "rubric-bad-window", "29:53"},
    {"window with two letters", "kinds: [文件]", "years: E..Y", "rubric-bad-window", "29:53"},
    {"unknown item in a condition", "kinds: [文件]", "when: {食堂: 是}", "rubric-bad-value", "29:52"},
    {"unknown group", "            text: 每项得1分", "            group: 1.1.9\n            text: 每项得1分", "rubric-unknown-group", "25:20"},
    {"points missing without being open", "            points: 3\n            rule: {kind: per", "            rule: {kind: per", "rubric-missing-field",
     "24:13"},
    {"branch that says nothing", "cap: 3}", "cap: 3, branch: {field: 单位层级}}", "rubric-rule-fields", "27:61"},
    {"step with percentage and grade", "{kind: per_item, step: 1, cap: 3}", "{kind: tiers, tiers: [{at_least: 90, grade: 优, points: 3}]}",
     "rubric-rule-fields", "27:41"},
    {"steps from low to high", "{kind: per_item, step: 1, cap: 3}", "{kind: tiers, tiers: [{at_least: 90, points: 3}, {at_least: 95, points: 2}]}",
     "rubric-rule-points", "27:68"},
    {"deduction above the points", "{kind: per_item, step: 1, cap: 3}", "{kind: deduct, deduct: 4}", "rubric-rule-points", "27:42"},
    {"part that needs a later one", "{kind: per_item, step: 1, cap: 3}", "{kind: parts, parts: [{name: 甲, points: 3, needs: [1]}]}", "rubric-rule-points",
     "27:69"},
    {"part without points", "{kind: per_item, step: 1, cap: 3}", "{kind: parts, parts: [甲]}", "rubric-rule-points", "27:40"},
    {"choice that does not reach the points", "{kind: per_item, step: 1, cap: 3}", "{kind: choice, options: [{answer: 优, points: 2}]}", "rubric-rule-points",
     "27:43"},
    {"choice that opens nothing", "{kind: per_item, step: 1, cap: 3}",
     "{kind: choice, options: [{answer: 优, points: 3}, {answer: 无, opens_alternative: true}]}", "rubric-rule-points", "27:43"},
    {"two ways of targets at once", "shares: [", "metrics: [人均用水量], shares: [", "rubric-rule-fields", "23:26"},
    {"branch on an unknown item", "cap: 3}", "cap: 3, branch: {field: 城市, is: [长沙]}}", "rubric-rule-points", "27:69"},
    {"branch on an unknown value", "cap: 3}", "cap: 3, branch: {field: 单位层级, is: [村级]}}", "rubric-rule-points", "27:61"},
    {"alternative of nothing", "            text: 每项得1分", "            alternative_of: 1.1.7\n            text: 每项得1分", "rubric-alternative", "25:29"},
    {"registration form without a name", "pass: 5", "pass: 5\nregistration_form: forms/x.yaml", "rubric-missing-field", "6:20"},
    {"form outside the templates", "pass: 5", "pass: 5\nscores_form: ../secret.yaml", "rubric-bad-value", "6:14"},
    {"factor set outside its folder", "factor_set: gb-t-2589-2020", "factor_set: ../x", "rubric-id-form", "6:13"},
    {"gate of no known kind", "pass: 5", "pass: 5\ngates: [{id: good_mood, text: 好}]", "rubric-unknown-gate", "6:14"},
    {"a list where text belongs", "title: 某省评价标准", "title: [某省]", "rubric-wrong-type", "2:8"},
    {"text where a list belongs", "words: [通知]", "words: 通知", "rubric-wrong-type", "10:23"},
};

std::string all_of(const Findings& findings) {
  std::string out;
  for (const Finding& finding : findings) out += finding.place.text() + " [" + finding.code + "] " + finding.message + "\n";
  return out;
}

}  // namespace

TEST_CASE("A rubric without a fault has no finding") {
  const LoadedRubric loaded = load_rubric_text(kSmallRubric, "t.yaml");
  INFO(all_of(loaded.findings));
  CHECK(loaded.rubric);
  CHECK(loaded.findings.empty());
}

TEST_CASE("Every fault is an error with its line and column, and the rubric is not used") {
  for (const Fault& fault : kFaults) {
    const std::string text = changed(kSmallRubric, fault.from, fault.to);
    INFO(fault.name);
    REQUIRE_FALSE(text.empty());
    const LoadedRubric loaded = load_rubric_text(text, "t.yaml");
    INFO(all_of(loaded.findings));
    CHECK_FALSE(loaded.rubric);
    const std::string where = std::string("t.yaml:") + fault.where;
    CHECK(std::any_of(loaded.findings.begin(), loaded.findings.end(), [&](const Finding& finding) {
      return finding.code == fault.code && finding.place.text() == where && finding.severity == Severity::error;
    }));
  }
}

TEST_CASE("All faults of a file are told in one run") {
  std::string text = changed(kSmallRubric, "total: 6", "total: six");
  text = changed(text, "kind: per_item,", "kind: per_thing,");
  text = changed(text, "source: 附件1\n", "");
  CHECK(load_rubric_text(text, "t.yaml").findings.size() >= 3);
}

TEST_CASE("A cap that the named parts cannot reach is a warning; the rubric still loads") {
  const auto loaded = load_rubric_text(changed(kSmallRubric, "cap: 3}", "cap: 3, parts: [节能, 节水]}"), "t.yaml");
  REQUIRE(loaded.rubric);
  REQUIRE(loaded.findings.size() == 1);
  CHECK(loaded.findings[0].code == "rubric-cap-unreachable");
  CHECK(loaded.findings[0].severity == Severity::warning);
}

TEST_CASE("A form or a factor set that is not there is an error where it is named") {
  const auto told = [](const char* from, const char* to) {
    const LoadedRubric loaded = load_rubric_text(changed(kSmallRubric, from, to), "t.yaml", kSourceFolder);
    CHECK_FALSE(loaded.rubric);
    const auto found = std::find_if(loaded.findings.begin(), loaded.findings.end(), [](const Finding& one) { return one.code == "rubric-missing-file"; });
    return found == loaded.findings.end() ? Finding{} : *found;
  };
  CHECK(load_rubric_text(kSmallRubric, "t.yaml", kSourceFolder).rubric);
  CHECK(told("source: 附件1", "source: 附件1\nscores_form: forms/none.yaml").place.text() == "t.yaml:4:14");
  CHECK(told("source: 附件1", "source: 附件1\nscores_form: ../workbook.yaml").hint.find("forms/scores.yaml") != std::string::npos);
  CHECK(told("source: 附件1", "source: 附件1\nregistration_form: forms/none.yaml\nregistration_name: 备案表").place.text() == "t.yaml:4:20");
  CHECK(told("factor_set: gb-t-2589-2020", "factor_set: gb-t-2589-1990").hint.find("gb-t-2589-2020") != std::string::npos);
}

TEST_CASE("A rubric that names no factor set has the usual one, of which there is just one") {
  namespace fs = std::filesystem;
  const fs::path data = fs::temp_directory_path() / ("lvce-usual-factors-" + std::to_string(::getpid()));
  const fs::path factors = data / "rubrics" / "factors";
  fs::create_directories(factors);
  const std::string unnamed = changed(kSmallRubric, "factor_set: gb-t-2589-2020\n", "");
  const auto told = [&] {
    const LoadedRubric loaded = load_rubric_text(unnamed, "t.yaml", data);
    CHECK(loaded.rubric.has_value() == !usual_factor_set(usual_factor_sets(data), 2023).empty());
    return loaded.findings.empty() ? Finding{} : loaded.findings.front();
  };
  write_file(factors / "a.yaml", "id: a\n");
  CHECK(told().code == "rubric-missing-file");
  write_file(factors / "b.yaml", "id: b\ndefault: true\n");
  write_file(factors / "broken.yaml", "default: true\nid: {\n");
  CHECK(usual_factor_sets(data).size() == 1);
  CHECK(usual_factor_set(usual_factor_sets(data), 2023) == "b");
  CHECK(told().code.empty());
  write_file(factors / "c.yaml", "id: c\ndefault: true\n");
  CHECK(told().message.find("b、c") != std::string::npos);
  CHECK(load_rubric_text(changed(kSmallRubric, "gb-t-2589-2020", "a"), "t.yaml", data).rubric);
  fs::remove_all(data);
}

TEST_CASE("A usual factor set may begin with an energy year; each year has just one") {
  namespace fs = std::filesystem;
  const fs::path data = fs::temp_directory_path() / ("lvce-yearly-factors-" + std::to_string(::getpid()));
  const fs::path factors = data / "rubrics" / "factors";
  fs::create_directories(factors);
  const std::string unnamed = changed(kSmallRubric, "factor_set: gb-t-2589-2020\n", "");
  const auto told = [&] {
    const LoadedRubric loaded = load_rubric_text(unnamed, "t.yaml", data);
    return loaded.rubric ? std::string() : loaded.findings.front().message;
  };
  const auto usual = [&](int year) { return usual_factor_set(usual_factor_sets(data), year); };
  write_file(factors / "c.yaml", "id: c\ndefault: {from: 2024}\n");
  CHECK(told().find("也没有一套写着 default: true") != std::string::npos);
  CHECK(usual(2023).empty());
  write_file(factors / "b.yaml", "id: b\ndefault: true\n");
  write_file(factors / "a.yaml", "id: a\ndefault: {from: 2026}\n");
  CHECK(told().empty());
  CHECK(usual(0) == "b");
  CHECK(usual(2023) == "b");
  CHECK(usual(2024) == "c");
  CHECK(usual(2025) == "c");
  CHECK(usual(2026) == "a");
  write_file(factors / "d.yaml", "id: d\ndefault: {from: 2024}\n");
  CHECK(told().find("default: {from: 2024} 的折算系数不止一套：c、d") != std::string::npos);
  CHECK(usual(2023) == "b");
  CHECK(usual(2024).empty());
  CHECK(usual(2026) == "a");
  for (const char* said : {"{from: 24}", "{from: 二〇二四}", "{from: 2024, to: 2025}", "{since: 2024}", "yes", "[2024]"}) {
    INFO(said);
    write_file(factors / "d.yaml", "id: d\ndefault: " + std::string(said) + "\n");
    CHECK(told().find("{from: 年份}：d") != std::string::npos);
    CHECK(usual(2025) == "c");
  }
  fs::remove_all(data);
}

TEST_CASE("Open points are bounded by their item, noted, and must be explained") {
  std::string text = changed(kSmallRubric, "            points: 3\n            rule: {kind: per_item, step: 1, cap: 3}",
                             "            points: null\n            rule: {kind: open}");
  const auto unexplained = load_rubric_text(text, "t.yaml");
  CHECK_FALSE(unexplained.rubric);
  const auto explained = load_rubric_text("open_points: [第2条原文未载明分值]\n" + text, "t.yaml");
  INFO(all_of(explained.findings));
  REQUIRE(explained.rubric);
  CHECK_FALSE(find_indicator(*explained.rubric, "1.1.2")->points);
  CHECK(explained.findings.at(0).code == "rubric-open-points");
  // What is known alone already goes over the item.
  text = changed(text, "            points: 3\n            rule: {kind: targets", "            points: 6.5\n            rule: {kind: targets");
  const auto over = load_rubric_text("open_points: [第2条原文未载明分值]\n" + text, "t.yaml");
  CHECK(std::any_of(over.findings.begin(), over.findings.end(), [](const Finding& one) { return one.code == "rubric-sum"; }));
}
