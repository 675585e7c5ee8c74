// What is added up, and what must be asked before: a figure of a ledger never becomes twice as much without a word.
#include <catch2/catch.hpp>

#include "workbook/detect/ledger_sheets.h"

using namespace lvce;
using namespace lvce::test;

namespace {

/// Months down, one column for each of `heads`, whose figures are about `bases`; `note` stands below.
LedgerLayout by_columns(const std::string& title, const std::vector<std::string>& heads, const std::vector<int>& bases, const std::string& note = "") {
  std::vector<std::string> header{"月份"};
  header.insert(header.end(), heads.begin(), heads.end());
  std::vector<Row> rows = {words({title}), words(header)};
  for (int month = 1; month <= 12; ++month) {
    Row row{text(std::to_string(month) + "月")};
    for (const int base : bases) row.push_back(number(cell_of(month, base)));
    rows.push_back(row);
  }
  if (!note.empty()) rows.push_back(words({note}));
  return layout_of_sheets({{"Sheet1", rows, "", ""}});
}

/// A row for each of `names` in each month.
LedgerLayout by_rows(const std::vector<std::string>& names, const std::vector<int>& bases) {
  std::vector<Row> rows = {words({"2021年用电台账"}), words({"月份", "部位", "电量（度）"})};
  for (int month = 1; month <= 12; ++month)
    for (std::size_t i = 0; i < names.size(); ++i) rows.push_back({text(std::to_string(month) + "月"), text(names[i]), number(cell_of(month, bases[i]))});
  return layout_of_sheets({{"Sheet1", rows, "", ""}});
}

}  // namespace

TEST_CASE("columns of buildings are added; other counts of the same, and what may hold the others, are asked", "[map]") {
  const LedgerLayout parts = by_columns("2021年用电", {"办公楼（度）", "食堂（度）"}, {8000, 640});
  CHECK(sums_of(parts) == "电 2021 = " + std::to_string(year_of_base(8000) + year_of_base(640)));
  const std::vector<std::vector<std::string>> doubtful = {
      {"有功电量（度）", "无功电量（度）"}, {"正向有功（度）", "反向有功（度）"}, {"原上报数（度）", "核实数（度）"},
      {"应抄电量（度）", "实抄电量（度）"}, {"关口表（度）", "考核表（度）"},     {"办公楼（含食堂）（度）", "食堂（度）"},
      {"1号表（总）（度）", "2号表（度）"}, {"高压侧电量（度）", "1号楼（度）"},  {"进线柜（度）", "出线柜（度）"}};
  for (const auto& heads : doubtful) {
    INFO(heads[0]);
    CHECK(only_asked(by_columns("2021年用电", heads, {8000, 640})));
  }
}

TEST_CASE("columns that are nearly the same in every month are two counts of one thing, or asked", "[map]") {
  CHECK(only_asked(by_columns("2021年用电", {"甲表（度）", "乙表（度）"}, {8000, 8040})));
  CHECK(only_asked(by_columns("2021年用电", {"财务室（度）", "总务处（度）"}, {8000, 8000})));
  CHECK(sums_of(by_columns("2021年用电", {"峰（度）", "平（度）"}, {800, 804})) == "电 2021 = " + std::to_string(year_of_base(800) + year_of_base(804)));
}

TEST_CASE("rows of one month are added only where none of them holds the others", "[map]") {
  CHECK(sums_of(by_rows({"办公楼", "食堂"}, {8000, 640})) == "电 2021 = " + std::to_string(year_of_base(8000) + year_of_base(640)));
  for (const char* whole : {"总表", "单位总用电", "高压进线", "全局"}) {
    INFO(whole);
    CHECK(only_asked(by_rows({whole, "食堂", "机房"}, {8000, 640, 480})));
  }
  CHECK(only_asked(by_rows({"有功", "无功"}, {8000, 640})));
  CHECK(only_asked(by_rows({"实际", "指标"}, {8000, 9000})));
  CHECK(only_asked(by_rows({"1号楼", "2号楼", "两表共用"}, {8000, 1600, 9600})));  // each month the sum of both
}

TEST_CASE("a row without a name among named ones is asked", "[map]") {
  std::vector<Row> rows = {words({"2021年用电台账"}), words({"月份", "表号", "电量（度）"})};
  for (int month = 1; month <= 12; ++month) {
    rows.push_back({text(std::to_string(month) + "月"), text("1#"), number(cell_of(month, 8000))});
    rows.push_back({text(""), text("2#"), number(cell_of(month, 640))});
    rows.push_back({text(""), text(""), number(std::to_string(figure_at(month, 8000) + figure_at(month, 640)))});
  }
  CHECK(only_asked(layout_of_sheets({{"Sheet1", rows, "", ""}})));
}

TEST_CASE("1-3月 among the months is a sum of what stands there, and asked", "[map]") {
  std::vector<Row> rows = {words({"2021年用电台账"}), words({"月份", "用电量（度）"})};
  int sum = 0;
  for (int month = 1; month <= 12; ++month) {
    rows.push_back({text(std::to_string(month) + "月"), number(cell_of(month, 8000))});
    sum += figure_at(month, 8000);
    if (month % 3 == 0) rows.push_back({text("1-" + std::to_string(month) + "月"), number(std::to_string(sum))});
  }
  CHECK(only_asked(layout_of_sheets({{"Sheet1", rows, "", ""}})));
}

TEST_CASE("names of offices and places are no carriers", "[map]") {
  const std::string both = std::to_string(year_of_base(8000) + year_of_base(640));
  CHECK(sums_of(by_columns("县水利局2021年用电", {"办公楼", "水泵房"}, {8000, 640})) == "电 2021 = " + both);
  CHECK(sums_of(by_columns("电视台2021年用水", {"办公楼", "电教楼"}, {8000, 640})) == "水 2021 = " + both);
  CHECK(sums_of(by_columns("县水利局2021年台账", {"办公楼", "食堂"}, {8000, 640})).empty());
  CHECK(sums_of(by_columns("2021年用电台账（度）", {"办公楼"}, {8000})) == "电 2021 = " + std::to_string(year_of_base(8000)));
}

TEST_CASE("a multiplier or a unit that stands beside or below the figures is not passed over", "[map]") {
  CHECK(only_asked(by_columns("2021年用电", {"用电量（度）"}, {8000}, "注：本表为表码差，实际用电量须乘以倍率60")));
  CHECK(only_asked(by_columns("2021年用电", {"1#主表（×60）（度）"}, {8000})));
  CHECK(only_asked(by_columns("2021年用水", {"用水量"}, {800}, "注：用水量单位为百吨")));
  CHECK(sums_of(by_columns("2021年天然气", {"用量"}, {80}, "单位：万立方米")) == "天然气 2021 = " + std::to_string(year_of_base(80) * 10000));
}

TEST_CASE("months whose year or order cannot be right are asked", "[map]") {
  CHECK(only_asked(layout_of_months("2021年用电台账", {"2022年1月", "2022年2月", "2022年3月", "2022年4月", "2022年5月", "2022年6月"})));
  CHECK(only_asked(layout_of_months("用电台账", {"2021.7", "2021.8", "2021.9", "2021.1", "2021.11", "2021.12"})));
  CHECK(only_asked(layout_of_months("2021年用电台账", {"12月", "1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月"})));
  CHECK(only_asked(layout_of_months("用电台账（截至2022年1月）", {"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"})));
}

TEST_CASE("a sheet that is longer than what is read of it is asked, and nothing of it is taken", "[map]") {
  std::vector<Row> rows = {words({"2021年用电明细"}), words({"日期", "用电量（度）"})};
  for (int i = 0; i < 10'500; ++i) {
    const int month = i / 875 + 1, day = i % 28 + 1;
    rows.push_back({text("2021年" + std::to_string(month) + "月" + std::to_string(day) + "日"), number(cell_of(month, 80))});
  }
  const LedgerLayout layout = layout_of_sheets({{"Sheet1", rows, "", ""}});
  CHECK(only_asked(layout));
  CHECK(layout.questions.front().find("行数太多") != std::string::npos);
}
