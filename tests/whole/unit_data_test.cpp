// Every sample built, and computed again from its 数据.json alone: the same figures and points as in result.json.
#include <catch2/catch.hpp>

#include "office/unit_data.h"
#include "pack/result_parts.h"
#include "rubric/rubric.h"
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

}  // namespace

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
