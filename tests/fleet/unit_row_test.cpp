#include "fleet/unit_row.h"

#include <catch2/catch.hpp>

#include "fleet/json.h"

#include "fleet/progress.h"
#include "fleet/tables.h"

using lvce::Decimal;
using lvce::Finding;
using lvce::UnitRow;
using lvce::UnitState;

namespace {

UnitRow whole_row() {
  UnitRow row;
  row.index = 7;
  row.name = "某县“财政”局\n";
  row.folder = "财政局";
  row.department = "政府办";
  row.state = UnitState::built;
  row.code = 1;
  row.rubric = "shanxi-2021";
  row.claimed = Decimal::parse("95.5");
  row.supported = Decimal(90);
  row.verdict = "pass";
  row.gates = {{"pass_mark", true, "达到"}, {"accident", std::nullopt, "没有填"}};
  row.targets = {{"人均用水量", false, ""}};
  row.energy.total_kgce = Decimal::parse("179299.12");
  row.energy.carbon_t = Decimal::parse("0.001");
  row.errors = 1;
  row.missing = 2;
  row.pages = 148;
  row.inputs_sha256 = "ab";
  row.result_sha256 = "cd";
  row.files = {{"SHA256SUMS", 5'000'000'000ULL}};
  row.findings = {
      Finding::missing("evidence-missing", lvce::evidence_of("2.1.1"), "没有材料", "请补").by("综合科").costing(lvce::Points::from_hundredths(250))};
  return row;
}

}  // namespace

TEST_CASE("A row and its line say the same") {
  const UnitRow row = whole_row();
  const std::string line = lvce::row_to_line(row);
  CHECK(line.find('\n') == std::string::npos);
  const auto back = lvce::row_from_line(line);
  REQUIRE(back);
  CHECK(lvce::row_to_line(*back) == line);
  CHECK(back->claimed == Decimal::parse("95.5"));
  CHECK(back->energy.total_kgce == Decimal::parse("179299.12"));
  CHECK_FALSE(back->energy.water_m3);
  CHECK(back->files.front().bytes == 5'000'000'000ULL);
  REQUIRE(back->findings.size() == 1);
  CHECK(back->findings.front().owner == "综合科");
  CHECK(back->findings.front().place.indicator == "2.1.1");
  CHECK(back->findings.front().where() == "佐证材料 2.1.1");
  CHECK(back->findings.front().points == lvce::Points::from_hundredths(250));
  CHECK_FALSE(back->gates[1].met);
}

TEST_CASE("A torn line is no row") {
  const std::string line = lvce::row_to_line(whole_row());
  for (const std::size_t length : {std::size_t(0), std::size_t(1), line.size() / 2, line.size() - 1}) CHECK_FALSE(lvce::row_from_line(line.substr(0, length)));
  CHECK_FALSE(lvce::row_from_line("{\"begun\":\"某局\"}"));
}

TEST_CASE("批次.json holds what the contract names, and what went wrong") {
  UnitRow failed = lvce::failed_row({}, 3, {Finding::error("workbook-damaged", lvce::on_disk("乙局"), "已损坏", "换一份")});
  failed.name = "乙局";
  const std::vector<std::string> missing = {"乙局"};
  CHECK(lvce::batch_to_json({whole_row(), failed}, &missing, {}) == R"({
  "units": [
    {
      "name": "某县“财政”局\n",
      "state": "built",
      "exit": 1,
      "claimed": 95.5,
      "supported": 90,
      "verdict": "pass",
      "inputs_sha256": "ab"
    },
    {
      "name": "乙局",
      "state": "failed",
      "exit": 3,
      "claimed": null,
      "supported": null,
      "verdict": null,
      "inputs_sha256": null
    }
  ],
  "missing": [
    "乙局"
  ],
  "findings": [
    {
      "code": "workbook-damaged",
      "severity": "error",
      "where": "乙局",
      "message": "已损坏",
      "hint": "换一份",
      "owner": "",
      "indicator": null,
      "points": null
    }
  ]
}
)");
}

TEST_CASE("A line tells what became of a unit") {
  UnitRow row = whole_row();
  row.name = "某局";
  CHECK(lvce::progress_line(row, 3, 20) == "[3/20] 某局：已生成，自评 95.5，材料支持 90，通过，错误 1，缺项 2");
  row.state = UnitState::failed;
  CHECK(lvce::progress_line(row, 4, 20) == "[4/20] 某局：没有生成〔evidence-missing〕");
  CHECK(lvce::time_words(std::chrono::seconds(0)).empty());
  CHECK(lvce::time_words(std::chrono::seconds(59)) == "约 59 秒");
  CHECK(lvce::time_words(std::chrono::seconds(200)) == "约 3 分 20 秒");
  CHECK(lvce::time_words(std::chrono::seconds(7260)) == "约 2 小时 1 分");
}

TEST_CASE("a finding that speaks for many is taken apart for the list of all units", "[fleet]") {
  const auto json = lvce::fleet::parse_object(
      R"({"code":"evidence-missing","severity":"missing","where":"佐证材料 2.1 等2处","message":"缺少佐证材料（2处）","hint":"h","owner":"甲、乙","points":3,
          "each":[{"where":"佐证材料 2.1","place":{"indicator":"2.1"},"message":"缺少：甲的","hint":"放入","owner":"甲","points":1},
                  {"where":"佐证材料 2.2","place":{"indicator":"2.2"},"message":"缺少：乙的","hint":"放入","owner":"乙","points":3}]})");
  REQUIRE(json);
  const lvce::Findings singly = lvce::fleet::singly_from_json(*json);
  REQUIRE(singly.size() == 2);
  CHECK(singly[1].code == "evidence-missing");
  CHECK(singly[1].severity == lvce::Severity::missing);
  CHECK(singly[1].message == "缺少：乙的");
  CHECK(singly[1].owner == "乙");
  CHECK(singly[1].place.indicator == "2.2");
  CHECK(singly[1].points == lvce::Points::from_hundredths(300));
}
