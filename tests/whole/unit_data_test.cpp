// Every sample built, and computed again from its 数据.json alone: the same figures and points as in result.json.
#include <catch2/catch.hpp>

#include "office/unit_data.h"
#include "pack/result_parts.h"
#include "rubric/rubric.h"
#include "support/files.h"
#include "whole/package.h"

namespace fs = std::filesystem;
using namespace lvce;
using namespace lvce::testing;
using nlohmann::json;

namespace {

/// As the stages do it, in their order.
Assessment compute_again(const Rubric& rubric, Dossier& dossier) {
  Findings findings;
  const Years years = decide_years(dossier.workbook.unit, rubric, findings);
  const FactorSet factors = load_factors(kSourceFolder, rubric, dossier.workbook, years, findings);
  EnergyReport report = compute_energy(rubric, dossier.workbook, factors, years, findings);
  compare_with_other_set(kSourceFolder, rubric, dossier.workbook, years, report, findings);
  return assess(rubric, dossier, std::move(report), years, std::move(findings));
}

json points_by_id(const json& indicators) {
  json out = json::object();
  for (const json& one : indicators) out[one.at("id").get<std::string>()] = {one.at("claimed"), one.at("supported"), one.at("status")};
  return out;
}

/// Other hands: `from` becomes `to` in result.json, its line of SHA256SUMS is redone, and there is no zip that could tell.
void forge(const Package& package, const std::string& from, const std::string& to) {
  const fs::path file = package.folder / "result.json", sums = package.folder / "SHA256SUMS";
  std::string text = read_text(file), list = read_text(sums);
  const std::string before = sha256_of(text);
  REQUIRE(text.find(from) != std::string::npos);
  text.replace(text.find(from), from.size(), to);
  list.replace(list.find(before), before.size(), sha256_of(text));
  write_text(file, text);
  write_text(sums, list);
  fs::remove(package.folder / "申报材料.zip");
  fs::remove(package.folder / "申报材料.zip.sha256");
}

}  // namespace

TEST_CASE("an edited score is named by verify although the sums were redone", "[whole][unit-data]") {
  const Package package = build_sample("chongqing");
  CHECK(run_lvce({"verify", package.folder.string()}).code == 0);
  const std::string supported = "\"supported\": " + package.result.at("total").at("supported").dump();
  forge(package, supported, "\"supported\": 98.25");
  const Ran ran = run_lvce({"verify", package.folder.string()});
  CHECK(ran.code == 1);
  CHECK(ran.out.find("98.25，按 数据.json 重新计算是 ") != std::string::npos);
}

TEST_CASE("a package is computed again from its data", "[whole][unit-data]") {
  const std::string name = GENERATE(as<std::string>{}, "shanxi-complete", "shanxi-gaps", "chongqing", "yiyang", "taskplan", "xinjiang");
  INFO(name);
  const Package package = build_sample(name);
  const auto files = package.result.at("files");
  const bool listed = std::any_of(files.begin(), files.end(), [](const json& file) { return file.at("path") == kUnitDataName && file.at("kind") == "data"; });
  CHECK(listed);
  CHECK(read_text(package.folder / "SHA256SUMS").find(kUnitDataName) != std::string::npos);
  ReadUnitData read = read_unit_data(read_text(package.folder / kUnitDataName), kUnitDataName);
  REQUIRE(read.data);
  const LoadedRubric rubric = load_rubric(read.data->rubric, kSourceFolder);
  REQUIRE(rubric.rubric);
  const Assessment again = compute_again(*rubric.rubric, read.data->dossier);
  CHECK(json(energy_to_json(again.energy)) == package.result.at("energy"));
  CHECK(points_by_id(indicators_to_json(again, {})) == points_by_id(package.result.at("indicators")));
  CHECK(json(points_to_json(again.supported)) == package.result.at("total").at("supported"));
  CHECK(json(points_to_json(again.claimed)) == package.result.at("total").at("claimed"));
}
