// Rows of 能耗明细台账 that are misplaced, lacking or not filled in: one finding each, at the row itself.
#include <catch2/catch.hpp>

#include "energy/ledger_rows.h"

using lvce::Carrier;
using lvce::QuantityUnit;
using lvce::test::Cells;
using lvce::test::ordinary;
using lvce::test::sound_months;

namespace {

using Codes = std::vector<std::string>;

Codes check_meters(const std::vector<Cells>& cells) { return lvce::test::check_rows(ordinary(), "能耗明细台账", cells); }

/// A main meter and a sub-meter behind it.
std::vector<Cells> two_meters() {
  std::vector<Cells> out = sound_months();
  for (Cells sub : sound_months("1-1")) {
    sub["上级表号"] = "1";
    sub["上期读数"] += "5";  // ten times the main meter's, and 5
    sub["本期读数"] += "5";
    sub["倍率"] = "1";
    sub["用量"] = "7000";
    sub["金额"] = "3500";
    out.push_back(sub);
  }
  return out;
}

}  // namespace

TEST_CASE("a cell of a meter's row that is blank, where others are filled in") {
  std::vector<Cells> cells = sound_months();
  SECTION("present reading") {
    cells[4]["本期读数"] = "";
    CHECK(check_meters(cells) == Codes{"meter-cell-missing 本期读数6"});
  }
  SECTION("quantity: the difference to 能耗台账 follows from it") {
    cells[4]["用量"] = "";
    CHECK(check_meters(cells) == Codes{"meter-cell-missing 用量6"});
  }
  SECTION("quantity or reading in words, a dash apart") {
    cells[4]["用量"] = "约7万";
    cells[6]["本期读数"] = "—";
    CHECK(check_meters(cells) == Codes{"meter-cell-missing 用量6"});
    cells[6]["本期读数"] = "见照片";
    CHECK(check_meters(cells) == Codes{"meter-cell-missing 本期读数8", "meter-cell-missing 用量6"});
  }
  SECTION("kind of the first row") {
    cells[0]["能源种类"] = "水";
    CHECK(check_meters(cells) == Codes{"meter-number-unknown 能源种类2"});
  }
  SECTION("month, as the readings tell it") {
    cells[4]["月份"] = "";
    CHECK(check_meters(cells) == Codes{"meter-cell-missing 月份6"});
  }
  SECTION("number of the meter") {
    cells[4]["表号"] = "";
    CHECK(check_meters(cells) == Codes{"meter-cell-missing 表号6"});
  }
  SECTION("amount without its price, but not both") {
    cells[4]["单价"] = "";
    CHECK(check_meters(cells) == Codes{"meter-cell-missing 单价6"});
    cells[4]["金额"] = "";
    CHECK(check_meters(cells).empty());
  }
  SECTION("a column that nobody fills in") {
    for (Cells& each : cells) each["单价"] = each["本期读数"] = "";
    CHECK(check_meters(cells).empty());
  }
}

TEST_CASE("a sub-meter's row without its main meter") {
  std::vector<Cells> cells = two_meters();
  cells[16]["上级表号"] = "";
  CHECK(check_meters(cells) == Codes{"meter-cell-missing 上级表号18"});
}

TEST_CASE("a meter's number mistyped in one row") {
  std::vector<Cells> cells = sound_months();
  cells[4]["表号"] = "l";
  CHECK(check_meters(cells) == Codes{"meter-number-unknown 表号6"});
  cells[4]["表号"] = "1";
  cells[4]["能源种类"] = "水电";
  CHECK(check_meters(cells) == Codes{"meter-number-unknown 能源种类6"});
}

TEST_CASE("a meter's month or year mistyped in one row") {
  std::vector<Cells> cells = sound_months();
  SECTION("as the next") {
    cells[4]["月份"] = "6";
    CHECK(check_meters(cells) == Codes{"meter-month-mistyped 月份6"});
  }
  SECTION("as one far off") {
    cells[4]["月份"] = "11";
    CHECK(check_meters(cells) == Codes{"meter-month-mistyped 月份6"});
  }
  SECTION("another year") {
    cells[4]["年度"] = "2019";
    CHECK(check_meters(cells) == Codes{"meter-month-mistyped 年度6"});
  }
}

TEST_CASE("rows of meters in any order") {
  std::vector<Cells> cells = two_meters();
  std::swap(cells[1], cells[20]);
  std::swap(cells[5], cells[8]);
  CHECK(check_meters(cells).empty());
}

TEST_CASE("a meter's first or last row is not there") {
  std::vector<Cells> cells = two_meters();
  CHECK(check_meters(cells).empty());
  SECTION("main meter, last") {
    cells.erase(cells.begin() + 11);
    CHECK(check_meters(cells) == Codes{"meter-month-missing 月份12"});
  }
  SECTION("sub-meter, last") {
    cells.pop_back();
    CHECK(check_meters(cells) == Codes{"meter-month-missing 月份24"});
    cells.back()["备注"] = "11月30日拆除";
    CHECK(check_meters(cells).empty());
  }
  SECTION("sub-meter that was put in in February") {
    cells.erase(cells.begin() + 12);
    for (std::size_t i = 12; i < cells.size(); ++i) {
      cells[i]["上期读数"] = std::to_string((i - 12) * 7000);
      cells[i]["本期读数"] = std::to_string((i - 11) * 7000);
    }
    CHECK(check_meters(cells).empty());
  }
}

namespace {

/// A heat meter that is read in the heating season, against 能耗台账 with 200 in these months and 0 in the others.
std::vector<Cells> heat_meter(lvce::test::SampleUnit& unit) {
  std::vector<Cells> out;
  int reading = 1000;
  for (int month = 1; month <= 12; ++month) {
    const bool heats = month < 4 || month > 10;
    unit.month(2019, month, Carrier::heat, heats ? "200" : "0").month(2020, month, Carrier::heat, heats ? "200" : "0");
    if (!heats) continue;
    out.push_back({{"年度", "2020"},
                   {"月份", std::to_string(month)},
                   {"能源种类", "热力"},
                   {"表号", "R"},
                   {"上期读数", std::to_string(reading)},
                   {"本期读数", std::to_string(reading + 200)},
                   {"倍率", "1"},
                   {"用量", "200"}});
    reading += 200;
  }
  return out;
}

}  // namespace

TEST_CASE("a meter that is read in its season only, against 能耗台账") {
  lvce::test::SampleUnit unit = ordinary();
  const std::vector<Cells> cells = heat_meter(unit);
  SECTION("alike") { CHECK(lvce::test::check_rows(unit, "能耗明细台账", cells).empty()); }
  SECTION("one month") {
    unit.month(2020, 2, Carrier::heat, "205");
    CHECK(lvce::test::check_rows(unit, "能耗明细台账", cells) == Codes{"meter-ledger-differs C15"});
  }
  SECTION("many months: the year") {
    for (const int month : {1, 2, 3, 11, 12}) unit.month(2020, month, Carrier::heat, "205");
    CHECK(lvce::test::check_rows(unit, "能耗明细台账", cells) == Codes{"meter-ledger-differs C14:C25"});
  }
  SECTION("read every second month: nothing is said about single months") {
    for (int month = 4; month <= 10; ++month) unit.month(2020, month, Carrier::heat, "10");
    CHECK(lvce::test::check_rows(unit, "能耗明细台账", cells).empty());
  }
}

TEST_CASE("能耗台账 rounded to hundredths of 万千瓦时 is that of the meters") {
  lvce::test::SampleUnit unit = ordinary();
  unit.unit(Carrier::electricity, QuantityUnit::ten_thousand_kwh);
  for (const int year : {2019, 2020}) unit.months(year, Carrier::electricity, "7.04");
  std::vector<Cells> cells = sound_months();
  for (Cells& each : cells) {
    each["倍率"] = "100.5";
    each["用量"] = "70350";
    each["金额"] = "35175";
  }
  CHECK(lvce::test::check_rows(unit, "能耗明细台账", cells).empty());
  unit.month(2020, 5, Carrier::electricity, "7.05");
  CHECK(lvce::test::check_rows(unit, "能耗明细台账", cells) == Codes{"meter-ledger-differs C18"});
}
