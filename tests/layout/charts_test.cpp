#include <catch2/catch.hpp>
#include <cmath>

#include "layout/chart/scale.h"
#include "layout/kit.h"

using namespace lvce;
using namespace lvce::test;

namespace {

Chart chart(ChartKind kind) {
  Chart made;
  made.kind = kind;
  made.title = "逐季用电量";
  made.unit = "千瓦时";
  made.categories = {"一季度", "二季度"};
  for (const char* year : {"2019年", "2020年"}) {
    ChartSeries series;
    series.name = year;
    series.values = {Decimal(1200), Decimal(800)};
    made.series.push_back(series);
  }
  return made;
}

std::string drawn(const Chart& made) {
  const LaidOut out = lay_out_plain(document_of({made}));
  REQUIRE(out.pages.size() == 1);
  return text_of(out.pages[0]);
}

bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("Axes have round steps and hold zero") {
  const Scale scale = scale_for(130, 1234);
  CHECK(scale.low == 0);
  CHECK(scale.high == Approx(1500));
  CHECK(scale.step == Approx(500));
  CHECK(scale.label(1500) == "1,500");
  const Scale negative = scale_for(-3.06, 1.25);
  CHECK(negative.low == Approx(-4));
  CHECK(negative.high == Approx(2));
  CHECK(scale_for(0, 0).high > 0);
  CHECK(scale_for(0, 0.05).label(0.02) == "0.02");
}

TEST_CASE("Every kind shows title, unit, categories, series and values") {
  for (const ChartKind kind : {ChartKind::grouped_bars, ChartKind::stacked_bars, ChartKind::horizontal_bars, ChartKind::lines}) {
    const std::string text = drawn(chart(kind));
    for (const char* words : {"逐季用电量", "单位：千瓦时", "一季度", "二季度", "2019年", "2020年"}) CHECK(says(text, words));
    CHECK((says(text, "1,200") || says(text, "1200 / 1200")));
  }
}

TEST_CASE("A missing value is a gap marked 无数据") {
  for (const ChartKind kind : {ChartKind::grouped_bars, ChartKind::horizontal_bars, ChartKind::lines}) {
    Chart made = chart(kind);
    CHECK_FALSE(says(drawn(made), "无数据"));
    made.series[0].values[1].reset();
    CHECK(says(drawn(made), "无数据"));
    made.series[0].blanks = {"", "不考核"};
    CHECK(says(drawn(made), "不考核"));
    CHECK_FALSE(says(drawn(made), "无数据"));
  }
}

TEST_CASE("Bars rise with their values and series differ by pattern") {
  const LaidOut out = lay_out_plain(document_of({chart(ChartKind::grouped_bars)}));
  std::vector<RectBox> bars;
  for (const RectBox& rect : out.pages[0].rects) {
    if (rect.line_width > 0 && rect.height > 20) bars.push_back(rect);
  }
  REQUIRE(bars.size() == 4);
  CHECK(bars[2].height / bars[0].height == Approx(800.0 / 1200).margin(0.01));
  CHECK(bars[0].fill_grey.value() != bars[1].fill_grey.value());
}

TEST_CASE("Score and full points: one bar in the frame of the other") {
  Chart made = chart(ChartKind::horizontal_bars);
  made.series[0].values = {Decimal::parse("25.5"), Decimal(9)};
  made.series[1].values = {Decimal(27), Decimal(9)};
  made.places = 2;
  const std::string text = drawn(made);
  CHECK(says(text, "25.5 / 27"));
  CHECK(says(text, "9 / 9"));
}

TEST_CASE("Sums of stacked bars stand above them") { CHECK(says(drawn(chart(ChartKind::stacked_bars)), "2,400")); }

TEST_CASE("Empty and extreme charts do no harm") {
  for (const ChartKind kind : {ChartKind::grouped_bars, ChartKind::stacked_bars, ChartKind::horizontal_bars, ChartKind::lines}) {
    Chart made = chart(kind);
    made.series[0].values = {Decimal::parse("-1E20"), Decimal::parse("1E-20")};
    made.series[1].values.clear();
    made.height_mm = -5;
    drawn(made);
    made.height_mm = 1e9;
    drawn(made);
    made.series.clear();
    CHECK(says(drawn(made), "无数据"));
    made.categories.assign(5000, characters(50));
    drawn(made);
  }
}

TEST_CASE("Charts stay inside the type area") {
  for (const ChartKind kind : {ChartKind::grouped_bars, ChartKind::stacked_bars, ChartKind::horizontal_bars, ChartKind::lines}) {
    Chart made = chart(kind);
    for (int month = 3; month <= 12; ++month) {
      made.categories.push_back(std::to_string(month) + "月");
      for (ChartSeries& series : made.series) series.values.push_back(Decimal(month * 12345));
    }
    const LaidOut out = lay_out_plain(document_of({made}));
    const double left = 28 * 72 / 25.4 - 1, right = (28 + 156) * 72 / 25.4 + 1;
    for (const TextBox& box : out.pages[0].texts) {
      CHECK(box.x >= left);
      CHECK(box.x <= right);
    }
    for (const LineBox& line : out.pages[0].lines) {
      CHECK(std::min(line.x1, line.x2) >= left);
      CHECK(std::max(line.x1, line.x2) <= right);
    }
  }
}
