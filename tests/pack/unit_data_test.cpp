// 数据.json written: enough to compute the same points again, and nothing personal.
#include <catch2/catch.hpp>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "assess/case_file.h"
#include "office/unit_data.h"
#include "pack/pack.h"
#include "paths.h"

namespace fs = std::filesystem;
using namespace lvce;
using nlohmann::json;

namespace {

std::vector<fs::path> all_cases() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(fs::path(kTestData) / "assess/cases"))
    if (entry.path().extension() == ".yaml") out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

std::string points_of(const Assessment& assessment) {
  std::string out;
  for (const IndicatorResult& result : assessment.indicators)
    out += result.indicator->id + " " + result.claimed.text() + " " + result.supported.text() + " " + std::string(status_name(result.status)) + "\n";
  for (const GateResult& gate : assessment.gates) out += gate.gate->id + " " + std::to_string(static_cast<int>(gate.met)) + "\n";
  return out + std::to_string(static_cast<int>(assessment.verdict));
}

}  // namespace

TEST_CASE("every scoring case gives the same points from its data alone", "[unit-data]") {
  for (const fs::path& file : all_cases()) {
    INFO(file.filename());
    const auto given = testing::read_case(file);
    const Assessment first = assess(given->rubric, given->dossier, given->energy, given->years, {});
    ReadUnitData read = read_unit_data(unit_data_to_json(first), "数据.json");
    for (const Finding& finding : read.findings) UNSCOPED_INFO(finding.message);
    REQUIRE(read.data);
    const Assessment again = assess(given->rubric, read.data->dossier, given->energy, given->years, {});
    CHECK(points_of(again) == points_of(first));
  }
}

TEST_CASE("what is personal stays in the office", "[unit-data]") {
  const auto given = testing::read_case(fs::path(kTestData) / "assess/cases/whole-shanxi.yaml");
  Workbook& workbook = given->dossier.workbook;
  for (const char* item : {"创建联系人", "联系人职务", "办公电话", "移动电话", "电子邮箱", "单位地址", "单位基本情况", "填报日期", "数据来源单位"})
    workbook.unit.items[item] = std::string("机密") + item;
  for (SelfScore& row : workbook.scores) row.person = row.department = row.note = "机密姓名";
  REQUIRE_FALSE(workbook.scores.empty());
  workbook.scores.front().done.value = "机密 13800000000";
  for (EvidenceFile& file : given->dossier.evidence.files) file.caption = "机密图说";
  const std::string data = unit_data_to_json(assess(given->rubric, given->dossier, given->energy, given->years, {}));
  CHECK(data.find("机密") == std::string::npos);
  CHECK(data.find("13800000000") == std::string::npos);
}

TEST_CASE("its parts are those of the contract, in one order", "[unit-data]") {
  const auto given = testing::read_case(fs::path(kTestData) / "assess/cases/whole-xinjiang.yaml");
  const Assessment judged = assess(given->rubric, given->dossier, given->energy, given->years, {});
  const auto data = nlohmann::ordered_json::parse(unit_data_to_json(judged));
  std::vector<std::string> keys;
  for (const auto& [key, value] : data.items()) keys.push_back(key);
  CHECK(keys == std::vector<std::string>{"schema", "unit", "rubric", "years", "ledger", "bases", "targets", "overrides", "answers", "evidence"});
  for (const auto& row : data.at("evidence"))
    for (const char* key : {"id", "title", "date", "state", "sha256", "demands_met"}) CHECK(row.contains(key));
  CHECK(unit_data_to_json(judged) == unit_data_to_json(judged));
}

TEST_CASE("figures are carried without loss, however long", "[unit-data]") {
  const auto given = testing::read_case(fs::path(kTestData) / "assess/cases/whole-shanxi.yaml");
  Workbook& workbook = given->dossier.workbook;
  const std::vector<std::string> typed = {
      "0", "12345.6", "-0.5", "0.12345678901234567", "1234567890123456789012345678901234567890", "1.25E-30", "-9.999999999999E-25", "1E30"};
  workbook.bases.clear();
  for (const std::string& text : typed) {
    YearBase base;
    base.year = 2020;
    base.area_m2.value = Decimal::parse(text);
    REQUIRE(base.area_m2.value);
    workbook.bases.push_back(base);
  }
  const ReadUnitData read = read_unit_data(unit_data_to_json(assess(given->rubric, given->dossier, given->energy, given->years, {})), "数据.json");
  REQUIRE(read.data);
  const auto& bases = read.data->dossier.workbook.bases;
  REQUIRE(bases.size() == typed.size());
  for (std::size_t i = 0; i < typed.size(); ++i) {
    INFO(typed[i]);
    REQUIRE(bases[i].area_m2.value);
    CHECK(*bases[i].area_m2.value == *Decimal::parse(typed[i]));
  }
}
