// Runs every scoring case of tests/assess/cases.
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

#include "case_file.h"
#include "paths.h"

namespace fs = std::filesystem;
using namespace lvce;

namespace {

std::vector<fs::path> case_files() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(fs::path(kTestData) / "assess/cases")) {
    if (entry.path().extension() == ".yaml") out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

const IndicatorResult* result_of(const Assessment& assessment, const std::string& id) {
  for (const IndicatorResult& result : assessment.indicators) {
    if (result.indicator->id == id) return &result;
  }
  return nullptr;
}

std::string verdict_text(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass: return "pass";
    case Verdict::fail: return "fail";
    case Verdict::undetermined: return "undetermined";
    case Verdict::none: return "none";
  }
  return "";
}

void check_indicator(const Assessment& assessment, const testing::ExpectedIndicator& expected) {
  INFO("indicator " << expected.id);
  const IndicatorResult* result = result_of(assessment, expected.id);
  REQUIRE(result != nullptr);
  INFO(result->explanation);
  if (!expected.claimed.empty()) CHECK(result->claimed.text() == expected.claimed);
  if (!expected.supported.empty()) CHECK(result->supported.text() == expected.supported);
  if (!expected.status.empty()) CHECK(std::string(status_name(result->status)) == expected.status);
}

void check_items(const Assessment& assessment, const testing::Case& expected) {
  for (const auto& [id, points] : expected.items) {
    INFO("item " << id);
    const auto found = std::find_if(assessment.items.begin(), assessment.items.end(), [&](const ItemTotal& item) { return item.id == id; });
    REQUIRE(found != assessment.items.end());
    CHECK(found->claimed.text() + "/" + found->supported.text() == points);
  }
}

void check_gates(const Assessment& assessment, const testing::Case& expected) {
  for (const auto& [id, met] : expected.gates) {
    INFO("gate " << id);
    const auto found = std::find_if(assessment.gates.begin(), assessment.gates.end(), [&](const GateResult& gate) { return gate.gate->id == id; });
    REQUIRE(found != assessment.gates.end());
    INFO(found->why);
    CHECK(met == (found->met == Met::yes ? "yes" : found->met == Met::no ? "no" : "unknown"));
  }
}

void check_findings(const Assessment& assessment, const testing::Case& expected) {
  std::map<std::string, int> counts;
  std::string list;
  for (const Finding& finding : assessment.findings) {
    ++counts[finding.code];
    list += finding.code + ": " + finding.place.text() + " " + finding.message + "\n";
  }
  INFO(list);
  std::map<std::string, int> wanted;
  for (const std::string& code : expected.findings) ++wanted[code];
  for (const auto& [code, count] : wanted) {
    INFO("finding " << code);
    CHECK(counts[code] == count);
  }
  for (const std::string& code : expected.absent) {
    INFO("finding " << code);
    CHECK(counts[code] == 0);
  }
}

}  // namespace

TEST_CASE("every scoring case comes out as worked out by hand", "[assess][cases]") {
  const auto files = case_files();
  REQUIRE(files.size() >= 10);
  for (const fs::path& file : files) {
    DYNAMIC_SECTION(file.stem().string()) {
      const auto expected = testing::read_case(file);
      const Assessment assessment = assess(expected->rubric, expected->dossier, expected->energy, expected->years, {});
      for (const auto& indicator : expected->indicators) check_indicator(assessment, indicator);
      if (!expected->total_claimed.empty()) CHECK(assessment.claimed.text() == expected->total_claimed);
      if (!expected->total_supported.empty()) CHECK(assessment.supported.text() == expected->total_supported);
      if (!expected->verdict.empty()) CHECK(verdict_text(assessment.verdict) == expected->verdict);
      check_items(assessment, *expected);
      check_gates(assessment, *expected);
      check_findings(assessment, *expected);
    }
  }
}
