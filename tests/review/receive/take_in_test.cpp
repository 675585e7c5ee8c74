// Whose a package is, which round, whether it counts.
#include <catch2/catch.hpp>

#include <fstream>

#include "review/receive/take_in.h"

using namespace lvce;

namespace {

Arrival sound(const std::string& unit, const std::string& digest, const std::string& source = "") {
  Arrival out;
  out.unit = unit;
  out.named = true;
  out.source = source.empty() ? unit + digest + ".zip" : source;
  out.sha256 = digest;
  out.folder = "/scratch/" + digest;
  out.whole = out.readable = true;
  out.stated.supported = out.recomputed.supported = Points::from_hundredths(9000);
  return out;
}

Arrival broken(const std::string& source) {
  Arrival out;
  out.unit = out.source = source;
  out.faults.push_back({"parcel-damaged", source, "打不开", ""});
  return out;
}

DeskRecord with_roster(std::vector<std::string> names) {
  DeskRecord out;
  for (std::string& name : names) out.roster.push_back({std::move(name), "", "", "", "", "", "", std::nullopt});
  return out;
}

std::vector<std::string> states(const DeskRecord& record) {
  std::vector<std::string> out;
  for (const Arrival& arrival : record.arrivals) out.push_back(arrival.unit + " " + std::to_string(arrival.round) + " " + arrival.state);
  return out;
}

using Rows = std::vector<std::string>;

}  // namespace

TEST_CASE("what the roster has and the inbox has not is missing, what only the inbox has is unknown", "[receive]") {
  DeskRecord record = with_roster({"乙局", "甲局", "丙局"});
  take_in(record, {sound("甲局", "a"), sound("丁局", "d")}, {});
  CHECK(states(record) == Rows{"甲局 1 ok", "丁局 1 unknown"});
  CHECK(record.missing == Rows{"乙局", "丙局"});
}

TEST_CASE("without a roster nobody is unknown or missing", "[receive]") {
  DeskRecord record;
  take_in(record, {sound("甲局", "a")}, {});
  CHECK(states(record) == Rows{"甲局 1 ok"});
  CHECK(record.missing.empty());
}

TEST_CASE("widths and blanks in a name do not make another unit", "[receive]") {
  DeskRecord record = with_roster({"甲局（本级）"});
  take_in(record, {sound("甲局 (本级)", "a")}, {});
  CHECK(states(record) == Rows{"甲局（本级） 1 ok"});
  CHECK(record.missing.empty());
}

TEST_CASE("the same content twice counts once", "[receive]") {
  DeskRecord record;
  take_in(record, {sound("甲局", "a", "1.zip"), sound("甲局", "a", "2.zip")}, {});
  CHECK(states(record) == Rows{"甲局 1 ok", "甲局 1 double"});
  take_in(record, {sound("甲局", "a", "1.zip"), sound("甲局", "a", "2.zip")}, {});
  CHECK(states(record) == Rows{"甲局 1 ok", "甲局 1 double"});
}

TEST_CASE("of two contents of a unit in one run none counts until one comes alone", "[receive]") {
  DeskRecord record;
  take_in(record, {sound("甲局", "a"), sound("甲局", "b")}, {});
  CHECK(states(record) == Rows{"甲局 1 double", "甲局 1 double"});
  take_in(record, {sound("甲局", "a"), sound("甲局", "b")}, {});
  CHECK(states(record) == Rows{"甲局 1 double", "甲局 1 double"});
  take_in(record, {sound("甲局", "b")}, {});
  CHECK(states(record) == Rows{"甲局 1 double", "甲局 1 ok"});
}

TEST_CASE("a third content settles a round in which nothing counted", "[receive]") {
  DeskRecord record;
  take_in(record, {sound("甲局", "a"), sound("甲局", "b")}, {});
  take_in(record, {sound("甲局", "c")}, {});
  CHECK(states(record) == Rows{"甲局 1 double", "甲局 1 double", "甲局 1 ok"});
}

TEST_CASE("a new content in a later run is the next round, the same one is not", "[receive]") {
  DeskRecord record;
  take_in(record, {sound("甲局", "a")}, {});
  take_in(record, {sound("甲局", "a", "改了名.zip")}, {});
  CHECK(states(record) == Rows{"甲局 1 ok"});
  take_in(record, {sound("甲局", "a"), sound("甲局", "b")}, {});
  CHECK(states(record) == Rows{"甲局 1 ok", "甲局 2 ok"});
  take_in(record, {sound("甲局", "c")}, {});
  CHECK(states(record) == Rows{"甲局 1 ok", "甲局 2 ok", "甲局 3 ok"});
}

TEST_CASE("a package that states what its data do not give is altered and counts for no round", "[receive]") {
  DeskRecord record;
  Arrival forged = sound("甲局", "f");
  forged.differences.push_back({"材料支持得分合计", "98", "83"});
  take_in(record, {forged}, {});
  REQUIRE(states(record) == Rows{"甲局 1 altered"});
  CHECK(record.arrivals[0].reason.find("98") != std::string::npos);
  CHECK(record.arrivals[0].reason.find("83") != std::string::npos);
  take_in(record, {sound("甲局", "a")}, {});
  CHECK(states(record) == Rows{"甲局 1 ok", "甲局 1 altered"});  // 甲局a.zip stands before 甲局f.zip
}

TEST_CASE("what cannot be opened belongs to the unit of the longest name in its own", "[receive]") {
  DeskRecord record = with_roster({"某局", "某局服务中心", "某办"});
  take_in(record, {broken("县里/某局服务中心材料.zip")}, {});
  CHECK(states(record) == Rows{"某局服务中心 1 broken"});
  CHECK(record.missing == Rows{"某局", "某办"});
  take_in(record, {broken("县里/某局服务中心材料.zip")}, {});
  CHECK(record.arrivals.size() == 1);
}

TEST_CASE("files that differ from their sums are altered, lacking ones are broken", "[receive]") {
  DeskRecord record;
  Arrival changed = broken("1.zip"), lacking = broken("2.zip");
  changed.faults.front().code = "verify-digest";
  lacking.faults.front().code = "verify-file-missing";
  take_in(record, {changed, lacking}, {});
  CHECK(states(record) == Rows{"1.zip 1 altered", "2.zip 1 broken"});
}

TEST_CASE("late is what came after the day that is printed, by the roster's date before the run's", "[receive]") {
  const auto due = [](const Arrival&) { return std::optional<std::string>("2021-10-20"); };
  DeskRecord record = with_roster({"甲局", "乙局", "丙局"});
  record.roster[1].received = "2021-10-20";
  take_in(record, {sound("甲局", "a"), sound("乙局", "b"), sound("丙局", "c")}, {"2021-10-21", due});
  CHECK(states(record) == Rows{"甲局 1 late", "乙局 1 ok", "丙局 1 late"});
  CHECK(record.arrivals[0].reason == "收件日期 2021-10-21，期限 2021-10-20");
  DeskRecord undated;
  take_in(undated, {sound("甲局", "a")}, {"", due});
  CHECK(states(undated) == Rows{"甲局 1 ok"});
}

TEST_CASE("the record is read back as it was written", "[receive]") {
  DeskRecord record = with_roster({"甲局"});
  Arrival forged = sound("甲局", "f");
  forged.differences.push_back({"自评得分合计", "98.5", "83"});
  forged.indicators.push_back({"2.1.1", "complete", Points::from_hundredths(150), Points::from_hundredths(150), Points::from_hundredths(25)});
  forged.changes = RoundChanges{1, {"改：01 自评报告.pdf"}, {"2.1.1 增：制度"}, {}};
  take_in(record, {forged, broken("坏.zip")}, {});
  const std::string text = desk_record_to_json(record);
  const auto folder = std::filesystem::temp_directory_path() / "lvce-record-test";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / kDeskRecordName) << text;
  Findings findings;
  const auto again = read_desk_record(folder, findings);
  std::filesystem::remove_all(folder);
  REQUIRE(again);
  CHECK(desk_record_to_json(*again) == text);
}
