// Figures that look like the office's use and are not, or not all of it: each was once read without a word.
#include <catch2/catch.hpp>

#include <tuple>

#include "workbook/detect/ledger_sheets.h"

using namespace lvce;
using namespace lvce::test;

namespace {

LedgerLayout of_rows(const std::vector<Row>& rows) { return layout_of_sheets({{"Sheet1", rows, "", ""}}); }

LedgerLayout by_columns(const std::string& title, const std::vector<std::string>& heads, const std::vector<int>& bases) {
  return of_rows(rows_of(title, heads, bases));
}

LedgerLayout with_note(const std::string& note) {
  std::vector<Row> rows = rows_of("2021年用电", {"用电量（度）"}, {8000});
  rows.push_back(words({note}));
  return of_rows(rows);
}

}  // namespace

TEST_CASE("a note between the months does not end them", "[map]") {
  std::vector<Row> rows = rows_of("2021年用电", {"电（度）"}, {8000});
  rows.insert(rows.begin() + 8, {words({"6月28日更换电表"}), words({"（续表）"})});
  CHECK(sums_of(of_rows(rows)) == "电 2021 = " + year_sum(8000));
  rows[12][0] = text("9月（补抄）");  // whether it is all of September nobody says
  CHECK(only_asked(of_rows(rows)));
  rows[12][0] = text("9月*");
  CHECK(sums_of(of_rows(rows)) == "电 2021 = " + year_sum(8000));
}

TEST_CASE("a line that names the year between two years", "[map]") {
  std::vector<Row> rows = {words({"时间", "电（度）"}), words({"2020年度用量"})};
  for (int month = 1; month <= 12; ++month) rows.push_back({text(month_name(month)), number(cell_of(month, 8000))});
  rows.push_back(words({"2021年度用量（搬迁后）"}));
  for (int month = 1; month <= 12; ++month) rows.push_back({text(month_name(month)), number(cell_of(month, 6400))});
  CHECK(sums_of(of_rows(rows)) == "电 2020 = " + year_sum(8000) + "; 电 2021 = " + year_sum(6400));
}

TEST_CASE("a bill is of the month in which it ends", "[map]") {
  std::vector<Row> rows = {words({"电费账单"}), words({"计费起", "计费止", "电量（kWh）"})};
  for (int month = 1; month <= 12; ++month) {
    const std::string from = month == 1 ? "2020-12-26" : "2021-" + std::to_string(month - 1) + "-26";
    rows.push_back({text(from), text("2021-" + std::to_string(month) + "-25"), number(cell_of(month, 8000))});
  }
  const LedgerLayout layout = of_rows(rows);
  CHECK(sums_of(layout) == "电 2021 = " + year_sum(8000));
  CHECK(layout.series[0].months == 12);
  std::vector<std::string> periods{"12.26-1.25"};
  for (int month = 2; month <= 12; ++month) periods.push_back(std::to_string(month - 1) + ".26-" + std::to_string(month) + ".25");
  const LedgerLayout written = layout_of_months("2021年电费账单", periods);
  CHECK(sums_of(written) == "电 2021 = " + year_sum(8000));
  CHECK(written.series[0].months == 12);
}

TEST_CASE("a part of the year is not the year", "[map]") {
  const auto form = [](const std::string& title) {
    return of_rows({words({title}), words({"指标名称", "计量单位", "数量"}), words({"电", "千瓦时", "54709"})});
  };
  for (const char* title : {"能源消费统计表（2021年上半年）", "能源消费统计表（2021年1-9月）", "能源消费统计表（2021年第一季度）"}) {
    INFO(title);
    CHECK(only_asked(form(title)));
  }
  CHECK(sums_of(form("能源消费统计表（2021年）")) == "电 2021 = 54709");
  CHECK(sums_of(form("能源消费统计表（2021年1-12月）")) == "电 2021 = 54709");
}

TEST_CASE("running totals of two years, and of sheets that say so, are asked", "[map]") {
  std::vector<Row> rows = {words({"用电台账"}), words({"时间", "用电量(kWh)"})};
  for (const int year : {2020, 2021}) {
    int sum = 0;
    for (int month = 1; month <= 12; ++month) {
      sum += figure_at(month, 8000);
      rows.push_back({text(std::to_string(year) + "年" + month_name(month)), number(std::to_string(sum))});
    }
  }
  CHECK(only_asked(of_rows(rows)));
  std::vector<SheetXml> sheets;
  for (int month = 2; month <= 4; ++month)
    sheets.push_back({month_name(month),
                      {words({"2021年1-" + month_name(month) + "能耗"}), words({"项目", "单位", "数量"}), words({"电", "度", cell_of(month, 8000 * month)})},
                      "",
                      ""});
  const LedgerLayout layout = layout_of_sheets(sheets);
  CHECK(only_asked(layout));
  CHECK(layout.questions.size() == 3);  // four alike would be one
}

TEST_CASE("all places are added, also those that nobody knows, or it is asked", "[map]") {
  CHECK(sums_of(by_columns("2021年用电（度）", {"机关", "办税厅", "城关法庭"}, {8000, 640, 1600})) ==
        "电 2021 = " + std::to_string(year_of_base(8000) + year_of_base(640) + year_of_base(1600)));
  CHECK(only_asked(by_columns("2021年用电（度）", {"办公楼", "食堂", "新风"}, {8000, 640, 1600})));
  CHECK(sums_of(by_columns("2021年用电", {"用电量（度）", "备用"}, {8000, 640})) == "电 2021 = " + year_sum(8000));  // beside the whole
}

TEST_CASE("water in a name is no water", "[map]") {
  const std::string both = std::to_string(year_of_base(8000) + year_of_base(640));
  CHECK(sums_of(by_columns("2021年天然气（立方米）", {"食堂", "开水房"}, {8000, 640})) == "天然气 2021 = " + both);
  CHECK(sums_of(by_columns("2021年天然气（立方米）", {"热水锅炉", "采暖锅炉"}, {8000, 640})) == "天然气 2021 = " + both);
  CHECK(sums_of(by_columns("2021年用电（度）", {"办公楼", "燃气调压站"}, {8000, 640})) == "电 2021 = " + both);
}

TEST_CASE("what others use, and several offices, are asked", "[map]") {
  CHECK(only_asked(by_columns("2021年用电", {"总表电量（度）", "外包食堂电量（度）", "本单位实用电量（度）"}, {9600, 1600, 8000})));
  CHECK(only_asked(by_columns("2021年用电（度）", {"办公用电", "基建施工用电"}, {8000, 1600})));
  CHECK(only_asked(by_columns("2021年用电（度）", {"财政局", "审计局", "合计"}, {8000, 1600, 9600})));
  CHECK(only_asked(by_columns("合署办公楼2021年用电分摊", {"总电量（度）"}, {8000})));
  for (const char* note : {"注：本单位按建筑面积分摊40%", "说明：以上电量含一楼农商行用电，每月约500度", "更正：5月应为8,888度"}) {
    INFO(note);
    CHECK(only_asked(with_note(note)));
  }
  for (const char* note : {"注：以上不含一楼农商行用电", "注：用水与档案局共用水表", "制表：综合科"}) {
    INFO(note);
    CHECK(sums_of(with_note(note)) == "电 2021 = " + year_sum(8000));
  }
}

TEST_CASE("two counts of one quantity are never added", "[map]") {
  const std::vector<std::pair<std::string, std::vector<std::string>>> pairs = {{"2021年燃气", {"工况用量（m³）", "标况用量（m³）"}},
                                                                               {"2021年用电", {"抄表电量（度）", "开票电量（度）"}},
                                                                               {"2021年液化气", {"购进（公斤）", "使用（公斤）"}},
                                                                               {"2021年燃气充值", {"充值气量（m³）", "表内余量（m³）"}},
                                                                               {"2021年供热", {"一次网热量（GJ）", "二次网热量（GJ）"}}};
  for (const auto& [title, heads] : pairs) {
    INFO(heads[0]);
    CHECK(only_asked(by_columns(title, heads, {800, 1600})));
  }
  CHECK(sums_of(by_columns("2021年用电", {"1号楼结算电量（度）", "2号楼结算电量（度）"}, {8000, 640})) ==
        "电 2021 = " + std::to_string(year_of_base(8000) + year_of_base(640)));
  CHECK(only_asked(by_columns("食堂2021年液化气", {"瓶数", "每瓶（kg）"}, {80, 640})));
}

TEST_CASE("years that were not changed and units that cannot be are asked", "[map]") {
  std::vector<std::string> labels;
  for (int month = 7; month <= 12; ++month) labels.push_back("2020年" + month_name(month));
  labels.push_back("2020年1月");
  for (int month = 2; month <= 6; ++month) labels.push_back("2021年" + month_name(month));
  CHECK(only_asked(layout_of_months("用电登记", labels)));
  labels.clear();
  for (int month = 1; month <= 12; ++month) labels.push_back((month == 7 ? "2012年" : "2021年") + month_name(month));
  CHECK(only_asked(layout_of_months("2021年用电", labels)));
  CHECK(only_asked(layout_of_months("2021年用电", {"1月", "2月", "3月", "4月", "5月", "6月"}, "用电量（万度）")));  // 80 million kWh a month
}

TEST_CASE("energy that the ledger has no column for is told", "[map]") {
  const LedgerLayout layout = by_columns("2021年能耗", {"用电量（度）", "蒸汽（吨）"}, {8000, 640});
  CHECK(sums_of(layout) == "电 2021 = " + year_sum(8000));
  REQUIRE(layout.questions.size() == 1);
  CHECK(layout.questions[0] == "能耗.xlsx Sheet1!C3:C14「蒸汽（吨）」：台账没有这种能源的列，没有读；请折成吨标准煤填入“其他能源”");
}

TEST_CASE("a year's figure that its months do not add up to is told", "[map]") {
  const auto with_report = [](int whole) {
    return layout_of_sheets(
        {{"月表", rows_of("2021年用电", {"电（度）"}, {8000}), "", ""},
         {"年报", {words({"能源消费状况（2021年）"}), words({"指标名称", "计量单位", "本年"}), words({"电", "千瓦时", std::to_string(whole)})}, "", ""}});
  };
  CHECK(with_report(year_of_base(8000)).questions.empty());
  CHECK(with_report(year_of_base(8000) + 900).questions.size() == 1);
}

TEST_CASE("what cannot be read as a figure is told, with its cells", "[map]") {
  std::vector<Row> rows = rows_of("2021年水电", {"用电量"}, {8000});
  for (int month = 1; month <= 12; ++month) rows[static_cast<std::size_t>(month) + 1][1] = text(cell_of(month, 8000) + "度/" + cell_of(month, 4800) + "元");
  const LedgerLayout layout = of_rows(rows);
  REQUIRE(only_asked(layout));
  CHECK(layout.questions[0] == "能耗.xlsx Sheet1「用电量」：B3、B4、B5 等 12 处不是数字，请每格只填一个数字");
  const LedgerLayout readings = by_columns("2021年水电", {"用电量（度）", "水表读数（吨）"}, {8000, 640});
  CHECK(sums_of(readings) == "电 2021 = " + year_sum(8000));
  REQUIRE(readings.questions.size() == 1);
  CHECK(readings.questions[0] == "能耗.xlsx Sheet1：只有表的读数（水），没有用量；请在表里加一列用量（止码减起码，再乘倍率）");
}

TEST_CASE("two tables below each other stay two, and a note of another year is a note", "[map]") {
  std::vector<Row> rows;
  for (const auto& [title, heading, base] : {std::tuple{"2021年用电统计表", "用电量（度）", 8000}, std::tuple{"2021年用水统计表", "用水量（吨）", 640}}) {
    rows.push_back(words({title}));
    rows.push_back(words({"月份", heading}));
    for (int month = 1; month <= 12; ++month) rows.push_back({text("2021年" + month_name(month)), number(cell_of(month, base))});
  }
  CHECK(sums_of(of_rows(rows)) == "电 2021 = " + year_sum(8000) + "; 水 2021 = " + year_sum(640));
  std::vector<Row> years = {words({"年份", "月份", "电（度）"})};
  for (const int year : {2020, 2021})
    for (int month = 1; month <= 12; ++month) {
      years.push_back({number(std::to_string(year)), text(month_name(month)), number(cell_of(month, year == 2020 ? 8000 : 6400))});
      if (year == 2020 && month == 8) years.push_back(words({"", "2020年8月更换电表"}));
    }
  CHECK(sums_of(of_rows(years)) == "电 2020 = " + year_sum(8000) + "; 电 2021 = " + year_sum(6400));
}

TEST_CASE("a remark that a month fell is no subtotal", "[map]") {
  std::vector<Row> rows = {words({"2021年用电"}), words({"月份", "用电量（度）", "同比"})};
  for (int month = 1; month <= 12; ++month) rows.push_back({text(month_name(month)), number(cell_of(month, 8000)), text(month % 2 == 0 ? "下降3%" : "上升2%")});
  CHECK(sums_of(of_rows(rows)) == "电 2021 = " + year_sum(8000));
  rows[1][2] = text("备注");
  rows[4][2] = text("比上月下降12%");
  CHECK(sums_of(of_rows(rows)) == "电 2021 = " + year_sum(8000));
}

TEST_CASE("branches, towns and vehicles may bear a carrier's name", "[map]") {
  const std::string both = std::to_string(year_of_base(8000) + year_of_base(640));
  CHECK(sums_of(by_columns("2021年用电量（度）", {"办公室", "水管站"}, {8000, 640})) == "电 2021 = " + both);
  CHECK(sums_of(by_columns("2021年用电量（度）", {"机关", "临水法庭"}, {8000, 640})) == "电 2021 = " + both);
  CHECK(sums_of(by_columns("2021年用电", {"局机关（度）", "水质检测中心（度）"}, {8000, 640})) == "电 2021 = " + both);
  CHECK(sums_of(by_columns("沁水县某局2021年用电量统计表（单位：度）", {"数量"}, {8000})) == "电 2021 = " + year_sum(8000));
  CHECK(sums_of(by_columns("清水镇2021年用水量（吨）", {"数量"}, {640})) == "水 2021 = " + year_sum(640));
  CHECK(sums_of(by_columns("2021年用水市政管网（吨）", {"数量"}, {640})) == "水 2021 = " + year_sum(640));
}

TEST_CASE("a figure with its own unit beside a label of a form", "[map]") {
  const LedgerLayout layout = of_rows({words({"2021年能耗"}), words({"用电", "42180度"}), words({"用水", "860吨"})});
  CHECK(sums_of(layout) == "电 2021 = 42180; 水 2021 = 860");
}

TEST_CASE("the month in two languages", "[map]") {
  std::vector<std::string> labels;
  for (const char* name : {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"})
    labels.push_back(month_name(static_cast<int>(labels.size()) + 1) + " " + name);
  CHECK(sums_of(layout_of_months("2021年用电", labels)) == "电 2021 = " + year_sum(8000));
}

TEST_CASE("the office's own share is its use", "[map]") {
  CHECK(sums_of(by_columns("2021年用电（含公摊）", {"用电量（度）"}, {8000})) == "电 2021 = " + year_sum(8000));
  CHECK(sums_of(with_note("注：按面积分摊到我单位的用量")) == "电 2021 = " + year_sum(8000));
}
