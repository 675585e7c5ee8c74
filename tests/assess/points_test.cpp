// What findings cost: each figure is worked out by hand from the case's own description.
#include <catch2/catch.hpp>

#include <algorithm>

#include "case_file.h"
#include "paths.h"

using namespace lvce;

namespace {

/// Points of the findings of this code in a scoring case, "-" where one costs nothing, in the order of the findings.
std::string costs(const char* name, const std::string& code, const Findings& so_far = {}) {
  const auto one = testing::read_case(std::filesystem::path(kTestData) / "assess/cases" / (std::string(name) + ".yaml"));
  const Assessment assessment = assess(one->rubric, one->dossier, one->energy, one->years, so_far);
  std::string out;
  for (const Finding& finding : assessment.findings) {
    if (finding.code == code) out += (out.empty() ? "" : " ") + (finding.points ? finding.points->text() : "-");
  }
  return out;
}

}  // namespace

TEST_CASE("missing evidence costs what was claimed", "[assess][points]") { CHECK(costs("shanxi-stated-without-evidence", "evidence-missing") == "1"); }

TEST_CASE("where files are counted the gap costs the difference", "[assess][points]") {
  CHECK(costs("shanxi-per-item-capped-by-evidence", "evidence-fewer-than-claimed") == "1");  // 5 claimed, 4 supported
}

TEST_CASE("an answer that cannot be used costs the claim, else all that the indicator gives", "[assess][points]") {
  CHECK(costs("shanxi-invalid-answer", "answer-invalid") == "3 1");  // 2.1.1 gives 1 and claims nothing; 2.2.2 claims 3: first
}

TEST_CASE("what the reader said of a file that cannot be bound costs the points that it was to support", "[assess][points]") {
  const auto one = testing::read_case(std::filesystem::path(kTestData) / "assess/cases/shanxi-rejected-file.yaml");
  const Place place = in_evidence(one->dossier.evidence.files.at(0).path);
  CHECK(costs("shanxi-rejected-file", "evidence-pdf-damaged", {Finding::error("evidence-pdf-damaged", place, "坏了")}) == "1");
  CHECK(costs("shanxi-rejected-file", "other", {Finding::error("other", in_evidence("别的.pdf"), "坏了")}) == "-");
}

TEST_CASE("an answer that the unit's own words contradict costs the claim", "[assess][points]") {
  CHECK(costs("xinjiang-property-contradicts", "not-applicable-contradicts") == "1");
  CHECK(costs("xinjiang-property-wrong-paper", "evidence-missing") == "1");
}

TEST_CASE("findings concern the indicator of their file or cell, and have its owner", "[assess]") {
  const auto one = testing::read_case(std::filesystem::path(kTestData) / "assess/cases/shanxi-stated-without-evidence.yaml");
  one->dossier.workbook.scores.at(0).claim_raw.place = {"自评", "F7"};
  const Findings so_far = {Finding::error("cell-not-a-number", in_cell("台账.xlsx", "自评", "F7"), "应填数字"),
                           Finding::error("cell-not-a-number", in_cell("台账.xlsx", "自评", "F8"), "应填数字")};
  const Assessment assessment = assess(one->rubric, one->dossier, one->energy, one->years, so_far);
  const auto at_cell = [&](const std::string& cell) {
    const auto found = std::find_if(assessment.findings.begin(), assessment.findings.end(), [&](const Finding& finding) { return finding.place.cell == cell; });
    REQUIRE(found != assessment.findings.end());
    return *found;
  };
  CHECK(at_cell("F7").place.indicator == "2.1.1");
  CHECK(at_cell("F7").owner == "综合科");
  CHECK(at_cell("F8").place.indicator.empty());
  CHECK(at_cell("F8").owner.empty());
}

TEST_CASE("later findings stand where they belong", "[assess]") {
  const auto one = testing::read_case(std::filesystem::path(kTestData) / "assess/cases/shanxi-stated-without-evidence.yaml");
  Assessment assessment = assess(one->rubric, one->dossier, one->energy, one->years, {Finding::note("n", in_file("x"), "说")});
  add_findings(assessment,
               {Finding::warning("later", in_evidence("2.1.1 甲.pdf"), "疑"), Finding::error("template-broken", in_lines("templates/cover.yaml", 3), "坏")});
  CHECK(assessment.findings.front().points);  // what costs points is read first
  CHECK(assessment.findings.back().severity == Severity::note);
  for (std::size_t i = 1; i < assessment.findings.size(); ++i) {
    const Finding &before = assessment.findings[i - 1], &after = assessment.findings[i];
    CHECK((before.points.value_or(Points()) > after.points.value_or(Points()) || (before.points == after.points && before.severity <= after.severity)));
  }
}
