// Each ledger check: once quiet, once speaking; and the office's answers.
#include <catch2/catch.hpp>

#include "energy/sample_unit.h"

using namespace lvce;
using lvce::test::number;
using lvce::test::SampleUnit;

namespace {

/// An ordinary office: 12000 m², 500 people, near the national averages in both years.
SampleUnit ordinary() {
  SampleUnit unit;
  for (const int year : {2019, 2020}) {
    unit.months(year, Carrier::electricity, "70000").months(year, Carrier::water, "900").months(year, Carrier::heat, "200");
    unit.base(year, "12000", "500").vehicles(year, "10", "8");
  }
  return unit;
}

/// Codes of what the checks say.
std::vector<std::string> check(SampleUnit& unit) {
  const EnergyReport report = unit.compute();
  unit.findings.clear();
  check_ledger(unit.rubric, unit.workbook, report, unit.findings);
  std::vector<std::string> out;
  for (const Finding& finding : unit.findings) out.push_back(finding.code);
  return out;
}

using Codes = std::vector<std::string>;

DetailRow row(int number_of_row, const std::map<std::string, std::string>& cells) {
  DetailRow out;
  out.row = number_of_row;
  for (const auto& [header, text] : cells) out.cells[header] = {text, Decimal::parse(text), {"表", "A" + std::to_string(number_of_row)}};
  return out;
}

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

TEST_CASE("a carrier that swings by more than 30 %, or is there in one year only") {
  SampleUnit unit = ordinary();
  SECTION("swing") {
    unit.months(2020, Carrier::electricity, "91001");
    CHECK(check(unit) == Codes{"carrier-swing"});
  }
  SECTION("within") {
    unit.months(2020, Carrier::electricity, "91000");
    CHECK(check(unit).empty());
  }
  SECTION("one year only") {
    unit.months(2020, Carrier::natural_gas, "10");
    CHECK(check(unit) == Codes{"carrier-one-year-only"});
  }
}

TEST_CASE("figures ten times off the national average") {
  SampleUnit unit = ordinary();
  for (const int year : {2019, 2020}) unit.base(year, "120", "500");
  CHECK(check(unit) == Codes{"intensity-implausible", "intensity-implausible"});
}

TEST_CASE("no electricity at all") {
  SampleUnit unit;
  for (const int year : {2019, 2020}) unit.base(year, "1200", "50").months(year, Carrier::heat, "70").months(year, Carrier::water, "90");
  CHECK(check(unit) == Codes{"electricity-not-used", "electricity-not-used"});
}

TEST_CASE("a month that is far off its year") {
  SampleUnit unit = ordinary();
  unit.months(2020, Carrier::water, "900").month(2020, 7, Carrier::water, "4501");
  const auto codes = check(unit);
  CHECK(codes == Codes{"carrier-swing", "month-outlier"});
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
  SECTION("sound") {
    ledger.rows = {row(2, {{"车牌", "甲"},
                           {"燃料", "汽油"},
                           {"月份", "2020-03"},
                           {"行驶里程", "10000"},
                           {"加油量", "1080"},
                           {"百公里油耗", "10.8"},
                           {"定额", "11"}})};
    CHECK(check(unit).empty());
  }
  SECTION("a month without its year cannot be compared") {
    ledger.rows = {row(2, {{"车牌", "甲"}, {"燃料", "汽油"}, {"月份", "3月"}, {"加油量", "5"}})};
    CHECK(check(unit) == Codes{"vehicle-year-unknown"});
  }
  SECTION("litres differ, over quota, consumption misprinted") {
    ledger.rows = {row(2, {{"车牌", "甲"},
                           {"燃料", "汽油"},
                           {"月份", "2020年3月"},
                           {"行驶里程", "10000"},
                           {"加油量", "1081"},
                           {"百公里油耗", "9"},
                           {"定额", "10"}})};
    CHECK(check(unit) == Codes{"vehicle-consumption-differs", "vehicle-over-quota", "vehicle-litres-differ"});
  }
}

TEST_CASE("the meters' ledger") {
  SampleUnit unit = ordinary();
  DetailLedger& ledger = unit.workbook.details["能耗明细台账"];
  ledger.sheet = "能耗明细台账";
  SECTION("twelve sound months") {
    for (int month = 1; month <= 12; ++month) {
      ledger.rows.push_back(row(month + 1, {{"年度", "2020"},
                                            {"月份", std::to_string(month)},
                                            {"能源种类", "电"},
                                            {"表号", "1"},
                                            {"上期读数", std::to_string((month - 1) * 700)},
                                            {"本期读数", std::to_string(month * 700)},
                                            {"倍率", "100"},
                                            {"用量", "70000"},
                                            {"单价", "0.5"},
                                            {"金额", "35000"}}));
    }
    CHECK(check(unit).empty());
    ledger.rows.back() = row(13, {{"年度", "2020"}, {"月份", "12"}, {"能源种类", "电"}, {"用量", "70001"}});
    CHECK(check(unit) == Codes{"meter-year-differs"});
  }
  SECTION("faults of single rows") {
    ledger.rows = {row(2, {{"表号", "1"}, {"上期读数", "10"}, {"本期读数", "20"}, {"用量", "11"}}),
                   row(3, {{"表号", "1"}, {"上期读数", "21"}, {"本期读数", "15"}}),
                   row(4, {{"用量", "10"}, {"单价", "2"}, {"金额", "30"}})};
    CHECK(check(unit) == Codes{"meter-quantity-differs", "meter-reading-falls", "meter-not-continuous", "meter-amount-differs"});
  }
}

TEST_CASE("an instrument without what the standards print") {
  SampleUnit unit = ordinary();
  unit.workbook.details["计量器具台账"].rows = {
      row(2, {{"名称", "电表"}, {"规格型号", "DT"}, {"安装使用地点", "配电室"}, {"测量对象", "总用电"}}), row(3, {{"名称", "水表"}})};
  CHECK(check(unit) == Codes{"instrument-incomplete"});
}

TEST_CASE("an answer turns its finding into a note") {
  SampleUnit unit = ordinary();
  unit.base(2020, "13500", "600");
  SECTION("with code and place") {
    unit.workbook.answers = {{"base-changed", "年度基数 建筑面积 2020年", "新楼启用"}};
    CHECK(check(unit).size() == 2);
    CHECK(unit.with("base-changed")[0].severity == Severity::note);
    CHECK(unit.with("base-changed")[0].message.find("新楼启用") != std::string::npos);
    CHECK(unit.with("base-changed")[1].severity == Severity::warning);
  }
  SECTION("a code alone is not enough for two findings") {
    unit.workbook.answers = {{"base-changed", "", "新楼启用"}};
    check(unit);
    CHECK(unit.with("base-changed")[0].severity == Severity::warning);
    CHECK(unit.with("answer-unmatched").size() == 1);
  }
  SECTION("with the file's name") {
    unit.workbook.answers = {{"base-changed", "台账.xlsx 年度基数 用能人数 2020年", "机构合并"}};
    check(unit);
    CHECK(unit.with("base-changed")[1].severity == Severity::note);
  }
}
