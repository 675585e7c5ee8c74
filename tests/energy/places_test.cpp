// Where figures stand that a mapping read from the office's own ledger.
#include "energy/places.h"

#include <catch2/catch.hpp>

#include "energy/checks/checks.h"
#include "energy/ledger_rows.h"

using namespace lvce;
using namespace lvce::test;

namespace {

/// 登记表.xlsx: a sheet a year, months in rows 4 to 15, electricity in B, water in D, petrol in G.
SampleUnit mapped() {
  SampleUnit unit = ordinary();
  for (const int year : {2019, 2020}) unit.months(year, Carrier::petrol, "10");
  unit.workbook.mapping = "映射.yaml";
  unit.workbook.by_mapping = {kLedgerSheet};
  const std::map<Carrier, std::string> columns = {{Carrier::electricity, "B"}, {Carrier::water, "D"}, {Carrier::petrol, "G"}, {Carrier::heat, "I"}};
  for (LedgerRow& row : unit.workbook.ledger.rows) {
    for (auto& [carrier, given] : row.quantities)
      given.place = {std::to_string(row.year) + "年", columns.at(carrier) + std::to_string(row.month + 3), "登记表.xlsx", {}};
    row.month_place = {std::to_string(row.year) + "年", "A" + std::to_string(row.month + 3), "登记表.xlsx", {}};
  }
  return unit;
}

std::string texts(const std::vector<Place>& places) {
  std::string out;
  for (const Place& place : places) out += (out.empty() ? "" : " | ") + place.text();
  return out;
}

}  // namespace

TEST_CASE("a mapped year is at its file, sheet and cells", "[energy]") {
  const SampleUnit unit = mapped();
  CHECK(year_place(unit.workbook, Carrier::electricity, 2020).text() == "登记表.xlsx 2020年!B4:B15");
  CHECK(year_place(unit.workbook, Carrier::water, 2019).text() == "登记表.xlsx 2019年!D4:D15");
  CHECK(month_place(unit.workbook, Carrier::petrol, 2020, 3).text() == "登记表.xlsx 2020年!G6");
}

TEST_CASE("the cells of a sum are all named, each sheet by itself", "[energy]") {
  SampleUnit unit = mapped();
  for (LedgerRow& row : unit.workbook.ledger.rows) {
    CellPlace& place = row.quantities.at(Carrier::electricity).place;
    const CellPlace first = place, second{"二号楼", "C" + std::to_string(row.month), "另一本.csv", {}};
    place.parts = {first, second};
  }
  CHECK(texts(year_places(unit.workbook, Carrier::electricity, 2019)) == "登记表.xlsx 2019年!B4:B15 | 另一本.csv 二号楼!C1:C12");
  CHECK(year_place(unit.workbook, Carrier::electricity, 2019).text() == "登记表.xlsx 2019年!B4:B15 等2张表");
}

TEST_CASE("what a mapping does not give is at the mapping, and the hint says what to write there", "[energy]") {
  SampleUnit unit = mapped();
  unit.compute();
  const std::vector<Finding> found = unit.with("official-fuel-missing");
  REQUIRE(found.size() == 2);
  CHECK(found.front().place.text() == "映射.yaml 能耗台账 其中公务用车汽油 2019年");
  CHECK(found.front().hint.find("在 映射.yaml 里把 to: 能耗台账/汽油 的各行照抄一遍，抄的行里改成 to: 能耗台账/其中公务用车汽油") != std::string::npos);
  CHECK(found.front().hint.find("公务用车数量填为0") != std::string::npos);
  CHECK(unit.with("official-fuel-missing").front().hint.find("补填") == std::string::npos);
}

TEST_CASE("without a mapping the sheet is named as always", "[energy]") {
  SampleUnit unit = ordinary();
  for (const int year : {2019, 2020}) unit.months(year, Carrier::petrol, "10");
  unit.compute();
  REQUIRE(unit.with("official-fuel-missing").size() == 2);
  CHECK(unit.with("official-fuel-missing").front().place.text() == "台账.xlsx 能耗台账 其中公务用车汽油 2019年");
  CHECK(unit.with("official-fuel-missing").front().hint.starts_with("补填其中公务用车汽油"));
}

TEST_CASE("a month that the office's own sheet does not have is named on that sheet", "[energy]") {
  SampleUnit unit = mapped();
  for (LedgerRow& row : unit.workbook.ledger.rows)
    if (row.year == 2020 && row.month == 12) row.quantities.at(Carrier::water) = {};
  unit.compute();
  REQUIRE(unit.with("ledger-cell-missing").size() == 1);
  CHECK(unit.with("ledger-cell-missing").front().place.text() == "登记表.xlsx 2020年 水 2020年12月");
}

TEST_CASE("an answer finds its finding by the source's cells, also as they were written once", "[energy]") {
  for (const std::string where : {"登记表.xlsx 2020年!B4:B15", "2020年!B4:B15", "台账.xlsx [登记表.xlsx]2020年!B4:B15"}) {
    SampleUnit unit = mapped();
    for (int month = 1; month <= 12; ++month) unit.month(2020, month, Carrier::electricity, "100000");  // 2019: 70000
    for (LedgerRow& row : unit.workbook.ledger.rows)
      row.quantities.at(Carrier::electricity).place = {std::to_string(row.year) + "年", "B" + std::to_string(row.month + 3), "登记表.xlsx", {}};
    unit.workbook.answers = {{"carrier-swing", where, "新增了机房"}};
    check(unit);
    INFO(where);
    const std::vector<Finding> found = unit.with("carrier-swing");
    REQUIRE(found.size() == 1);
    CHECK(found.front().place.text() == "登记表.xlsx 2020年!B4:B15");
    CHECK(found.front().answer == "新增了机房");
  }
}
