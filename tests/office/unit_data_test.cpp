// 数据.json read: what it says arrives as it is, and whatever else a stranger writes is refused by its place.
#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include "office/unit_data.h"

using namespace lvce;
using nlohmann::json;

namespace {

json sound() {
  return json::parse(R"({
    "schema": 1,
    "unit": {"name": "示例局", "level": "县级", "category": null, "credit_code": "", "items": {"省份": "山西", "供热计量": "按热量"}},
    "rubric": "shanxi-2021",
    "years": {"year": 2021, "energy_year": 2020, "base_year": 2019, "form_year": null},
    "ledger": {"columns": [{"carrier": "电", "unit": "万千瓦时"}, {"carrier": "汽油", "unit": "吨"}], "unplaced": 2,
               "rows": [{"year": 2020, "month": 1, "quantities": {"电": "0.12345678901234567", "汽油": null}},
                        {"year": 2020, "month": 0, "quantities": {"电": {"unreadable": true}}}]},
    "bases": [{"year": 2020, "area_m2": "8000.5", "energy_users": null, "vehicles": "2.5E-30"}],
    "targets": [{"metric": "人均用水量", "required_pct": "2.5", "quota": {"unreadable": true}}],
    "overrides": [{"item": "电折标系数", "value": "0.1229", "unit": "kgce/kWh", "year": "2021", "source": "GB/T 2589-2020"}],
    "answers": [{"id": "2.1.1", "done": "95%", "claimed": 1.55}, {"id": "2.1.2", "done": null, "claimed": {"unreadable": true}},
                {"id": "2.1.3", "done": {"unreadable": true}, "claimed": null}],
    "evidence": [{"id": "2.1.1", "title": "通知", "date": "2021-03", "state": "bound", "sha256": null, "demands_met": ["文件"], "date_from": "title"},
                 {"id": "2.1.2", "title": "宣传栏", "date": "2021", "state": "rejected", "sha256": null, "demands_met": [], "date_from": "file",
                  "picture": true, "captioned": true, "counts": 3}]
  })");
}

ReadUnitData read(const json& data) { return read_unit_data(data.dump(), "数据.json"); }

std::string why(const json& data) {
  const ReadUnitData out = read(data);
  if (out.data) return "";
  REQUIRE(out.findings.size() == 1);
  CHECK(out.findings[0].code == "unit-data-unreadable");
  return out.findings[0].message;
}

json with(const std::string& pointer, json value) {
  json out = sound();
  out[json::json_pointer(pointer)] = std::move(value);
  return out;
}

}  // namespace

TEST_CASE("every figure, blank and unreadable cell arrives as it was", "[unit-data]") {
  const ReadUnitData out = read(sound());
  REQUIRE(out.data);
  const Workbook& workbook = out.data->dossier.workbook;
  CHECK(out.data->rubric == "shanxi-2021");
  CHECK(workbook.unit.text("单位名称") == "示例局");
  CHECK(workbook.unit.text("供热计量") == "按热量");
  CHECK(workbook.unit.text("对比基期") == "2019");
  CHECK(workbook.unit.text("备案表年度").empty());
  CHECK(workbook.has_ledger_sheet);
  CHECK(workbook.ledger.unplaced == 2);
  CHECK(workbook.ledger.columns.at(1).unit == QuantityUnit::tonne);
  CHECK(*workbook.ledger.rows.at(0).quantities.at(Carrier::electricity).value == *Decimal::parse("0.12345678901234567"));
  CHECK(workbook.ledger.rows.at(0).quantities.at(Carrier::petrol).blank());
  CHECK(workbook.ledger.rows.at(1).quantities.at(Carrier::electricity).broken);
  CHECK(*workbook.bases.at(0).vehicles.value == *Decimal::parse("2.5E-30"));
  CHECK(workbook.bases.at(0).energy_users.blank());
  CHECK(workbook.targets.at(0).quota.broken);
  CHECK(workbook.overrides.at(0).source == "GB/T 2589-2020");
  CHECK(workbook.scores.at(0).done_is_percent);
  CHECK(workbook.scores.at(0).claim.value == Points::from_hundredths(155));
  CHECK(workbook.scores.at(1).claim.broken);
  CHECK(workbook.scores.at(2).done.broken);
  const EvidenceFile& picture = out.data->dossier.evidence.files.at(1);
  CHECK(picture.format == EvidenceFormat::picture);
  CHECK(picture.caption == "宣传栏");
  CHECK(picture.counted == 3);
  CHECK(picture.state == EvidenceState::rejected);
  CHECK(picture.date.origin == DateOrigin::document);
  CHECK(out.data->dossier.evidence.files.at(0).date.origin == DateOrigin::title);
}

TEST_CASE("without a ledger sheet there is none", "[unit-data]") {
  const ReadUnitData out = read(with("/ledger", nullptr));
  REQUIRE(out.data);
  CHECK_FALSE(out.data->dossier.workbook.has_ledger_sheet);
}

TEST_CASE("what is not as it should be is refused by its place", "[unit-data]") {
  CHECK(why(with("/schema", 2)).find("schema 应为 1 至 1 的整数") != std::string::npos);
  CHECK(why(with("/unit/name", "a\nb")).find("unit.name") != std::string::npos);
  CHECK(why(with("/years/year", 1066)).find("years.year") != std::string::npos);
  CHECK(why(with("/ledger/rows/0/month", 13)).find("ledger.rows[0].month") != std::string::npos);
  CHECK(why(with("/ledger/rows/0/quantities/煤气", "1")).find("不是能源种类") != std::string::npos);
  CHECK(why(with("/ledger/columns/0/unit", "立方米")).find("不是电的单位") != std::string::npos);
  CHECK(why(with("/bases/0/area_m2", 8000)).find("bases[0].area_m2 应为文字") != std::string::npos);
  CHECK(why(with("/bases/0/area_m2", "1/3")).find("bases[0].area_m2") != std::string::npos);
  CHECK(why(with("/bases/0/area_m2", "1e9999")).find("bases[0].area_m2") != std::string::npos);
  CHECK(why(with("/answers/0/id", "../../x")).find("answers[0].id 应为指标编号") != std::string::npos);
  CHECK(why(with("/answers/0/claimed", 1.555)).find("answers[0].claimed") != std::string::npos);
  CHECK(why(with("/answers/0/claimed", 1e300)).find("answers[0].claimed") != std::string::npos);
  CHECK(why(with("/evidence/0/state", "true")).find("evidence[0].state") != std::string::npos);
  CHECK(why(with("/evidence/0/sha256", "abc")).find("evidence[0].sha256") != std::string::npos);
  CHECK(why(with("/evidence/1/counts", 99999999)).find("evidence[1].counts") != std::string::npos);
  CHECK(why(json::array()).find("整个文件 应为对象") != std::string::npos);
}

TEST_CASE("no part of it may be left out but what can be blank", "[unit-data]") {
  const json whole = sound();
  for (const auto& [key, value] : whole.items()) {
    INFO(key);
    json less = whole;
    less.erase(key);
    CHECK((read(less).data.has_value()) == (key == "ledger"));
  }
}

TEST_CASE("truncated at any byte it is refused and nothing breaks", "[unit-data]") {
  const std::string bytes = sound().dump();
  for (std::size_t length = 0; length < bytes.size(); length += 7) CHECK_FALSE(read_unit_data(bytes.substr(0, length), "数据.json").data);
}
