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
  CHECK(found_in(dated("购气日期", "购气量（立方米）", [](int month) { return "2021-" + two(month) + "-09"; })) ==
        "天然气 2021 = " + std::to_string(dated_sum()));
  CHECK(found_in(dated("付款日期", "汽油（升）", [](int month) { return "2021-" + two(month) + "-26"; })) == "汽油 2021 = " + std::to_string(dated_sum()));
}

TEST_CASE("a month written as its first day is the month", "[map]") {
  CHECK(found_in(dated("缴费月份", "用电量（度）", [](int month) { return "2021-" + two(month) + "-01"; })) == dated_electricity());
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

TEST_CASE("the difference of two readings that is still to be multiplied is asked", "[map]") {
  const auto rows_with = [](int factor) {
    std::vector<Row> rows = {words({"2021年电表"}), words({"月份", "上月表底", "本月表底", "倍率", "用电度数"})};
    for (int month = 1, reading = 100; month <= 12; ++month) {
      const int step = 30 + month * 5 % 13;
      rows.push_back({text(std::to_string(month) + "月"), number(std::to_string(reading)), number(std::to_string(reading + step)), number("60"),
                      number(std::to_string(step * factor))});
      reading += step;
    }
    return rows;
  };
  CHECK(found_in(rows_with(1)) == " ?");
  CHECK(found_in(rows_with(60)) == "电 2021 = 26280");  // 60 × (360 + 78)
}

namespace {

/// Months of 2021 and columns of 700 + month × 5 % 13 (together 8478), below these words.
std::vector<Row> columns_of(const std::vector<std::string>& headers, const std::string& title = "2021年") {
  std::vector<Row> rows = {{text(title)}, {text("月份")}};
  for (const std::string& header : headers) rows[1].push_back(text(header));
  for (int month = 1; month <= 12; ++month) {
    Row row{text(std::to_string(month) + "月")};
    for (std::size_t i = 0; i < headers.size(); ++i) row.push_back(number(std::to_string(700 + month * 5 % 13 + 100 * static_cast<int>(i))));
    rows.push_back(row);
  }
  return rows;
}

}  // namespace

TEST_CASE("units with a power of ten that the ledger does not know are asked", "[map]") {
  for (const char* header : {"用水（千吨）", "用电（百千瓦时）", "用气（百立方米）", "用气/千方"}) CHECK(found_in(columns_of({header})) == " ?");
  CHECK(found_in(columns_of({"用电（MWh）"})) == "电 2021 = 8478000");
}

TEST_CASE("shares, homes and tenants beside the whole are asked, never added", "[map]") {
  CHECK(found_in(columns_of({"大楼用电（度）", "分摊用电（度）"})) == " ?");
  CHECK(found_in(columns_of({"办公用电（度）", "家属区用电（度）"})) == " ?");
}

TEST_CASE("plans are no consumption", "[map]") {
  CHECK(found_in(columns_of({"用电（度）"}, "2021年用电控制指标")) == " ?");
  CHECK(found_in(columns_of({"预计用电（度）", "用电（度）"})) == "电 2021 = 9678");
}

TEST_CASE("rows of several offices are asked", "[map]") {
  std::vector<Row> rows = {words({"2021年"}), words({"月份", "单位", "用电（度）"})};
  for (int month = 1; month <= 12; ++month)
    for (const char* office : {"甲局", "乙所"})
      rows.push_back({text(std::to_string(month) + "月"), text(office), number(std::to_string(700 + month * 5 % 13))});
  CHECK(found_in(rows) == " ?");
}

TEST_CASE("the days of a bill behind its month are a remark", "[map]") {
  std::vector<Row> rows = {words({"2021年"}), words({"月份", "用电（度）"})};
  for (int month = 1; month <= 12; ++month) {
    const std::string before = std::to_string((month + 10) % 12 + 1), own = std::to_string(month);
    rows.push_back({text(own + "月（" + before + ".26-" + own + ".25）"), number(std::to_string(700 + month * 5 % 13))});
  }
  const LedgerLayout layout = layout_of_rows(rows);
  REQUIRE(layout.series.size() == 1);
  CHECK(layout.series.front().months == 12);
  CHECK(layout.series.front().sum == Decimal(8478));
}
