#include "fleet/record.h"

#include <catch2/catch.hpp>

#include "fleet/gather.h"
#include "pack/sums.h"
#include "temp_out.h"

namespace fs = std::filesystem;
using lvce::RunRecord;
using lvce::Shard;
using lvce::UnitRow;

namespace {

UnitRow row_of(const std::string& name, lvce::UnitState state = lvce::UnitState::built) {
  lvce::UnitTask task;
  task.name = name;
  UnitRow row = lvce::failed_row(task, 0, {});
  row.state = state;
  return row;
}

/// A package as a row tells of it.
UnitRow packed(const TempOut& out, const std::string& name) {
  out.add(name + "/result.json", "{\"unit\": \"" + name + "\"}");
  out.add(name + "/申报材料.zip", "PK");
  UnitRow row = row_of(name);
  row.result_sha256 = *lvce::sha256_of_file(out.path() / name / "result.json");
  row.files = {{"result.json", fs::file_size(out.path() / name / "result.json")}, {"申报材料.zip", 2}};
  return row;
}

void record(const TempOut& out, const Shard& shard, const std::vector<UnitRow>& rows, bool finish = true) {
  lvce::Findings findings;
  auto record = RunRecord::open(out.path(), shard, findings);
  REQUIRE(record);
  for (const UnitRow& row : rows) record->note_row(row);
  if (finish) REQUIRE(record->finish());
}

lvce::Roster roster_of(const TempOut& out, const std::string& names) {
  out.add("名单.csv", "单位名称\n" + names);
  auto read = lvce::read_roster(out.path() / "名单.csv");
  REQUIRE(read.roster);
  return std::move(*read.roster);
}

}  // namespace

TEST_CASE("A record holds the rows of its shard, and says whether it was finished") {
  const TempOut out;
  record(out, {1, 2}, {row_of("甲"), row_of("乙", lvce::UnitState::failed)});
  record(out, {2, 2}, {row_of("丙")}, false);
  const auto records = lvce::read_records(out.path());
  REQUIRE(records.size() == 2);
  CHECK(records[0].shard == Shard{1, 2});
  CHECK(records[0].finished);
  CHECK(records[0].rows.size() == 2);
  CHECK_FALSE(records[1].finished);
  CHECK(records[1].rows.size() == 1);
}

TEST_CASE("What an interrupted run had begun is known to the next one, and to the one after it") {
  const TempOut out;
  lvce::Findings findings;
  {
    auto first = RunRecord::open(out.path(), {1, 1}, findings);
    REQUIRE(first);
    first->note_begun("甲局");
  }
  {
    const auto second = RunRecord::open(out.path(), {1, 1}, findings);
    REQUIRE(second);
    CHECK(second->begun_before("甲 局"));
    CHECK_FALSE(second->begun_before("乙局"));
  }
  auto third = RunRecord::open(out.path(), {1, 1}, findings);
  REQUIRE(third);
  CHECK(third->begun_before("甲局"));
  REQUIRE(third->finish());
  CHECK_FALSE(RunRecord::open(out.path(), {1, 1}, findings)->begun_before("甲局"));
}

TEST_CASE("A run cut into another number of shards leaves no old record behind") {
  const TempOut out;
  record(out, {1, 4}, {row_of("甲")});
  record(out, {1, 2}, {row_of("甲")});
  const auto records = lvce::read_records(out.path());
  REQUIRE(records.size() == 1);
  CHECK(records[0].shard == Shard{1, 2});
}

TEST_CASE("A torn last line is not a row, the others are") {
  const TempOut out;
  record(out, {1, 1}, {row_of("甲"), row_of("乙")}, false);
  const fs::path part = out.path() / ".批次" / "1-1.jsonl.part";
  fs::resize_file(part, fs::file_size(part) - 20);
  const auto records = lvce::read_records(out.path());
  REQUIRE(records.size() == 1);
  CHECK(records[0].rows.size() == 1);
}

TEST_CASE("A roster whose units are all there and whole is gathered") {
  const TempOut out;
  record(out, {1, 1}, {packed(out, "乙局"), packed(out, "甲局")});
  const auto units = lvce::gather_units(out.path(), roster_of(out, "甲局\n乙局\n"));
  CHECK(units.missing.empty());
  CHECK(units.findings.empty());
  REQUIRE(units.rows.size() == 2);
  CHECK(units.rows[0].name == "甲局");
  CHECK(units.rows[1].index == 1);
}

TEST_CASE("Units that are missing, failed or half are named, whatever the reason") {
  const TempOut out;
  UnitRow half = packed(out, "甲局");
  const UnitRow altered = packed(out, "乙局"), gone = packed(out, "丙局"), whole = packed(out, "丁局");
  record(out, {1, 1}, {half, altered, gone, whole, row_of("戊局", lvce::UnitState::failed)});
  out.add("甲局/申报材料.zip", "P");                     // cut short
  out.add("乙局/result.json", "{\"unit\": \"乙局\" }");  // another one
  fs::resize_file(out.path() / "乙局/result.json", fs::file_size(out.path() / "乙局/result.json") - 1);
  fs::remove_all(out.path() / "丙局");
  const auto units = lvce::gather_units(out.path(), roster_of(out, "甲局\n乙局\n丙局\n丁局\n戊局\n己局\n"));
  CHECK(units.missing == std::vector<std::string>{"甲局", "乙局", "丙局", "戊局", "己局"});
  REQUIRE(units.rows.size() == 6);
  CHECK(units.rows[0].findings.front().code == "gather-unit-half");
  CHECK(units.rows[1].findings.front().code == "gather-unit-half");
  CHECK(units.rows[2].findings.front().code == "gather-unit-half");
  CHECK(units.rows[3].state == lvce::UnitState::built);
  CHECK(units.rows[4].findings.front().code == "gather-unit-failed");
  CHECK(units.rows[5].findings.front().code == "gather-unit-missing");
}

TEST_CASE("A shard that was lost or is not finished is named") {
  const TempOut out;
  record(out, {1, 3}, {});
  record(out, {3, 3}, {}, false);
  const auto units = lvce::gather_units(out.path(), roster_of(out, "甲局\n"));
  REQUIRE(units.findings.size() == 1);
  CHECK(units.findings.front().code == "gather-shard-open");
  CHECK(units.findings.front().message == "共 3 片，没有完成的：第 2、3 片");
  CHECK(units.missing == std::vector<std::string>{"甲局"});
}

TEST_CASE("A unit of which two shards tell differently, and one that the roster does not have, are named") {
  const TempOut out;
  UnitRow one = packed(out, "甲局"), other = one;
  other.result_sha256 = std::string(64, '0');
  record(out, {1, 2}, {one});
  record(out, {2, 2}, {other, packed(out, "外局")});
  const auto units = lvce::gather_units(out.path(), roster_of(out, "甲局\n"));
  CHECK(units.rows.front().findings.front().code == "gather-unit-twice");
  REQUIRE(units.findings.size() == 1);
  CHECK(units.findings.front().code == "gather-unit-unknown");
}
