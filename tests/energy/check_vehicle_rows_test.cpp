// Rows of 公务用车台账: each fault once, at the row that has it.
#include <catch2/catch.hpp>

#include "energy/ledger_rows.h"

using namespace lvce;
using lvce::test::Cells;
using lvce::test::ordinary;
using lvce::test::SampleUnit;

namespace {

using Codes = std::vector<std::string>;

/// Two vehicles, 900 km and 90 litres a month each; the office burns 20 litres elsewhere.
std::vector<Cells> two_vehicles() {
  std::vector<Cells> out;
  for (int month = 1; month <= 12; ++month) {
    for (const char* plate : {"晋A1001", "晋A1002"}) {
      const int from = (plate == std::string("晋A1001") ? 5000 : 61000) + (month - 1) * 900;
      out.push_back({{"车牌", plate},
                     {"燃料", "汽油"},
                     {"月份", "2020-" + std::to_string(month)},
                     {"起止里程", std::to_string(from) + "-" + std::to_string(from + 900)},
                     {"行驶里程", "900"},
                     {"加油量", "90"},
                     {"金额", "630"},
                     {"百公里油耗", "10"},
                     {"定额", "11"}});
    }
  }
  return out;
}

SampleUnit driving() {
  SampleUnit unit = ordinary();
  for (const int year : {2019, 2020}) unit.months(year, Carrier::petrol, "200").months(year, Carrier::official_petrol, "180");
  return unit;
}

Codes check_vehicles(const std::vector<Cells>& cells) { return lvce::test::check_rows(driving(), "公务用车台账", cells); }

constexpr std::size_t kMay = 8;  // of the first vehicle, in row 10

}  // namespace

TEST_CASE("two sound vehicles") { CHECK(check_vehicles(two_vehicles()).empty()); }

TEST_CASE("a vehicle's row with a blank cell") {
  std::vector<Cells> cells = two_vehicles();
  SECTION("litres") {
    cells[kMay]["加油量"] = "";
    CHECK(check_vehicles(cells) == Codes{"vehicle-cell-missing 加油量10"});
  }
  SECTION("litres in words") {
    cells[kMay]["加油量"] = "约90";
    CHECK(check_vehicles(cells) == Codes{"vehicle-cell-missing 加油量10"});
  }
  SECTION("no litres because it did not move") {
    SampleUnit unit = driving();
    unit.month(2020, 5, Carrier::official_petrol, "90");
    for (std::size_t i = kMay; i < cells.size(); i += 2) {
      const int from = 5000 + static_cast<int>(i == kMay ? i / 2 : i / 2 - 1) * 900;
      cells[i]["起止里程"] = std::to_string(from) + "-" + std::to_string(i == kMay ? from : from + 900);
    }
    cells[kMay]["行驶里程"] = "0";
    for (const char* header : {"加油量", "金额", "百公里油耗"}) cells[kMay][header] = "";
    CHECK(lvce::test::check_rows(unit, "公务用车台账", cells).empty());
  }
  SECTION("an electric one has no litres in any row") {
    for (int month = 1; month <= 12; ++month)
      cells.push_back({{"车牌", "晋AD0003"}, {"燃料", "电"}, {"月份", "2020-" + std::to_string(month)}, {"行驶里程", "700"}});
    CHECK(check_vehicles(cells).empty());
  }
  SECTION("fuel") {
    cells[kMay]["燃料"] = "";
    CHECK(check_vehicles(cells) == Codes{"vehicle-cell-missing 燃料10"});
  }
  SECTION("plate") {
    cells[kMay]["车牌"] = "";
    CHECK(check_vehicles(cells) == Codes{"vehicle-cell-missing 车牌10"});
  }
  SECTION("year") {
    cells[kMay]["月份"] = "5月";
    CHECK(check_vehicles(cells) == Codes{"vehicle-year-unknown 月份10"});
  }
}

TEST_CASE("a vehicle's row twice, or not there") {
  std::vector<Cells> cells = two_vehicles();
  SECTION("twice") {
    cells.insert(cells.begin() + kMay, cells[kMay]);
    CHECK(check_vehicles(cells) == Codes{"vehicle-row-twice 月份11"});
  }
  SECTION("not there, as the odometer tells") {
    cells.erase(cells.begin() + kMay);
    CHECK(check_vehicles(cells) == Codes{"vehicle-month-missing 月份11"});
  }
  SECTION("not there, as 能耗台账 tells") {
    for (Cells& each : cells) each["起止里程"] = "";
    cells.erase(cells.end() - 2);
    CHECK(check_vehicles(cells) == Codes{"vehicle-month-missing 月份22"});
  }
}

TEST_CASE("a vehicle's plate or month mistyped in one row") {
  std::vector<Cells> cells = two_vehicles();
  SECTION("plate") {
    cells[kMay]["车牌"] = "晋A1O01";
    CHECK(check_vehicles(cells) == Codes{"vehicle-plate-unknown 车牌10"});
  }
  SECTION("plate, where the vehicle has another row in the month") {
    for (Cells& each : cells) each["起止里程"] = "";
    cells.push_back(cells[kMay]);
    cells.back()["车牌"] = "晋A1O01";
    CHECK(check_vehicles(cells) == Codes{"vehicle-plate-unknown 车牌26", "vehicle-litres-differ C18"});
  }
  SECTION("fuel") {
    cells[kMay]["燃料"] = "柴油";
    CHECK(check_vehicles(cells) == Codes{"vehicle-fuel-changed 燃料10"});
  }
  SECTION("year, as the litres tell") {
    for (Cells& each : cells) each["起止里程"] = "";
    cells[kMay]["月份"] = "2017-5";
    CHECK(check_vehicles(cells) == Codes{"vehicle-month-mistyped 月份10"});
  }
  SECTION("month, as the odometer tells") {
    cells[kMay]["月份"] = "2020-6";
    CHECK(check_vehicles(cells) == Codes{"vehicle-month-mistyped 月份10"});
  }
  SECTION("month, as the litres tell") {
    for (Cells& each : cells) each["起止里程"] = "";
    cells[kMay]["月份"] = "2020-6";
    cells[kMay]["行驶里程"] = "905";  // else a copy of June's row
    CHECK(check_vehicles(cells) == Codes{"vehicle-month-mistyped 月份10"});
  }
}

TEST_CASE("能耗台账 in whole litres, vehicles in tenths") {
  std::vector<Cells> cells = two_vehicles();
  for (Cells& each : cells) {
    each["起止里程"] = each["百公里油耗"] = "";
    each["加油量"] = "90.2";
  }
  SECTION("rounding is no difference") { CHECK(check_vehicles(cells).empty()); }
  SECTION("more than rounding is") {
    cells[kMay]["加油量"] = "90.4";
    CHECK(check_vehicles(cells) == Codes{"vehicle-litres-differ C18"});
  }
  SECTION("the month of a row") {
    cells[kMay]["月份"] = "2020-6";
    cells[kMay]["行驶里程"] = "905";
    CHECK(check_vehicles(cells) == Codes{"vehicle-month-mistyped 月份10"});
  }
  SECTION("a row that lacks") {
    cells.erase(cells.begin() + kMay);
    CHECK(check_vehicles(cells) == Codes{"vehicle-month-missing 月份11"});
  }
  SECTION("a few litres more than the vehicles' are no missing row") {
    SampleUnit unit = driving();
    unit.month(2020, 5, Carrier::official_petrol, "110");
    cells.erase(cells.begin() + kMay);
    CHECK(lvce::test::check_rows(unit, "公务用车台账", cells) == Codes{"vehicle-litres-differ C18"});
  }
  SECTION("the ledger has tenths too") {
    SampleUnit unit = driving();
    for (int month = 1; month <= 12; ++month) unit.month(2020, month, Carrier::official_petrol, month == 5 ? "180" : "180.4");
    CHECK(lvce::test::check_rows(unit, "公务用车台账", cells) == Codes{"vehicle-litres-differ C18"});
  }
}

TEST_CASE("odometer, distance and price") {
  std::vector<Cells> cells = two_vehicles();
  SECTION("the odometer is wrong: consumption and distance agree") {
    cells[kMay]["起止里程"] = "8600-9650";
    CHECK(check_vehicles(cells) == Codes{"vehicle-distance-differs 起止里程10"});
  }
  SECTION("the distance is wrong: consumption and odometer agree") {
    cells[kMay]["行驶里程"] = "990";
    CHECK(check_vehicles(cells) == Codes{"vehicle-distance-differs 行驶里程10"});
  }
  SECTION("the odometer does not go on") {
    cells[kMay]["起止里程"] = "8700-9600";
    CHECK(check_vehicles(cells) == Codes{"vehicle-odometer-break 起止里程10"});
  }
  SECTION("a distance ten times too long, without an odometer") {
    for (Cells& each : cells) each["起止里程"] = "";
    cells[kMay]["行驶里程"] = "9000";
    CHECK(check_vehicles(cells) == Codes{"vehicle-consumption-differs 行驶里程10"});
  }
  SECTION("an amount that the litres cannot have cost") {
    cells[kMay]["金额"] = "6300";
    CHECK(check_vehicles(cells) == Codes{"vehicle-price-unusual 金额10"});
  }
  SECTION("half above the usual price is in the band") {
    cells[kMay]["金额"] = "945";
    CHECK(check_vehicles(cells).empty());
  }
}

TEST_CASE("words in a figure's cell of a short vehicle ledger are told there, not as a difference of 能耗台账") {
  std::vector<Cells> cells = two_vehicles();
  cells.resize(4);
  cells[1]["加油量"] = "约90";
  CHECK(check_vehicles(cells) == Codes{"vehicle-cell-missing 加油量3"});
  cells[1]["加油量"] = "90";
  cells[2]["金额"] = "六百三";
  CHECK(check_vehicles(cells) == Codes{"vehicle-cell-missing 金额4"});
}
