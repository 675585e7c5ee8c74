// Small tables on sheets that are one month's each: meters below each other, days across and down. What `lvce map` finds, and that its mapping reads it.
#include <catch2/catch.hpp>

#include <filesystem>
#include <functional>

#include "workbook/layouts.h"
#include "workbook/unit_folder.h"
#include "workbook/xlsx/xlsx_builder.h"

using namespace lvce;
using namespace lvce::test;

namespace {

const SheetXml kUnitOfForms{"单位信息", {words({"项目", "内容"}), words({"单位名称", "示例局"})}, "", ""};

LedgerLayout layout_of_forms(const std::vector<SheetXml>& sheets) {
  TempUnit unit;
  std::filesystem::create_directories(unit.folder() / "能耗");
  unit.add("能耗/抄表.xlsx", book_of(sheets));
  return understand_ledgers(unit.folder());
}

/// "电 2021 = 4800" of every series, and of what its mapping reads the same or "≠".
std::string read_and_found(const std::vector<SheetXml>& sheets) {
  TempUnit unit;
  std::filesystem::create_directories(unit.folder() / "能耗");
  unit.add("能耗/抄表.xlsx", book_of(sheets));
  const LedgerLayout layout = understand_ledgers(unit.folder());
  unit.add("台账.xlsx", book_of({kUnitOfForms}));
  unit.add("映射.yaml", layout.mapping);
  const ReadWorkbook read = unit.read();
  REQUIRE(read.workbook);
  std::string out;
  for (const LedgerSeries& one : layout.series) {
    Decimal sum;
    for (const LedgerRow& row : read.workbook->ledger.rows)
      for (const auto& [carrier, quantity] : row.quantities)
        if (row.year == one.year && std::string(carrier_name(carrier)) == one.carrier && quantity.value) sum += *quantity.value;
    out += (out.empty() ? "" : "; ") + one.carrier + " " + std::to_string(one.year) + " = " + one.sum.shortest() +
           (sum == one.sum ? "" : " ≠ " + sum.shortest());
  }
  return out;
}

/// Twelve sheets of 2021, each with the rows of its month below a title.
std::vector<SheetXml> sheets_of(const std::string& title, const std::function<std::vector<Row>(int)>& rows_of_month) {
  std::vector<SheetXml> sheets;
  for (int month = 1; month <= 12; ++month) {
    std::vector<Row> rows = {words({"2021年" + std::to_string(month) + "月" + title})};
    for (Row& row : rows_of_month(month)) rows.push_back(std::move(row));
    sheets.push_back({std::to_string(month) + "月", rows, "", ""});
  }
  return sheets;
}

std::string n(int figure) { return std::to_string(figure); }

/// Two meters of 100 × month and 50, with their readings, and the printed total.
std::vector<SheetXml> meters(int printed_too_much = 0) {
  return sheets_of("电表抄录单", [=](int month) {
    return std::vector<Row>{words({"序号", "电表位置", "上月止数", "本月止数", "实用电量（度）"}),
                            {number("1"), text("1号配电室"), number("1000"), number(n(1000 + 100 * month)), number(n(100 * month))},
                            {number("2"), text("食堂"), number("20"), number("70"), number("50")},
                            {text("合计"), text(""), text(""), text(""), number(n(100 * month + 50 + printed_too_much))}};
  });
}

}  // namespace

TEST_CASE("meters below each other on a sheet a month are added", "[map]") {
  CHECK(read_and_found(meters()) == "电 2021 = 8400");  // 7800 + 12 × 50
}

TEST_CASE("a printed total that is another one is asked", "[map]") {
  const LedgerLayout layout = layout_of_forms(meters(9));
  CHECK(layout.series.empty());
  CHECK(layout.questions.size() == 12);
}

TEST_CASE("rows of one name are asked: a meter twice, or two of them", "[map]") {
  const LedgerLayout layout = layout_of_forms(sheets_of("用水抄表", [](int) {
    return std::vector<Row>{words({"位置", "用水量（吨）"}), {text("食堂"), number("30")}, {text("食堂"), number("40")}};
  }));
  CHECK(layout.series.empty());
}

TEST_CASE("days across, a meter in each row", "[map]") {
  CHECK(read_and_found(sheets_of("用电日报（千瓦时）", [](int month) {
          Row days{text("回路")}, light{text("照明")}, power{text("动力")};
          for (int day = 1; day <= 28; ++day) {
            days.push_back(number(n(day)));
            light.push_back(number("2"));
            power.push_back(day == 3 ? text("") : number(n(month)));
          }
          days.push_back(text("小计"));
          light.push_back(number("56"));
          power.push_back(number(n(27 * month)));
          return std::vector<Row>{days, light, power};
        })) == "电 2021 = 2778");  // 12 × 56 + 27 × 78
}

TEST_CASE("days down, a place in each column", "[map]") {
  CHECK(read_and_found(sheets_of("用水日记录（吨）", [](int) {
          std::vector<Row> rows = {words({"日期", "办公楼", "食堂"})};
          for (int day = 1; day <= 28; ++day) rows.push_back({number(n(day)), number("3"), number(n(day % 2))});
          return rows;
        })) == "水 2021 = 1176");  // 12 × (84 + 14)
}

TEST_CASE("rows of carriers are a form, not meters of one", "[map]") {
  CHECK(read_and_found(sheets_of("用电用水月报", [](int month) {
          return std::vector<Row>{
              words({"项目", "单位", "本月实际"}), {text("用电"), text("度"), number(n(500 + month))}, {text("用水"), text("吨"), number("20")}};
        })) == "电 2021 = 6078; 水 2021 = 240");
}

TEST_CASE("sheets that are named 1 to 12 are months of the year that the file names", "[map]") {
  TempUnit unit;
  std::filesystem::create_directories(unit.folder() / "能耗");
  std::vector<SheetXml> sheets;
  for (int month = 1; month <= 12; ++month)
    sheets.push_back({n(month), {words({"能耗月报"}), words({"类别", "单位", "本月"}), {text("用电量"), text("度"), number(n(500 + month))}}, "", ""});
  unit.add("能耗/2021年能耗月报.xlsx", book_of(sheets));
  const LedgerLayout layout = understand_ledgers(unit.folder());
  REQUIRE(layout.series.size() == 1);
  CHECK(layout.series.front().months == 12);
  CHECK(layout.series.front().sum == Decimal(6078));
}

TEST_CASE("homes among the rows of a form are asked", "[map]") {
  const LedgerLayout layout = layout_of_forms(sheets_of("用水抄表", [](int) {
    return std::vector<Row>{words({"位置", "用水量（吨）"}), {text("办公楼"), number("30")}, {text("家属楼"), number("40")}};
  }));
  CHECK(layout.series.empty());
  CHECK(!layout.questions.empty());
}

TEST_CASE("a form that plans is no consumption", "[map]") {
  const auto annual = [](const std::string& title) {
    return std::vector<SheetXml>{
        {"表", {words({title}), words({"楼栋", "用电量（度）"}), {text("甲楼"), number("500")}, {text("乙楼"), number("400")}}, "", ""}};
  };
  CHECK(layout_of_forms(annual("2022年用电预算")).series.empty());
  CHECK(layout_of_forms(annual("2022年用电预算执行情况")).series.size() == 1);
}
