// result.json as the contract says.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "pack/sample_package.h"
#include "pack/temp_folder.h"
#include "paths.h"
#include "support/files.h"

using namespace lvce;
using lvce::test::SampleAssessment;
using lvce::test::TempFolder;

namespace {

nlohmann::ordered_json result_of(const SampleAssessment& sample) {
  const TempFolder folder;
  const auto files = test::write_files(folder.path());
  Sums sums;
  for (const PackageFile& file : files) sums[file.name] = sha256_of_file(folder.path() / file.name).value();
  return nlohmann::ordered_json::parse(result_to_json(sample.assessment, sample.bound, files, sums));
}

std::vector<std::string> keys(const nlohmann::ordered_json& object) {
  std::vector<std::string> out;
  for (const auto& [key, value] : object.items()) out.push_back(key);
  return out;
}

Decimal number(const std::string& text) { return *Decimal::parse(text); }

}  // namespace

TEST_CASE("keys stand in the contract's order") {
  const SampleAssessment sample;
  const auto result = result_of(sample);
  CHECK(keys(result) == std::vector<std::string>{"schema", "tool_version", "complete", "unit", "rubric", "year", "energy_year", "base_year", "form_year",
                                                 "energy", "indicators", "total", "gates", "verdict", "findings", "inputs_sha256", "evidence_totals", "files"});
  CHECK(keys(result["indicators"][0]) == std::vector<std::string>{"id", "points", "claimed", "supported", "status", "evidence"});
}

TEST_CASE("indicators, evidence, gates, totals, files") {
  SampleAssessment sample;
  sample.assessment.findings.push_back(Finding::missing("x", in_file("处"), "缺", "补").by("综合科"));
  const auto result = result_of(sample);
  CHECK(result["complete"] == false);
  CHECK(result["unit"]["name"] == "示例局");
  CHECK(result["rubric"]["pass"] == 80);
  CHECK(result["indicators"][0]["points"] == 1.5);
  CHECK(result["indicators"][0]["supported"] == 1);
  CHECK(result["indicators"][0]["status"] == "complete");
  CHECK(result["indicators"][0]["evidence"][0]["first_page"] == 3);
  CHECK(result["indicators"][0]["evidence"][0]["pages"] == 2);
  CHECK(result["indicators"][0]["evidence"][0]["state"] == "bound");
  CHECK(result["gates"][0]["met"] == false);
  CHECK(result["verdict"] == "fail");
  CHECK(result["evidence_totals"]["files"] == 2);
  CHECK(result["evidence_totals"]["auxiliary"] == 1);
  CHECK(result["findings"][0]["severity"] == "missing");
  CHECK(result["files"][0]["path"] == "申报材料全本.pdf");
  CHECK(result["files"][0]["sha256"].get<std::string>().size() == 64);
  CHECK(result["files"][2]["pages"].is_null());
}

TEST_CASE("a finding keeps its facts: place, points, cause, count and places") {
  SampleAssessment sample;
  Findings& findings = sample.assessment.findings;
  findings = {Finding::error("cell-not-a-number", in_cell("台账.xlsx", "能耗台账", "C5"), "不是数字").costing(Points::from_hundredths(250)),
              Finding::note("several", in_evidence(""), "两个文件").at_all({in_evidence("a.pdf").of("2.1.1"), on_page("全本.pdf", 7)})};
  findings[1].cause = findings[0].key();
  const auto told = result_of(sample)["findings"];
  CHECK(keys(told[0]) == std::vector<std::string>{"code", "severity", "where", "place", "message", "hint", "owner", "points", "cause", "count", "places"});
  CHECK(keys(told[0]["place"]) == std::vector<std::string>{"file", "sheet", "cell", "path", "page", "indicator"});
  CHECK(told[0]["where"] == "台账.xlsx 能耗台账!C5");
  CHECK(told[0]["place"].dump() == R"({"file":"台账.xlsx","sheet":"能耗台账","cell":"C5","path":null,"page":null,"indicator":null})");
  CHECK(told[0]["points"] == 2.5);
  CHECK(told[0]["cause"].is_null());
  CHECK(told[0]["count"] == 1);
  CHECK(told[0]["places"].size() == 1);
  CHECK(told[0]["places"][0] == told[0]["place"]);
  CHECK(told[1]["points"].is_null());
  CHECK(told[1]["cause"] == 0);
  CHECK(told[1]["count"] == 2);
  CHECK(told[1]["places"][0]["path"] == "佐证材料/a.pdf");
  CHECK(told[1]["places"][0]["indicator"] == "2.1.1");
  CHECK(told[1]["places"][1]["page"] == 7);
}

TEST_CASE("where a finding speaks for many, what each place has of its own stands behind it") {
  SampleAssessment sample;
  Findings& findings = sample.assessment.findings;
  findings.clear();
  for (int i = 1; i <= 30; ++i) {
    const std::string id = "2.1." + std::to_string(i);
    findings.push_back(Finding::missing("evidence-missing", evidence_of(id), "缺少：" + id, "请放入").by("综合科").costing(Points::from_hundredths(100)));
  }
  const auto told = result_of(sample)["findings"];
  REQUIRE(told.size() == 1);
  CHECK(told[0]["count"] == 30);
  CHECK(told[0]["places"].size() == 30);
  REQUIRE(told[0]["each"].size() == 30);
  CHECK(keys(told[0]["each"][0]) == std::vector<std::string>{"where", "place", "message", "hint", "owner", "points", "places"});
  CHECK(told[0]["each"][29]["message"] == "缺少：2.1.30");
  CHECK(told[0]["each"][29]["place"]["indicator"] == "2.1.30");
  CHECK(told[0]["each"][29]["points"] == 1);
}

TEST_CASE("the finding that docs/result.md shows is what is written") {
  const std::string page = *read_file(std::string(kSourceFolder) + "/docs/result.md", 1 << 20);
  const auto begin = page.find("```json\n");
  REQUIRE(begin != std::string::npos);
  const auto shown = nlohmann::ordered_json::parse(page.substr(begin + 8, page.find("```", begin + 8) - begin - 8));
  SampleAssessment sample;
  sample.assessment.findings = {Finding::missing("evidence-missing", evidence_of("2.2.5.4"), "缺少：宣传活动记录", "请补交，文件名以“2.2.5.4”开头")
                                    .by("综合科")
                                    .costing(Points::from_hundredths(200))};
  CHECK(result_of(sample)["findings"][0].dump(1) == shown.dump(1));
}

TEST_CASE("a rubric without a pass mark has neither pass nor verdict") {
  SampleAssessment sample;
  sample.rubric.pass.reset();
  sample.assessment.verdict = Verdict::none;
  const auto result = result_of(sample);
  CHECK(result["rubric"]["pass"].is_null());
  CHECK(result["verdict"].is_null());
}

TEST_CASE("energy is rounded as printed, half away from zero; unknown is null") {
  SampleAssessment sample;
  YearFigures& year = sample.assessment.energy.years[2020];
  year.total_kgce = number("253327.445");
  year.carbon_t = number("1041.5565");
  year.per_area_kgce = number("20.115");
  year.carriers[Carrier::electricity].used = true;
  year.carriers[Carrier::electricity].quantity = number("900000");
  year.carriers[Carrier::electricity].kgce = number("110610");
  year.carriers[Carrier::water] = {};
  TargetResult target;
  target.metric = kPerCapitaWater;
  target.required_pct = number("1.4");
  target.change_pct = number("-1.405");
  sample.assessment.energy.targets.push_back(target);
  const auto result = result_of(sample);
  const auto& figures = result["energy"]["years"]["2020"];
  CHECK(figures["total_kgce"].dump() == "253327.45");
  CHECK(figures["carbon_t"].dump() == "1041.557");
  CHECK(figures["per_area_kgce"].dump() == "20.12");
  CHECK(figures["building_kgce"].is_null());
  CHECK(figures["carriers"]["电"]["qty"].dump() == "900000");
  CHECK(figures["carriers"]["电"]["unit"] == "千瓦时");
  CHECK(figures["carriers"]["电"]["carbon_t"].is_null());
  CHECK_FALSE(figures["carriers"].contains("水"));
  CHECK(result["energy"]["targets"][0]["change_pct"].dump() == "-1.41");
  CHECK(result["energy"]["targets"][0]["met"].is_null());
}

TEST_CASE("text that is not UTF-8 does not stop the result") {
  SampleAssessment sample;
  sample.dossier.evidence.files[0].title = "\xFF\xFE";
  CHECK(result_of(sample)["indicators"][0]["evidence"][0]["title"].is_string());
}
