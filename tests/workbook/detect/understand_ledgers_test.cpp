// Layouts as offices keep them: what `lvce map` says, and that the mapping which it writes reads exactly that.
#include <functional>

#include "workbook/layouts.h"
#include "workbook/unit_folder.h"
#include "workbook/xlsx/xlsx_builder.h"

using namespace lvce;
using namespace lvce::test;

namespace {

const SheetXml kUnitSheet{"单位信息", {words({"项目", "内容"}), words({"单位名称", "示例局"})}, "", ""};

/// Up and down: level × 10 + 5, + 10, + 2, + 7 … each of + 1 … + 12 once. Twelve months are level × 120 + 78.
std::string figure(int level, int month) { return std::to_string(level * 10 + month * 5 % 13); }
int year_sum(int level) { return level * 120 + 78; }

std::vector<Row> down(std::vector<Row> header, const std::function<Row(int)>& row_of_month) {
  for (int month = 1; month <= 12; ++month) header.push_back(row_of_month(month));
  return header;
}

struct Expected {
  std::string carrier;
  int year;
  Decimal sum;
};

const LedgerSeries* series_of(const LedgerLayout& layout, const std::string& carrier, int year) {
  for (const LedgerSeries& one : layout.series)
    if (one.carrier == carrier && one.year == year) return &one;
  return nullptr;
}

Carrier carrier_named(const std::string& name) {
  for (const Carrier carrier : all_carriers())
    if (carrier_name(carrier) == name) return carrier;
  FAIL("no carrier " << name);
  return Carrier::other;
}

Decimal ledger_sum(const Workbook& workbook, const std::string& carrier, int year) {
  Decimal sum;
  for (const LedgerRow& row : workbook.ledger.rows) {
    const auto found = row.quantities.find(carrier_named(carrier));
    if (row.year == year && found != row.quantities.end() && found->second.value) sum += *found->second.value;
  }
  return sum;
}

/// What is found is what is expected and nothing else, and the mapping, renamed, reads the same.
LedgerLayout check_found(const TempUnit& unit, const std::vector<Expected>& expected) {
  LedgerLayout layout = understand_ledgers(unit.folder());
  for (const std::string& question : layout.questions) UNSCOPED_INFO(question);
  for (const LedgerLeftOut& left : layout.left_out) UNSCOPED_INFO(left.place << left.header << left.why);
  CHECK(layout.series.size() == expected.size());
  for (const Expected& one : expected) {
    const LedgerSeries* found = series_of(layout, one.carrier, one.year);
    INFO(one.carrier << one.year << " " << (found ? found->line : "not found"));
    REQUIRE(found);
    CHECK(found->sum.shortest() == one.sum.shortest());
  }
  unit.add("台账.xlsx", book_of({kUnitSheet}));
  unit.add("映射.yaml", layout.mapping);
  const ReadWorkbook read = unit.read();
  for (const Finding& finding : read.findings) UNSCOPED_INFO(finding.code << " " << finding.where() << " " << finding.message);
  REQUIRE(read.workbook);
  for (const LedgerSeries& found : layout.series) CHECK(ledger_sum(*read.workbook, found.carrier, found.year).shortest() == found.sum.shortest());
  return layout;
}

void add_ledger(const TempUnit& unit, const std::vector<SheetXml>& sheets, const std::string& name = "能耗.xlsx") {
  std::filesystem::create_directories(unit.folder() / "能耗");
  unit.add("能耗/" + name, book_of(sheets));
}

}  // namespace

TEST_CASE("a sheet a year: titles, units, printed totals; money is left out", "[map]") {
  TempUnit unit;
  std::vector<SheetXml> sheets;
  for (const int year : {2021, 2022}) {
    const int level = year - 2000;
    auto rows = down({words({"某局" + std::to_string(year) + "年能耗"}), words({"月份", "用电量（万千瓦时）", "用水量（吨）", "电费（元）"})}, [&](int m) {
      return Row{text(std::to_string(m) + "月"), number(figure(level, m)), number(figure(level + 5, m)), number("7")};
    });
    rows.push_back({text("合计"), number(std::to_string(year_sum(level))), number(std::to_string(year_sum(level + 5))), number("84")});
    sheets.push_back({std::to_string(year), rows, "", ""});
  }
  add_ledger(unit, sheets);
  const LedgerLayout layout = check_found(
      unit, {{"电", 2021, Decimal(25980000)}, {"电", 2022, Decimal(27180000)}, {"水", 2021, Decimal(year_sum(26))}, {"水", 2022, Decimal(year_sum(27))}});
  CHECK(layout.questions.empty());
  CHECK(layout.series[0].line == "电 ← 能耗.xlsx 2021!B3:B14「用电量（万千瓦时）」2021 12个月 25,980,000千瓦时 = 原表合计B15 ✓");
  CHECK(layout.series[0].agrees);
  CHECK(layout.left_out.size() == 2);
}

TEST_CASE("months across with quarters between, and years in a merged row above", "[map]") {
  TempUnit unit;
  Row years{text("项目"), text("单位"), text("2021年")}, header{blank(), blank()}, power{text("用电量"), text("度")}, cost{text("电费"), text("元")};
  for (int m = 1; m <= 12; ++m) {
    header.push_back(text(std::to_string(m) + "月"));
    power.push_back(number(figure(40, m)));
    cost.push_back(number("3"));
    if (m % 3 != 0) continue;
    header.push_back(text("第" + std::to_string(m / 3) + "季度"));
    power.push_back(number("99999"));
    cost.push_back(number("9"));
  }
  add_ledger(unit, {{"台账", {words({"能耗台账"}), years, header, power, cost}, "C2:R2", ""}});
  check_found(unit, {{"电", 2021, Decimal(year_sum(40))}});
}

TEST_CASE("two years side by side stand under their own years", "[map]") {
  TempUnit unit;
  add_ledger(unit, {{"用电",
                     down({Row{text("2021年"), blank(), blank(), text("2022年")}, words({"月份", "用电量（度）", "", "月份", "用电量（度）"})},
                          [](int m) {
                            return Row{number(std::to_string(m)), number(figure(10, m)), blank(), number(std::to_string(m)), number(figure(20, m))};
                          }),
                     "", ""}});
  check_found(unit, {{"电", 2021, Decimal(year_sum(10))}, {"电", 2022, Decimal(year_sum(20))}});
}

TEST_CASE("a row a meter is added; a meter that lacks a month, and two rows that nothing tells apart, are asked about", "[map]") {
  TempUnit unit;
  std::vector<Row> rows{words({"年月", "户号", "电量(千瓦时)", "电费(元)"})};
  for (int m = 1; m <= 12; ++m)
    for (const std::string meter : {"A1", "A2"})
      rows.push_back({text("2021年" + std::to_string(m) + "月"), text(meter), number(figure(meter == "A1" ? 10 : 30, m)), number("1")});
  SECTION("whole") {
    add_ledger(unit, {{"电费", rows, "", ""}});
    check_found(unit, {{"电", 2021, Decimal(year_sum(10) + year_sum(30))}});
  }
  SECTION("a month is lacking") {
    rows.erase(rows.begin() + 6);
    add_ledger(unit, {{"电费", rows, "", ""}});
    const LedgerLayout layout = understand_ledgers(unit.folder());
    CHECK(layout.series.empty());
    CHECK(layout.questions.size() == 1);
  }
  SECTION("one meter twice") {
    rows.push_back(rows.back());
    add_ledger(unit, {{"电费", rows, "", ""}});
    const LedgerLayout layout = understand_ledgers(unit.folder());
    CHECK(layout.series.empty());
    CHECK(layout.questions.size() == 1);
  }
}

TEST_CASE("one row for each carrier, with its unit beside it", "[map]") {
  TempUnit unit;
  std::vector<Row> rows{words({"年度", "月份", "能源种类", "计量单位", "消耗量"})};
  for (int m = 1; m <= 12; ++m) {
    rows.push_back({text("2021"), text(std::to_string(m)), text("电"), text("万千瓦时"), number(figure(1, m))});
    rows.push_back({text("2021"), text(std::to_string(m)), text("水"), text("吨"), number(figure(2, m))});
  }
  add_ledger(unit, {{"明细", rows, "", ""}});
  check_found(unit, {{"电", 2021, Decimal(1980000)}, {"水", 2021, Decimal(year_sum(2))}});
}

TEST_CASE("a sheet for each month, a file for each year", "[map]") {
  TempUnit unit;
  for (const int year : {2021, 2022}) {
    std::vector<SheetXml> sheets;
    for (int m = 1; m <= 12; ++m)
      sheets.push_back(
          {std::to_string(m) + "月",
           {words({"能源月报"}), words({"指标名称", "计量单位", "数量", "费用"}), {text("用电"), text("千瓦时"), number(figure(year - 2000, m)), number("1")}},
           "",
           ""});
    add_ledger(unit, sheets, std::to_string(year) + "年能耗.xlsx");
  }
  check_found(unit, {{"电", 2021, Decimal(year_sum(21))}, {"电", 2022, Decimal(year_sum(22))}});
}

TEST_CASE("readings, running totals, last year's figures and plans are left out", "[map]") {
  TempUnit unit;
  add_ledger(unit, {{"2022年用水",
                     down({words({"月份", "上期读数", "本期读数", "用水量（吨）", "累计用水量", "上年同期", "同比", "计划用水"})},
                          [](int m) {
                            return Row{text(std::to_string(m) + "月"),
                                       number(std::to_string(100 * m)),
                                       number(std::to_string(100 * m + 100)),
                                       number(figure(10, m)),
                                       number(std::to_string(110 * m)),
                                       number("8"),
                                       number("0.1"),
                                       number("9")};
                          }),
                     "", ""}});
  const LedgerLayout layout = check_found(unit, {{"水", 2022, Decimal(year_sum(10))}});
  CHECK(layout.left_out.size() == 6);
}

TEST_CASE("columns that add up to a printed one are its parts", "[map]") {
  TempUnit unit;
  add_ledger(unit, {{"2021年用电",
                     down({words({"月份", "峰", "谷", "平", "总电量（度）"})},
                          [](int m) {
                            return Row{text(std::to_string(m) + "月"), number("10"), number(std::to_string(m * 5 % 13)), number("5"),
                                       number(std::to_string(15 + m * 5 % 13))};
                          }),
                     "", ""}});
  const LedgerLayout layout = check_found(unit, {{"电", 2021, Decimal(15 * 12 + 78)}});
  CHECK(layout.left_out.size() == 3);
}

TEST_CASE("readings every other month are periods", "[map]") {
  TempUnit unit;
  std::vector<Row> rows{words({"2021年用水"}), words({"月份", "水量（立方米）"})};
  for (int m = 1; m <= 11; m += 2) rows.push_back({text(std::to_string(m) + "-" + std::to_string(m + 1) + "月"), number("100")});
  add_ledger(unit, {{"用水", rows, "", ""}});
  const LedgerLayout layout = check_found(unit, {{"水", 2021, Decimal(600)}});
  CHECK(layout.series[0].months == 12);
}

TEST_CASE("what may be meant in two ways is asked, never guessed", "[map]") {
  const auto asked = [](const std::string& sheet, const std::string& title, const std::string& header, const std::function<std::string(int)>& value) {
    TempUnit unit;
    add_ledger(unit, {{sheet,
                       down({words({title}), words({"月份", header})},
                            [&](int m) {
                              return Row{text(std::to_string(m) + "月"), number(value(m))};
                            }),
                       "", ""}});
    const LedgerLayout layout = understand_ledgers(unit.folder());
    for (const LedgerSeries& one : layout.series) UNSCOPED_INFO(one.line);
    return layout.series.empty() && !layout.questions.empty() && layout.mapping.empty();
  };
  const auto plain = [](int m) { return figure(50, m); };
  CHECK(asked("2022年", "2021年用电", "用电量（度）", plain));     // title and sheet name differ
  CHECK(asked("用电", "2021—2022年用电", "用电量（度）", plain));  // two years
  CHECK(asked("用电", "用电", "用电量（度）", plain));             // none
  CHECK(asked("2021年", "车辆", "用油量（升）", plain));           // petrol or diesel
  CHECK(asked("2021年", "食堂", "煤气（立方米）", plain));         // natural or town gas
  CHECK_FALSE(asked("2021年", "食堂", "天然气（煤气）（立方米）", plain));
  CHECK(asked("2021年", "用电", "用电量（吨）", plain));                                           // no unit of power
  CHECK(asked("2021年", "单位：万千瓦时", "用电量（千瓦时）", plain));                             // two units
  CHECK(asked("2021年", "用电", "用电量（度）", [](int m) { return std::to_string(1000 * m); }));  // a running total
  CHECK(asked("2021年", "供热", "热力", plain));                                                   // no unit
}

TEST_CASE("other gases are no natural gas, whatever their unit", "[map]") {
  for (const char* gas : {"氢气（千克）", "氧气（立方米）"}) {
    INFO(gas);
    TempUnit unit;
    add_ledger(unit, {{"用能",
                       down({words({"2021年"}), words({"月份", "用电量（度）", gas})},
                            [](int m) {
                              return Row{text(std::to_string(m) + "月"), number(figure(50, m)), number(figure(7, m))};
                            }),
                       "", ""}});
    const LedgerLayout layout = check_found(unit, {{"电", 2021, Decimal(6078)}});
    CHECK(layout.series.size() == 1);
  }
}

TEST_CASE("a printed total that is another one is said", "[map]") {
  TempUnit unit;
  auto rows = down({words({"2021年"}), words({"月份", "用电量（度）"})}, [](int m) { return Row{text(std::to_string(m) + "月"), number(figure(50, m))}; });
  rows.push_back({text("合计"), number("6079")});
  add_ledger(unit, {{"用电", rows, "", ""}});
  const LedgerLayout layout = check_found(unit, {{"电", 2021, Decimal(6078)}});
  CHECK_FALSE(layout.series[0].agrees);
  CHECK(layout.questions.size() == 1);
}

TEST_CASE("a printed total settles what else would be asked", "[map]") {
  TempUnit unit;
  std::vector<Row> rows{words({"2021年"}), words({"月份", "表号", "用电量（度）"})};
  for (int m = 1; m <= 12; ++m) rows.push_back({text(std::to_string(m) + "月"), text("A1"), number(figure(50, m))});
  rows.push_back({text("12月"), text("A2"), number("100")});
  rows.push_back({text("合计"), blank(), number(std::to_string(year_sum(50) + 100))});
  add_ledger(unit, {{"用电", rows, "", ""}});
  check_found(unit, {{"电", 2021, Decimal(year_sum(50) + 100)}});
}

TEST_CASE("subtotals below each month's buildings are not added to them", "[map]") {
  TempUnit unit;
  std::vector<Row> rows{words({"2021年用电量（度）"}), words({"月份", "楼", "用电量"})};
  for (int m = 1; m <= 12; ++m) {
    rows.push_back({text(std::to_string(m) + "月"), text("A楼"), number(figure(50, m))});
    rows.push_back({text(std::to_string(m) + "月"), text("B楼"), number("100")});
    rows.push_back({text(std::to_string(m) + "月"), text("小计"), number(std::to_string(600 + m * 5 % 13))});
  }
  add_ledger(unit, {{"用电", rows, "", ""}});
  check_found(unit, {{"电", 2021, Decimal(year_sum(50) + 1200)}});
}

TEST_CASE("what may be money is asked about", "[map]") {
  for (const std::string title : {"2021年水电费统计", "2021年水电支出（单位：元）"}) {
    TempUnit unit;
    add_ledger(unit, {{"Sheet1",
                       down({words({title}), words({"月份", "电"})},
                            [](int m) {
                              return Row{text(std::to_string(m) + "月"), number(figure(500, m))};
                            }),
                       "", ""}});
    const LedgerLayout layout = understand_ledgers(unit.folder());
    CHECK(layout.series.empty());
    CHECK(layout.questions.size() == 1);
  }
}

TEST_CASE("two sheets for one thing: equal ones count once, others are asked about", "[map]") {
  const auto sheet = [](const std::string& name, int level) {
    return SheetXml{name,
                    down({words({"2021年"}), words({"月份", "用电量（度）"})},
                         [&](int m) {
                           return Row{text(std::to_string(m) + "月"), number(figure(level, m))};
                         }),
                    "", ""};
  };
  TempUnit unit;
  SECTION("equal") {
    add_ledger(unit, {sheet("用电", 50), sheet("用电 (2)", 50)});
    check_found(unit, {{"电", 2021, Decimal(year_sum(50))}});
  }
  SECTION("different") {
    add_ledger(unit, {sheet("用电", 50), sheet("用电 (2)", 51)});
    const LedgerLayout layout = understand_ledgers(unit.folder());
    CHECK(layout.series.empty());
    CHECK(layout.questions.size() == 1);
  }
  SECTION("buildings") {
    add_ledger(unit, {sheet("办公楼", 50), sheet("食堂", 7)});
    check_found(unit, {{"电", 2021, Decimal(year_sum(50) + year_sum(7))}});
  }
}

TEST_CASE("a folder without ledgers", "[map]") {
  TempUnit unit;
  unit.add("台账.xlsx", book_of({kUnitSheet}));
  const LedgerLayout layout = understand_ledgers(unit.folder());
  CHECK(layout.series.empty());
  CHECK(layout.questions.empty());
  CHECK(layout.mapping.empty());
}

TEST_CASE("a printed total over two years agrees with the two", "[formats]") {
  const auto sheet_with = [](const std::string& total) {
    SheetXml sheet{"抄表", {words({"年月", "用电量（千瓦时）"})}, "", ""};
    for (const int year : {2021, 2022})
      for (int month = 1; month <= 12; ++month)
        sheet.rows.push_back({text(std::to_string(year) + "年" + std::to_string(month) + "月"), number(figure(year - 1900, month))});
    sheet.rows.push_back({text("总计"), number(total)});
    return sheet;
  };
  TempUnit right;
  right.add("能耗.xlsx", book_of({sheet_with(std::to_string(year_sum(121) + year_sum(122)))}));
  const LedgerLayout layout = check_found(right, {{"电", 2021, Decimal(year_sum(121))}, {"电", 2022, Decimal(year_sum(122))}});
  CHECK(layout.questions.empty());
  CHECK(series_of(layout, "电", 2022)->line.find("各年之和，相符") != std::string::npos);
  TempUnit wrong;
  wrong.add("能耗.xlsx", book_of({sheet_with(std::to_string(year_sum(121) + year_sum(122) + 1))}));
  CHECK(understand_ledgers(wrong.folder()).questions.size() == 1);
}
