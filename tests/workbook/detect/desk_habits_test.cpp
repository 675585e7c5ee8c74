// What clerks do to a list of months, and a colleague understands: or what he would ask.
#include <catch2/catch.hpp>

#include "support/text.h"
#include "workbook/detect/ledger_sheets.h"

using namespace lvce;
using namespace lvce::test;

namespace {

const std::vector<std::string> kMonths = {"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"};

LedgerLayout by_columns(const std::string& title, const std::vector<std::string>& heads, const std::vector<int>& bases) {
  return layout_of_sheets({{"Sheet1", rows_of(title, heads, bases), "", ""}});
}

}  // namespace

TEST_CASE("a year written once, with the first month", "[map]") {
  std::vector<std::string> labels = kMonths;
  labels[0] = "2021年1月";
  CHECK(sums_of(layout_of_months("用电登记", labels)) == "电 2021 = " + year_sum(8000));
  std::vector<std::string> twice = labels;
  twice.insert(twice.end(), kMonths.begin(), kMonths.end());
  CHECK(only_asked(layout_of_months("用电登记", twice)));  // the second January: the next year's, or a second meter's
  twice[12] = "2022年1月";
  const LedgerLayout both = layout_of_months("用电登记", twice);
  REQUIRE(both.series.size() == 2);
  CHECK((both.series[0].year == 2021 && both.series[0].months == 12 && both.series[1].year == 2022 && both.series[1].months == 12));
}

TEST_CASE("how long a month is stands behind it", "[map]") {
  std::vector<std::string> labels = kMonths;
  labels[0] = "1月（31天）";
  labels[1] = "2月（28天）";
  CHECK(sums_of(layout_of_months("2021年用电", labels)) == "电 2021 = " + year_sum(8000));
}

TEST_CASE("what stands beside the months and may be one of them is asked", "[map]") {
  std::vector<std::string> labels = kMonths;
  labels[11] = "12月（预估）";
  CHECK(only_asked(layout_of_months("2021年用电", labels)));
  labels.assign({"一季度", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"});
  CHECK(only_asked(layout_of_months("2021年用电", labels)));
  labels = kMonths;
  labels.insert(labels.end(), {"一季度", "二季度", "三季度", "四季度"});  // below all months: sums of them
  CHECK(sums_of(layout_of_months("2021年用电", labels)) == "电 2021 = " + year_sum(8000));
}

TEST_CASE("the header again at the head of the next page", "[map]") {
  std::vector<Row> rows = rows_of("2021年用电", {"电（度）", "电费（元）"}, {8000, 4800});
  const auto page = rows.begin() + 8;
  rows.insert(page, {words({"过次页", "47000"}), words({"月份", "电（度）", "电费（元）"}), words({"承前页", "47000"})});
  CHECK(sums_of(layout_of_sheets({{"Sheet1", rows, "", ""}})) == "电 2021 = " + year_sum(8000));
}

TEST_CASE("a fuel that is named is no other fuel", "[map]") {
  CHECK(sums_of(by_columns("2021年用油登记", {"汽油加油量（升）"}, {80})) == "汽油 2021 = " + year_sum(80));
  CHECK(only_asked(by_columns("2021年用油登记", {"加油量（升）"}, {80})));
  CHECK(sums_of(by_columns("2021年各处用电（度）", {"办公楼", "加油站"}, {8000, 640})) ==
        "电 2021 = " + std::to_string(year_of_base(8000) + year_of_base(640)));
}

TEST_CASE("means, savings and other years beside the use are not the use", "[map]") {
  for (const char* other : {"日均用电（度）", "节电量（度）", "最大日用电量（度）", "前年用电量（度）", "合同容量电量（度）"}) {
    INFO(other);
    CHECK(sums_of(by_columns("2021年用电", {"用电量（度）", other}, {8000, 260})) == "电 2021 = " + year_sum(8000));
  }
  CHECK(only_asked(by_columns("2021年用电", {"发票电量（度）", "抄表电量（度）"}, {8000, 8160})));
}

TEST_CASE("a thousand of them is a unit", "[map]") {
  CHECK(sums_of(by_columns("2021年用电", {"用电量（千度）"}, {80})) == "电 2021 = " + std::to_string(year_of_base(80) * 1000));
  CHECK(sums_of(by_columns("2021年用电", {"用电量（千千瓦时）"}, {80})) == "电 2021 = " + std::to_string(year_of_base(80) * 1000));
}

TEST_CASE("a hidden column is not added without a word", "[map]") {
  const std::vector<Row> rows = rows_of("2021年用电", {"办公楼（度）", "老办公楼（度）"}, {8000, 640});
  const SheetXml sheet{"Sheet1", rows, "", ""};
  CHECK(sums_of(layout_of_sheets({sheet})) == "电 2021 = " + std::to_string(year_of_base(8000) + year_of_base(640)));
  Parts parts = book_parts({sheet});
  set_part(parts, "xl/worksheets/sheet1.xml",
           replace_all(sheet_xml(sheet), "<sheetData>", "<cols><col min=\"3\" max=\"3\" width=\"9\" hidden=\"1\"/></cols><sheetData>"));
  CHECK(only_asked(layout_of_book(zip_of(parts))));
}

TEST_CASE("a sheet with more columns than are read is asked", "[map]") {
  std::vector<std::string> days{"地点"};
  Row figures{text("办公楼（度）")};
  for (int day = 0; day < 365; ++day) {
    const int month = day * 12 / 365 + 1;
    days.push_back("2021年" + std::to_string(month) + "月" + std::to_string(day % 28 + 1) + "日");
    figures.push_back(number("250"));
  }
  const LedgerLayout layout = layout_of_sheets({{"Sheet1", {words({"2021年每日用电"}), words(days), figures}, "", ""}});
  CHECK(only_asked(layout));
}

TEST_CASE("a part that says so is left out beside the one column that holds it", "[map]") {
  CHECK(sums_of(by_columns("2021年用电", {"办公用电（度）", "其中充电桩（度）"}, {8000, 640})) == "电 2021 = " + year_sum(8000));
  CHECK(only_asked(by_columns("2021年用电", {"办公用电（度）", "其中充电桩（度）"}, {640, 8000})));  // more than what it is part of
}

TEST_CASE("many cells of one kind are one sentence", "[map]") {
  std::vector<Row> rows = rows_of("2021年用电", {"用电量（度）"}, {8000});
  for (std::size_t month = 2; month <= 8; ++month) rows[month + 1][1] = text("停电");
  const LedgerLayout layout = layout_of_sheets({{"Sheet1", rows, "", ""}});
  REQUIRE(layout.questions.size() == 1);
  CHECK(layout.questions[0] == "电 ← 能耗.xlsx Sheet1!B3:B14「用电量（度）」：B4、B5、B6 等 7 处不是数字");
}

TEST_CASE("readings alone are no use: the office is asked for it", "[map]") {
  const LedgerLayout layout = by_columns("2021年用电抄表记录", {"起码", "止码"}, {8000, 9000});
  CHECK(only_asked(layout));
  CHECK(layout.questions[0] == "能耗.xlsx Sheet1：只有表的读数，没有用量；请在表里加一列用量（止码减起码，再乘倍率）");
  CHECK(sums_of(by_columns("2021年用电", {"起码", "止码", "用电量（度）"}, {8000, 9000, 640})) == "电 2021 = " + year_sum(640));
}
