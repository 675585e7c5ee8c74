// Ledgers by quarter, by year, and with meters that are read every few months: what `lvce map` finds, and that its mapping reads the same.
#include <catch2/catch.hpp>

#include <filesystem>

#include "workbook/layouts.h"
#include "workbook/unit_folder.h"
#include "workbook/xlsx/xlsx_builder.h"

using namespace lvce;
using namespace lvce::test;

namespace {

const SheetXml kUnit{"单位信息", {words({"项目", "内容"}), words({"单位名称", "示例局"})}, "", ""};

struct Understood {
  LedgerLayout layout;
  ReadWorkbook read;
};

/// What map says of this file in 能耗, and what its mapping reads.
Understood understand(const std::vector<SheetXml>& sheets) {
  TempUnit unit;
  std::filesystem::create_directories(unit.folder() / "能耗");
  unit.add("能耗/能耗.xlsx", book_of(sheets));
  Understood out{understand_ledgers(unit.folder()), {}};
  for (const std::string& question : out.layout.questions) UNSCOPED_INFO(question);
  unit.add("台账.xlsx", book_of({kUnit}));
  if (!out.layout.mapping.empty()) unit.add("映射.yaml", out.layout.mapping);
  out.read = unit.read();
  for (const Finding& finding : out.read.findings) UNSCOPED_INFO(finding.code << finding.message);
  REQUIRE(out.read.workbook);
  return out;
}

/// "month=figure" of all months of a year that have one.
std::string months_of(const Understood& found, Carrier carrier, int year) {
  std::map<int, std::string> months;
  for (const LedgerRow& row : found.read.workbook->ledger.rows) {
    const auto given = row.quantities.find(carrier);
    if (row.year == year && given != row.quantities.end() && given->second.value) months[row.month] = given->second.value->shortest();
  }
  std::string out;
  for (const auto& [month, figure] : months) out += (out.empty() ? "" : " ") + std::to_string(month) + "=" + figure;
  return out;
}

}  // namespace

TEST_CASE("a year's figure in each row", "[map]") {
  const Understood found = understand({{"历年",
                                        {words({"历年用能"}),
                                         words({"年度", "电（万度）", "电费（元）", "水（吨）"}),
                                         {text("2021年"), number("50.5"), number("9"), number("700")},
                                         {text("2022年"), number("60"), number("9"), number("800")}},
                                        "",
                                        ""}});
  CHECK(found.layout.series.size() == 4);
  CHECK(months_of(found, Carrier::electricity, 2021) == "0=505000");
  CHECK(months_of(found, Carrier::electricity, 2022) == "0=600000");
  CHECK(months_of(found, Carrier::water, 2022) == "0=800");
}

TEST_CASE("quarters: the last month of each has the figure", "[map]") {
  const Understood found = understand({{"2022年",
                                        {words({"季度", "用电量（度）"}),
                                         {text("一季度"), number("10")},
                                         {text("二季度"), number("20")},
                                         {text("三季度"), number("30")},
                                         {text("四季度"), number("40")},
                                         {text("合计"), number("100")}},
                                        "",
                                        ""}});
  REQUIRE(found.layout.series.size() == 1);
  CHECK(found.layout.series[0].agrees);
  CHECK(months_of(found, Carrier::electricity, 2022) == "1=0 2=0 3=10 4=0 5=0 6=20 7=0 8=0 9=30 10=0 11=0 12=40");
}

TEST_CASE("a water cell merged over two months, and blanks between readings", "[map]") {
  std::vector<Row> merged{words({"月份", "用水量（吨）"})}, blanks{words({"月份", "用水量（吨）"})};
  std::string merges;
  for (int month = 1; month <= 12; ++month) {
    const std::string name = std::to_string(month) + "月";
    merged.push_back({text(name), month % 2 == 1 ? number(std::to_string(month)) : blank()});
    blanks.push_back({text(name), month == 2 || month == 5 || month == 7 || month == 10 || month == 12 ? number(std::to_string(month)) : blank()});
    if (month % 2 == 1) merges += "<mergeCell ref=\"B" + std::to_string(month + 1) + ":B" + std::to_string(month + 2) + "\"/>";
  }
  const Understood one = understand({{"2022年", merged, "<mergeCells count=\"6\">" + merges + "</mergeCells>", ""}});
  CHECK(months_of(one, Carrier::water, 2022) == "1=0 2=1 3=0 4=3 5=0 6=5 7=0 8=7 9=0 10=9 11=0 12=11");
  const Understood other = understand({{"2022年", blanks, "", ""}});
  CHECK(months_of(other, Carrier::water, 2022) == "1=0 2=2 3=0 4=0 5=5 6=0 7=7 8=0 9=0 10=10 11=0 12=12");
  CHECK(other.layout.mapping.find("readings: true") != std::string::npos);
}

TEST_CASE("one blank month among full ones is no reading period", "[map]") {
  std::vector<Row> rows{words({"月份", "用水量（吨）"})};
  for (int month = 1; month <= 12; ++month) rows.push_back({text(std::to_string(month) + "月"), month == 5 ? blank() : number("30")});
  const Understood found = understand({{"2022年", rows, "", ""}});
  CHECK(found.layout.mapping.find("readings") == std::string::npos);
  CHECK(months_of(found, Carrier::water, 2022).find("5=") == std::string::npos);
}

TEST_CASE("sheets named 21.1 … 21.12 are months of 2021", "[map]") {
  std::vector<SheetXml> sheets;
  for (int month = 1; month <= 12; ++month)
    sheets.push_back(
        {"21." + std::to_string(month), {words({"项目", "单位", "数量"}), {text("用电"), text("度"), number(std::to_string(100 + month))}}, "", ""});
  const Understood found = understand(sheets);
  REQUIRE(found.layout.series.size() == 1);
  CHECK(found.layout.series[0].sum.shortest() == "1278");
  CHECK(months_of(found, Carrier::electricity, 2021).starts_with("1=101 2=102 "));
}

TEST_CASE("official and other fuel beside each other are added, and the official one is told", "[map]") {
  std::vector<Row> rows{words({"2022年油料（升）"}), words({"月份", "公务用车汽油", "其他汽油"})};
  for (int month = 1; month <= 12; ++month) rows.push_back({text(std::to_string(month) + "月"), number("100"), number("7")});
  const Understood found = understand({{"油料", rows, "", ""}});
  CHECK(months_of(found, Carrier::petrol, 2022).starts_with("1=107 2=107"));
  CHECK(months_of(found, Carrier::official_petrol, 2022).starts_with("1=100 2=100"));
}

TEST_CASE("sewage is no water, a hidden sheet is said", "[map]") {
  std::vector<Row> rows{words({"2022年水费明细"}), words({"月份", "用水量（吨）", "污水量（吨）"})};
  for (int month = 1; month <= 12; ++month) rows.push_back({text(std::to_string(month) + "月"), number("10"), number("9")});
  const Understood found = understand({{"水费", rows, "", ""}, {"旧表", {words({"1月"})}, "", "hidden"}});
  CHECK(months_of(found, Carrier::water, 2022).starts_with("1=10 2=10"));
  const auto& left = found.layout.left_out;
  CHECK(std::any_of(left.begin(), left.end(),
                    [](const LedgerLeftOut& one) { return one.place == "能耗.xlsx 旧表" && one.why.find("隐藏") != std::string::npos; }));
}
