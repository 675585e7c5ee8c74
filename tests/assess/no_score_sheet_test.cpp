// A workbook without 自评, or with one that cannot be read: one thing is said of all indicators, not one of each.
#include <algorithm>
#include <catch2/catch.hpp>

#include "assess/assess.h"
#include "paths.h"
#include "rubric/rubric.h"
#include "support/files.h"

using namespace lvce;

namespace {

Findings judged(const Findings& so_far) {
  const LoadedRubric loaded = load_rubric("shanxi-2021", data_folder());
  REQUIRE(loaded.rubric);
  Dossier dossier;
  dossier.workbook.file = "台账.xlsx";
  return assess(*loaded.rubric, dossier, EnergyReport(), Years(), so_far).findings;
}

}  // namespace

TEST_CASE("a missing sheet 自评 is said once, of every indicator, with the dearest points", "[assess]") {
  for (const char* code : {"sheet-missing", "sheet-no-header"}) {
    const Findings findings = judged({Finding::missing(code, in_sheet("台账.xlsx", "自评"), "工作簿里没有“自评”工作表", "请补上该工作表")});
    CHECK(std::none_of(findings.begin(), findings.end(), [](const Finding& finding) { return finding.code == "indicator-not-stated"; }));
    const auto told = std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.code == code; });
    REQUIRE(told != findings.end());
    CHECK(told->count() == 41);  // of 42 one is computed from the ledger
    CHECK(told->places.front().indicator == "2.1.1");
    CHECK(told->points == Points::from_hundredths(500));
    CHECK(told->where() == "台账.xlsx 自评");
  }
}

TEST_CASE("another missing sheet is no excuse", "[assess]") {
  const Findings findings = judged({Finding::missing("sheet-missing", in_sheet("台账.xlsx", "目标任务"), "没有", "补上")});
  CHECK(std::count_if(findings.begin(), findings.end(), [](const Finding& finding) { return finding.code == "indicator-not-stated"; }) == 41);
}
