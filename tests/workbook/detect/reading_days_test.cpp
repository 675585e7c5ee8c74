// Days of readings and payments: which month a quantity is of; and other words beside figures that tell more than they seem to.
#include <catch2/catch.hpp>

#include <filesystem>
#include <functional>

#include "workbook/layouts.h"
#include "workbook/unit_folder.h"
#include "workbook/xlsx/xlsx_builder.h"

using namespace lvce;
using namespace lvce::test;

namespace {

LedgerLayout layout_of_rows(const std::vector<Row>& rows) {
  TempUnit unit;
  std::filesystem::create_directories(unit.folder() / "能耗");
  unit.add("能耗/能耗.xlsx", book_of({{"表", rows, "", ""}}));
  return understand_ledgers(unit.folder());
}

std::string found_in(const std::vector<Row>& rows) {
  std::string out;
  const LedgerLayout layout = layout_of_rows(rows);
  for (const LedgerSeries& one : layout.series) out += (out.empty() ? "" : "; ") + one.carrier + " " + std::to_string(one.year) + " = " + one.sum.shortest();
  return out + (layout.questions.empty() ? "" : " ?");
}

std::string two(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

/// A row for each month of 2021, its day as `date` says: 500, 537, 574, 511 … are 6666 together.
std::vector<Row> dated(const std::string& heading, const std::string& quantity, const std::function<std::string(int)>& date) {
  std::vector<Row> rows = {words({heading, quantity})};
  for (int month = 1; month <= 12; ++month) rows.push_back({text(date(month)), number(std::to_string(500 + month * 37 % 100))});
  return rows;
}

int dated_sum() {
  int sum = 0;
  for (int month = 1; month <= 12; ++month) sum += 500 + month * 37 % 100;
  return sum;
}

std::string dated_electricity() { return "电 2021 = " + std::to_string(dated_sum()); }

}  // namespace

TEST_CASE("a reading at the end of the month is the month's, with or without the time of day", "[map]") {
  CHECK(found_in(dated("抄表日期", "用电量（度）", [](int month) { return "2021-" + two(month) + "-28"; })) == dated_electricity());
  CHECK(found_in(dated("抄表时间", "用电量（度）", [](int month) { return "2021-" + two(month) + "-28 23:59:59"; })) == dated_electricity());
}

TEST_CASE("a reading early in the month may be about the month before: it is asked", "[map]") {
  CHECK(found_in(dated("抄表日期", "用电量（度）", [](int month) { return "2021-" + two(month) + "-05"; })) == " ?");
  CHECK(found_in(dated("冻结时间", "用电量（度）", [](int month) { return "2021-" + two(month) + "-01 00:00:00"; })) == " ?");
}

TEST_CASE("days of payment and of invoices say no month of metered quantities", "[map]") {
  for (const char* heading : {"缴费日期", "开票日期"})
    CHECK(found_in(dated(heading, "用电量（度）", [](int month) { return "2021年" + std::to_string(month) + "月26日"; })) == " ?");
  CHECK(found_in(dated("付款日期", "汽油（升）", [](int month) { return "2021-" + two(month) + "-26"; })) == "汽油 2021 = " + std::to_string(dated_sum()));
}

TEST_CASE("a month written as its first day is the month", "[map]") {
  CHECK(found_in(dated("月份", "用电量（度）", [](int month) { return "2021-" + two(month) + "-01"; })) == dated_electricity());
}

TEST_CASE("petrol of two grades is added, diesel stays by itself", "[map]") {
  std::vector<Row> rows = {words({"2021年用油"}), words({"月份", "92#汽油（升）", "95#汽油（升）", "0#柴油（升）"})};
  for (int month = 1; month <= 12; ++month)
    rows.push_back({text(std::to_string(month) + "月"), number(std::to_string(300 + month)), number("100"), number(std::to_string(90 - month))});
  CHECK(found_in(rows) == "汽油 2021 = 4878; 柴油 2021 = 1002");  // 3600 + 78 + 1200; 1080 − 78
}

TEST_CASE("a year's subtotal in the column of years is no month", "[map]") {
  std::vector<Row> rows = {words({"年度", "月份", "电（度）"})};
  for (const int year : {2021, 2022}) {
    for (int month = 1; month <= 12; ++month)
      rows.push_back({month == 1 ? number(std::to_string(year)) : text(""), text(std::to_string(month) + "月"), number(std::to_string(700 + month * 5 % 13))});
    rows.push_back({text(std::to_string(year) + "年小计"), text(""), number("8478")});
  }
  CHECK(found_in(rows) == "电 2021 = 8478; 电 2022 = 8478");
}

TEST_CASE("the month of filling in, in a cell beside its words, is not the table's year", "[map]") {
  std::vector<Row> rows = {words({"填报单位：", "示例局", "制表时间：", "2022年2月"}), words({"统计年度：2021年"}), words({"月份", "电（度）", "水（吨）"})};
  for (int month = 1; month <= 12; ++month)
    rows.push_back({text(std::to_string(month) + "月"), number(std::to_string(700 + month * 5 % 13)), number(std::to_string(50 + month % 2))});
  CHECK(found_in(rows) == "电 2021 = 8478; 水 2021 = 606");
}
