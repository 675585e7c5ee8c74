// 垃圾清运台账.
#include <catch2/catch.hpp>

#include "energy/checks/waste_kinds.h"
#include "energy/ledger_rows.h"

using lvce::test::Cells;

namespace {

using Codes = std::vector<std::string>;

Codes check_waste(const std::vector<Cells>& cells) { return lvce::test::check_rows(lvce::test::ordinary(), "垃圾清运台账", cells); }

Cells collected(int year, int month, const std::string& kind, const std::string& quantity) {
  return {{"日期", std::to_string(year) + "-" + std::to_string(month) + "-15"},
          {"类别", kind},
          {"数量", quantity},
          {"收运单位", "甲"},
          {"交付人", "乙"},
          {"接收人", "丙"}};
}

}  // namespace

TEST_CASE("the waste ledger") {
  std::vector<Cells> cells;
  for (int month = 1; month <= 12; ++month) {
    const std::string date = std::string(month < 10 ? "2020-0" : "2020-") + std::to_string(month) + "-1";
    for (const char* kind : {"餐厨", "其他"})
      cells.push_back({{"日期", date + "5"}, {"类别", kind}, {"数量", "120"}, {"收运单位", "甲"}, {"交付人", "乙"}, {"接收人", "丙"}});
    if (month == 4) cells.push_back({{"日期", date + "6"}, {"类别", "有害"}, {"数量", "3"}, {"收运单位", "甲"}, {"交付人", "乙"}, {"接收人", "丙"}});
  }
  SECTION("sound") { CHECK(check_waste(cells).empty()); }
  SECTION("a month without") {
    cells.erase(cells.begin() + 2, cells.begin() + 4);
    CHECK(check_waste(cells) == Codes{"waste-month-missing 日期4"});
  }
  SECTION("a month without one kind") {
    cells.erase(cells.begin() + 2);
    CHECK(check_waste(cells) == Codes{"waste-month-missing 日期5"});
  }
  SECTION("an unknown kind") {
    cells[6]["类别"] = "混合";
    cells.erase(cells.begin() + 5);
    CHECK(check_waste(cells).at(0) == "waste-kind-unknown 类别7");
  }
  SECTION("nobody received it") {
    cells[3].erase("接收人");
    CHECK(check_waste(cells) == Codes{"waste-cell-missing 接收人5"});
  }
  SECTION("no column for who received it") {
    for (Cells& each : cells) each.erase("接收人");
    CHECK(check_waste(cells).at(0).starts_with("waste-column-missing"));
  }
  SECTION("no weight") {
    cells[3]["数量"] = "0";
    CHECK(check_waste(cells) == Codes{"waste-quantity 数量5"});
  }
}

TEST_CASE("waste at the ends of the ledger") {
  std::vector<Cells> cells;
  for (int month = 1; month <= 12; ++month) cells.push_back(collected(2020, month, "其他", "120"));
  CHECK(check_waste(cells).empty());
  SECTION("December is not there") {
    cells.pop_back();
    CHECK(check_waste(cells) == Codes{"waste-month-missing 日期12"});
  }
  SECTION("January is not there") {
    cells.erase(cells.begin());
    CHECK(check_waste(cells) == Codes{"waste-month-missing 日期2"});
  }
  SECTION("a ledger that was begun in September has no gap") {
    cells.erase(cells.begin(), cells.begin() + 8);
    CHECK(check_waste(cells).empty());
  }
}

TEST_CASE("waste that is collected every third month") {
  std::vector<Cells> cells;
  for (const int year : {2019, 2020}) {
    for (const int month : {3, 6, 9, 12}) cells.push_back(collected(year, month, "有害", "3"));
  }
  CHECK(check_waste(cells).empty());
  SECTION("one is not there") {
    cells.erase(cells.begin() + 4);
    CHECK(check_waste(cells) == Codes{"waste-month-missing 日期6"});
  }
  SECTION("the last is not there") {
    cells.pop_back();
    CHECK(check_waste(cells) == Codes{"waste-month-missing 日期8"});
  }
  SECTION("without a rhythm nothing is expected") {
    for (std::size_t i = 0; i < cells.size(); ++i) cells[i]["日期"] = "20" + std::to_string(19 + i / 4) + "-" + std::to_string(1 + (i % 4) * (i % 4)) + "-1";
    CHECK(check_waste(cells).empty());
  }
}

TEST_CASE("a quantity of waste with a slipped decimal point") {
  std::vector<Cells> cells;
  for (int month = 1; month <= 12; ++month) cells.push_back(collected(2020, month, "餐厨", std::to_string(100 + month)));
  cells[4]["数量"] = "500";  // below five times 107
  CHECK(check_waste(cells).empty());
  cells[4]["数量"] = "1050";
  CHECK(check_waste(cells) == Codes{"waste-quantity-unusual 数量6"});
  cells[4]["数量"] = "10.5";
  CHECK(check_waste(cells) == Codes{"waste-quantity-unusual 数量6"});
}

TEST_CASE("kinds of waste by the words of cities") {
  for (const char* word : {"餐厨", "餐厨垃圾", "厨余", "厨余垃圾", "厨余类", " 易腐垃圾", "湿垃圾"}) CHECK(lvce::waste_kind_alone(word) == "餐厨垃圾");
  for (const char* word : {"其他", "其它", "其他垃圾", "干垃圾"}) CHECK(lvce::waste_kind_alone(word) == "其他垃圾");
  CHECK(lvce::waste_kind_alone("其他可回收物") == "其他可回收物");
  CHECK(lvce::waste_kind_alone("大件") == "大件");
}
