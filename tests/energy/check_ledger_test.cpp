// Each ledger check: once quiet, once speaking; and the office's answers.
#include <catch2/catch.hpp>

#include "energy/ledger_rows.h"

using namespace lvce;
using lvce::test::Cells;
using lvce::test::check;
using lvce::test::check_rows;
using lvce::test::ordinary;
using lvce::test::row;
using lvce::test::SampleUnit;
using lvce::test::sound_months;

namespace {

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("an ordinary office has nothing to explain") {
  SampleUnit unit = ordinary();
  CHECK(check(unit).empty());
}

TEST_CASE("floor area and people: more than 10 % is said, 10 % is not") {
  SampleUnit unit = ordinary();
  SECTION("exactly 10 %") {
    unit.base(2020, "13200", "450");
    CHECK(check(unit).empty());
  }
  SECTION("more") {
    unit.base(2020, "13201", "500");
    CHECK(check(unit) == Codes{"base-changed"});
    CHECK(unit.findings[0].severity == Severity::warning);
  }
}

TEST_CASE("a carrier that swings by more than 10 %, or is there in one year only") {
  SampleUnit unit = ordinary();
  SECTION("more than 10 % is told, and may be explained") {
    unit.months(2020, Carrier::electricity, "77001");
    CHECK(check(unit) == Codes{"carrier-swing"});
    CHECK(unit.findings[0].severity == Severity::note);
    CHECK(unit.findings[0].place.text() == "台账.xlsx 能耗台账!C14:C25");
    unit.workbook.answers = {{"carrier-swing", "能耗台账!C14:C25", "新增充电桩"}};
    CHECK(check(unit) == Codes{"carrier-swing"});
    CHECK(unit.findings[0].answer == "新增充电桩");
  }
  SECTION("exactly 30 % is told, more is asked") {
    unit.months(2020, Carrier::electricity, "91000");
    CHECK(check(unit) == Codes{"carrier-swing"});
    CHECK(unit.findings[0].severity == Severity::note);
    unit.months(2020, Carrier::electricity, "91001");
    CHECK(check(unit) == Codes{"carrier-swing"});
    CHECK(unit.findings[0].severity == Severity::warning);
    CHECK(unit.findings[0].place.text() == "台账.xlsx 能耗台账!C14:C25");
  }
  SECTION("several are one note with the three that changed most") {
    for (const auto& [carrier, figure] : {std::pair(Carrier::electricity, "78400"), std::pair(Carrier::water, "765"), std::pair(Carrier::heat, "240")})
      unit.months(2020, carrier, figure);  // +12 %, -15 %, +20 %
    for (const int year : {2019, 2020}) unit.months(year, Carrier::diesel, year == 2019 ? "100" : "111");
    CHECK(check(unit) == Codes{"carrier-swing"});
    const std::string& said = unit.findings[0].message;
    CHECK(said.find("热力用量上升 20.0%") < said.find("水用量下降 15.0%"));
    CHECK(said.find("水用量下降 15.0%") < said.find("电用量上升 12.0%"));
    CHECK(said.find("柴油") == std::string::npos);
    CHECK(said.find("等 4 种能源") != std::string::npos);
    CHECK(unit.findings[0].places.size() == 4);
  }
  SECTION("a building half as large again: what follows it is told, what does not is asked") {
    unit.base(2020, "18000", "500").months(2020, Carrier::electricity, "105000").months(2020, Carrier::water, "500");
    CHECK(check(unit) == Codes{"base-changed", "carrier-swing", "carrier-swing"});
    CHECK(unit.findings[1].severity == Severity::warning);
    CHECK(unit.findings[1].message.find("水用量下降 44.4%") != std::string::npos);
    CHECK(unit.findings[2].severity == Severity::note);
    CHECK(unit.findings[2].message.find("电用量上升 50.0%") != std::string::npos);
  }
  SECTION("within") {
    unit.months(2020, Carrier::electricity, "77000");
    CHECK(check(unit).empty());
  }
  SECTION("one year only") {
    unit.months(2020, Carrier::natural_gas, "10");
    CHECK(check(unit) == Codes{"carrier-one-year-only"});
    CHECK(unit.findings[0].place.text() == "台账.xlsx 能耗台账!C2:C13");
  }
}

TEST_CASE("figures five times off the national average, at the cell that is to blame") {
  SampleUnit unit = ordinary();
  SECTION("floor area") {
    for (const int year : {2019, 2020}) unit.base(year, "1200", "500");
    CHECK(check(unit) == Codes{"intensity-implausible"});
    CHECK(unit.findings[0].count() == 2);
    CHECK(unit.findings[0].place.text() == "台账.xlsx 能耗台账!B2");  // where the test's bases stand
  }
  SECTION("people, by energy and by water") {
    for (const int year : {2019, 2020}) unit.base(year, "12000", "50");
    CHECK(check(unit) == Codes{"intensity-implausible"});
    CHECK(unit.findings[0].count() == 2);
    CHECK(unit.findings[0].place.text() == "台账.xlsx 能耗台账!D2");
  }
  SECTION("a unit of electricity") {
    for (const int year : {2019, 2020}) unit.months(year, Carrier::electricity, "7000000");
    CHECK(check(unit) == Codes{"intensity-implausible"});
    CHECK(unit.findings[0].count() == 2);
    CHECK(unit.findings[0].place.text() == "台账.xlsx 能耗台账!C2:C13");
  }
}

TEST_CASE("no electricity at all") {
  SampleUnit unit;
  for (const int year : {2019, 2020}) unit.base(year, "1200", "50").months(year, Carrier::heat, "70").months(year, Carrier::water, "90");
  CHECK(check(unit) == Codes{"electricity-not-used", "electricity-not-used"});
}

TEST_CASE("a month that is far off its year") {
  SampleUnit unit = ordinary();
  SECTION("above: the year's swing follows from it") {
    unit.month(2020, 7, Carrier::water, "4501");
    CHECK(check(unit) == Codes{"month-outlier"});
    CHECK(unit.findings[0].place.text() == "台账.xlsx 能耗台账!C20");
  }
  SECTION("five times is not yet") {
    unit.month(2020, 7, Carrier::water, "4500");
    CHECK(check(unit) == Codes{"carrier-swing"});
  }
  SECTION("below") {
    unit.month(2020, 7, Carrier::electricity, "7000");
    CHECK(check(unit) == Codes{"month-outlier"});
  }
  SECTION("heat goes by the season: another year's same month decides") {
    for (const int year : {2019, 2020}) {
      unit.months(year, Carrier::heat, "0").month(year, 1, Carrier::heat, "1200").month(year, 12, Carrier::heat, "1100");
      unit.month(year, 3, Carrier::heat, "100");
    }
    CHECK(check(unit).empty());
    unit.month(2020, 1, Carrier::heat, "12000");
    CHECK(check(unit) == Codes{"month-outlier"});
  }
}

TEST_CASE("zero in the same month of the other year is how the office is") {
  SampleUnit unit = ordinary();
  SECTION("an empty building in February, both years") {
    for (const int year : {2019, 2020}) unit.month(year, 2, Carrier::electricity, "0");
    CHECK(check(unit).empty());
  }
  SECTION("in one year only it is asked") {
    unit.month(2020, 2, Carrier::electricity, "0");
    CHECK(check(unit) == Codes{"month-outlier"});
    CHECK(unit.findings[0].place.text() == "台账.xlsx 能耗台账!C15");
  }
}

TEST_CASE("water read every second month is a rhythm, not false zeros") {
  SampleUnit unit = ordinary();
  for (int month = 1; month <= 11; month += 2) unit.month(2020, month, Carrier::water, "0").month(2020, month + 1, Carrier::water, "1800");
  SECTION("in one year, the other monthly") { CHECK(check(unit).empty()); }
  SECTION("a slipped digit among the readings is still found in its cell") {
    unit.month(2020, 6, Carrier::water, "18000");
    CHECK(check(unit) == Codes{"month-outlier"});
    CHECK(unit.findings[0].place.text() == "台账.xlsx 能耗台账!C19");
  }
}

TEST_CASE("a month's part above its whole") {
  SampleUnit unit = ordinary();
  for (const int year : {2019, 2020}) unit.months(year, Carrier::petrol, "100").months(year, Carrier::official_petrol, "90");
  unit.month(2020, 3, Carrier::official_petrol, "101");
  CHECK(check(unit) == Codes{"month-part-exceeds"});
}

TEST_CASE("the vehicles' ledger") {
  SampleUnit unit = ordinary();
  for (const int year : {2019, 2020}) unit.months(year, Carrier::petrol, "100").months(year, Carrier::official_petrol, "90");
  DetailLedger& ledger = unit.workbook.details["公务用车台账"];
  ledger.sheet = "公务用车台账";
  std::map<std::string, std::string> march = {{"车牌", "甲"},      {"燃料", "汽油"}, {"月份", "2020年3月"}, {"起止里程", "5000—5900"},
                                              {"行驶里程", "900"}, {"加油量", "90"}, {"百公里油耗", "10"},  {"定额", "11"}};
  const auto said = [&] {
    ledger.rows = {row(2, march)};
    return check(unit);
  };
  SECTION("sound") { CHECK(said().empty()); }
  SECTION("a month without its year cannot be compared") {
    march["月份"] = "3月";
    CHECK(said() == Codes{"vehicle-year-unknown"});
  }
  SECTION("a total row is no vehicle") {
    ledger.rows = {row(2, march), row(3, {{"车牌", "合计"}, {"月份", "2020年3月"}, {"燃料", "汽油"}, {"加油量", "90"}})};
    CHECK(check(unit).empty());
  }
  SECTION("litres that are not the ledger's") {
    march["加油量"] = "91";
    march["百公里油耗"] = "10.1";
    CHECK(said() == Codes{"vehicle-litres-differ"});
    CHECK(unit.findings[0].place.text() == "台账.xlsx 能耗台账!C16");
  }
  SECTION("litres mistyped: consumption and ledger speak against them, one finding") {
    march["加油量"] = "190";
    CHECK(said() == Codes{"vehicle-consumption-differs"});
    CHECK(unit.findings[0].place.text() == "台账.xlsx 表!加油量2");
  }
  SECTION("consumption misprinted") {
    march["百公里油耗"] = "9";
    march["定额"] = "9.5";
    CHECK(said() == Codes{"vehicle-consumption-differs"});
    CHECK(unit.findings[0].place.text() == "台账.xlsx 表!百公里油耗2");
  }
  SECTION("over quota") {
    march["定额"] = "9.9";
    CHECK(said() == Codes{"vehicle-over-quota"});
  }
  SECTION("distance mistyped") {
    march["行驶里程"] = "9000";
    CHECK(said() == Codes{"vehicle-distance-differs"});
  }
  SECTION("no distance") {
    march.erase("起止里程");
    march["行驶里程"] = "0";
    CHECK(said() == Codes{"vehicle-distance-missing"});
  }
}

namespace {

Codes check_meters(const std::vector<Cells>& cells) { return check_rows(ordinary(), "能耗明细台账", cells); }

}  // namespace

TEST_CASE("the meters' ledger: each fault once, at its cell") {
  std::vector<Cells> cells = sound_months();
  SECTION("sound") { CHECK(check_meters(cells).empty()); }
  SECTION("a present reading mistyped") {
    cells[4]["本期读数"] = "3600";
    CHECK(check_meters(cells) == Codes{"meter-not-continuous 本期读数6"});
  }
  SECTION("a present reading below the previous one") {
    cells[4]["本期读数"] = "350";
    CHECK(check_meters(cells) == Codes{"meter-reading-falls 本期读数6"});
  }
  SECTION("a previous reading mistyped") {
    cells[4]["上期读数"] = "2810";
    CHECK(check_meters(cells) == Codes{"meter-not-continuous 上期读数6"});
  }
  SECTION("the last reading mistyped") {
    cells[11]["本期读数"] = "8401";
    CHECK(check_meters(cells) == Codes{"meter-quantity-differs 本期读数13"});
  }
  SECTION("a quantity mistyped") {
    cells[4]["用量"] = "7000";
    CHECK(check_meters(cells) == Codes{"meter-quantity-differs 用量6"});
  }
  SECTION("a multiplier mistyped") {
    cells[4]["倍率"] = "10";
    CHECK(check_meters(cells) == Codes{"meter-multiplier-changed 倍率6"});
  }
  SECTION("a price of another unit") {
    cells[4]["单价"] = "5";
    CHECK(check_meters(cells) == Codes{"meter-price-unusual 单价6"});
  }
  SECTION("a price half above the usual one is in the band") {
    cells[4]["单价"] = "0.75";
    cells[4]["金额"] = "52500";
    CHECK(check_meters(cells).empty());
  }
  SECTION("an amount mistyped") {
    cells[4]["金额"] = "3500";
    CHECK(check_meters(cells) == Codes{"meter-amount-differs 金额6"});
  }
  SECTION("a month twice") {
    cells.insert(cells.begin() + 5, cells[4]);
    CHECK(check_meters(cells) == Codes{"meter-month-twice 月份7"});
  }
  SECTION("a month left out") {
    cells.erase(cells.begin() + 4);
    CHECK(check_meters(cells) == Codes{"meter-month-missing 月份6"});
  }
  SECTION("not what the energy ledger says") {
    cells[4]["用量"] = "70100";
    cells[4]["本期读数"] = "3501";
    cells[5]["上期读数"] = "3501";
    cells[5]["用量"] = "69900";
    cells[4]["金额"] = "35050";
    cells[5]["金额"] = "34950";
    CHECK(check_meters(cells) == Codes{"meter-ledger-differs C18", "meter-ledger-differs C19"});
  }
  SECTION("a new meter") {
    for (std::size_t i = 6; i < 12; ++i) {
      cells[i]["上期读数"] = std::to_string((i - 6) * 700);
      cells[i]["本期读数"] = std::to_string((i - 5) * 700);
    }
    CHECK(check_meters(cells) == Codes{"meter-not-continuous 上期读数8"});
    cells[6]["备注"] = "7月1日换表";
    CHECK(check_meters(cells).empty());
  }
}

TEST_CASE("sub-meters against their main meter") {
  std::vector<Cells> cells = sound_months();
  for (int floor = 1; floor <= 2; ++floor) {
    for (Cells sub : sound_months("1-" + std::to_string(floor))) {
      sub["上级表号"] = "1";
      sub["倍率"] = "50";
      sub["用量"] = "35000";
      sub["金额"] = "17500";
      cells.push_back(sub);
    }
  }
  CHECK(check_meters(cells).empty());
  SECTION("together above it") {
    cells[16]["本期读数"] = cells[17]["上期读数"] = "3502";  // 702 × 50
    cells[16]["用量"] = "35100";
    cells[16]["金额"] = "17550";
    cells[17]["用量"] = "34900";
    cells[17]["金额"] = "17450";
    CHECK(check_meters(cells) == Codes{"meter-sub-exceeds 用量18"});
  }
  SECTION("behind a meter that is not there") {
    for (std::size_t i = 12; i < 24; ++i) cells[i]["上级表号"] = "9";
    CHECK(check_meters(cells) == Codes{"meter-parent-unknown 上级表号14"});
  }
  SECTION("only 分表 in the remark") {
    for (std::size_t i = 12; i < 36; ++i) {
      cells[i].erase("上级表号");
      cells[i]["备注"] = "分表";
    }
    CHECK(check_meters(cells).empty());
  }
}

TEST_CASE("an instrument without what the standards print") {
  SampleUnit unit = ordinary();
  unit.workbook.details["计量器具台账"].rows = {row(2, {{"名称", "电表"}, {"规格型号", "DT"}, {"安装使用地点", "配电室"}, {"测量对象", "总用电"}}),
                                                row(3, {{"名称", "水表"}})};
  CHECK(check(unit) == Codes{"instrument-incomplete"});
}

TEST_CASE("an answer turns its finding into a note") {
  SampleUnit unit = ordinary();
  unit.base(2020, "13500", "650");  // +12.5 % and +30 %: two causes
  const std::string answered = "；单位说明：";
  SECTION("with code and place") {
    unit.workbook.answers = {{"base-changed", "能耗台账!B2", "新楼启用"}};
    CHECK(check(unit).size() == 2);
    CHECK(unit.with("base-changed")[0].severity == Severity::note);
    CHECK(unit.with("base-changed")[0].told().ends_with(answered + "新楼启用"));
    CHECK(unit.with("base-changed")[0].answer == "新楼启用");
    CHECK(unit.with("base-changed")[1].severity == Severity::warning);
  }
  SECTION("a code alone is not enough for two findings") {
    unit.workbook.answers = {{"base-changed", "", "新楼启用"}};
    check(unit);
    CHECK(unit.with("base-changed")[0].severity == Severity::warning);
    CHECK(unit.with("answer-unmatched").size() == 1);
  }
  SECTION("with the file's name") {
    unit.workbook.answers = {{"base-changed", "台账.xlsx 能耗台账 D2", "机构合并"}};
    check(unit);
    CHECK(unit.with("base-changed")[1].severity == Severity::note);
  }
}

TEST_CASE("an answer to an error or a gap is printed beside it and heals nothing") {
  SampleUnit unit = ordinary();
  unit.findings = {Finding::missing("ledger-cell-missing", in_cell("台账.xlsx", "能耗台账", "C5"), "2019年4月电未填", "补填")};
  unit.workbook.answers = {{"ledger-cell-missing", "能耗台账!C5", "停电检修"}};
  const EnergyReport report = SampleUnit(unit).compute();
  check_ledger(unit.rubric, unit.workbook, report, unit.findings);
  REQUIRE(unit.findings.size() == 1);
  CHECK(unit.findings[0].severity == Severity::missing);
  CHECK(unit.findings[0].told() == "2019年4月电未填；单位说明：停电检修");
}
