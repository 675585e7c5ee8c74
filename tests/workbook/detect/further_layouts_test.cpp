// More layouts of offices: what `lvce map` says of them, and that its mapping reads the same.
#include <catch2/catch.hpp>

#include <filesystem>

#include "workbook/layouts.h"
#include "workbook/unit_folder.h"
#include "workbook/xlsx/xlsx_builder.h"

using namespace lvce;
using namespace lvce::test;

namespace {

/// Figures that neither grow all the year nor are those of a rhythm: 400, 430, 380 …
int figure(int month) { return 400 + month * 30 % 70; }
std::string figure_text(int month) { return std::to_string(figure(month)); }
int year_sum() {
  int sum = 0;
  for (int month = 1; month <= 12; ++month) sum += figure(month);
  return sum;
}

LedgerLayout layout_of(const std::vector<SheetXml>& sheets, const std::string& name = "能耗.xlsx") {
  TempUnit unit;
  std::filesystem::create_directories(unit.folder() / "能耗");
  unit.add("能耗/" + name, book_of(sheets));
  return understand_ledgers(unit.folder());
}

/// "电 2021 = 4800" of every series, in order.
std::string all_of(const LedgerLayout& layout) {
  std::string out;
  for (const LedgerSeries& one : layout.series) out += (out.empty() ? "" : "; ") + one.carrier + " " + std::to_string(one.year) + " = " + one.sum.shortest();
  return out;
}

std::string sum_of(const std::string& carrier, int year, int times = 1) {
  return carrier + " " + std::to_string(year) + " = " + std::to_string(times * year_sum());
}

}  // namespace

TEST_CASE("years in Chinese figures in titles", "[map]") {
  std::vector<Row> rows = {words({"二〇二一年用电统计表"}), words({"月份", "用电量（度）"})};
  for (int month = 1; month <= 12; ++month) rows.push_back({text(std::to_string(month) + "月"), number(figure_text(month))});
  CHECK(all_of(layout_of({{"用电", rows, "", ""}})) == sum_of("电", 2021));
}

TEST_CASE("a year of school is none of the ledger's: it is asked", "[map]") {
  std::vector<Row> rows = {words({"2021-2022学年用电统计表"}), words({"月份", "用电量（度）"})};
  for (const int month : {9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8}) rows.push_back({text(std::to_string(month) + "月"), number(figure_text(month))});
  const LedgerLayout layout = layout_of({{"学年", rows, "", ""}});
  CHECK(all_of(layout).empty());
  CHECK(layout.questions.size() == 1);
}

TEST_CASE("a correction between two months is asked, and the months behind it are seen", "[map]") {
  std::vector<Row> rows = {words({"月份", "用电量（度）"})};
  for (int month = 1; month <= 12; ++month) {
    rows.push_back({text(std::to_string(month) + "月"), number(figure_text(month))});
    if (month == 5) rows.push_back({text("5月退补"), number("-60")});
  }
  const LedgerLayout layout = layout_of({{"2021年", rows, "", ""}});
  CHECK(all_of(layout).empty());
  REQUIRE(layout.questions.size() == 1);
  CHECK(layout.questions[0].find("看不出是哪个月") != std::string::npos);
}

TEST_CASE("rows of which the whole is printed below them", "[map]") {
  Row head{text("部位")}, office{text("办公楼")}, cooling{text("其中：空调")}, kitchen{text("食堂")}, all{text("合计")};
  for (int month = 1; month <= 12; ++month) {
    head.push_back(text(std::to_string(month) + "月"));
    office.push_back(number(figure_text(month)));
    cooling.push_back(number("90"));
    kitchen.push_back(number(figure_text(month)));
    all.push_back(number(std::to_string(2 * figure(month))));
  }
  CHECK(all_of(layout_of({{"2021年用电", {words({"2021年用电量（单位：度）"}), head, office, cooling, kitchen, all}, "", ""}})) == sum_of("电", 2021, 2));
}

TEST_CASE("two petrols in one column of kinds are added", "[map]") {
  std::vector<Row> rows = {words({"年月", "油品", "加油量（升）"})};
  for (int month = 1; month <= 12; ++month)
    for (const char* kind : {"92号汽油", "95号汽油"}) rows.push_back({text("2021年" + std::to_string(month) + "月"), text(kind), number(figure_text(month))});
  CHECK(all_of(layout_of({{"加油", rows, "", ""}})) == sum_of("汽油", 2021, 2));
}

TEST_CASE("what the roof gave is not what was used here", "[map]") {
  const auto rows = [](bool own) {
    std::vector<Row> out = {own ? words({"月份", "市电（度）", "光伏发电量（度）", "光伏自用电量（度）", "光伏上网电量（度）"})
                                : words({"月份", "市电（度）", "光伏发电量（度）", "光伏上网电量（度）"})};
    for (int month = 1; month <= 12; ++month) {
      Row row{text(std::to_string(month) + "月"), number("9000"), number("500"), number(figure_text(month)), number("20")};
      if (!own) row.erase(row.begin() + 3);
      out.push_back(row);
    }
    return out;
  };
  CHECK(all_of(layout_of({{"2021年", rows(true), "", ""}})) == "电 2021 = 108000; " + sum_of("自发自用光伏", 2021));
  const LedgerLayout asked = layout_of({{"2021年", rows(false), "", ""}});
  CHECK(all_of(asked) == "电 2021 = 108000");
  CHECK(asked.questions.size() == 1);
}

TEST_CASE("homes behind the main meter: which of the columns is the office's is asked", "[map]") {
  std::vector<Row> rows = {words({"月份", "总表电量（度）", "家属区电量（度）", "办公区电量（度）"})};
  for (int month = 1; month <= 12; ++month)
    rows.push_back({text(std::to_string(month) + "月"), number(std::to_string(figure(month) + 90)), number("90"), number(figure_text(month))});
  const LedgerLayout layout = layout_of({{"2021年", rows, "", ""}});
  CHECK(all_of(layout).empty());
  REQUIRE(layout.questions.size() == 1);
  CHECK(layout.questions[0].find("家属区") != std::string::npos);
}

TEST_CASE("a list of bills: 数量 in a unit is what was used", "[map]") {
  const auto rows = [](bool unit) {
    std::vector<Row> out = {words({"所属月份", "品名", unit ? "单位" : "经办", "数量", "价税合计"})};
    for (int month = 1; month <= 12; ++month) {
      const std::string label = "2021年" + std::to_string(month) + "月";
      out.push_back({text(label), text("*供电*电费"), text(unit ? "千瓦时" : "某科"), number(figure_text(month)), number("300")});
      out.push_back({text(label), text("*水冰雪*水费"), text(unit ? "吨" : "某科"), number("55"), number("200")});
    }
    return out;
  };
  CHECK(all_of(layout_of({{"发票", rows(true), "", ""}})) == sum_of("电", 2021) + "; 水 2021 = 660");
  const LedgerLayout asked = layout_of({{"发票", rows(false), "", ""}});
  CHECK(all_of(asked).empty());
  CHECK(asked.questions.size() == 2);
}

TEST_CASE("months across, and years in rows of their own between", "[map]") {
  Row head = words({"能源种类", "单位"});
  for (int month = 1; month <= 12; ++month) head.push_back(text(std::to_string(month) + "月"));
  std::vector<Row> rows = {head};
  for (const char* year : {"2021年", "2022年"}) {
    Row power = words({"电", "度"}), water = words({"水", "吨"});
    for (int month = 1; month <= 12; ++month) {
      power.push_back(number(figure_text(month)));
      water.push_back(number("55"));
    }
    rows.push_back({text(year)});
    rows.push_back(power);
    rows.push_back(water);
  }
  CHECK(all_of(layout_of({{"台账", rows, "", ""}})) == sum_of("电", 2021) + "; " + sum_of("电", 2022) + "; 水 2021 = 660; 水 2022 = 660");
}
