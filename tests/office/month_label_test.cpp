// Months and years as offices write them, with remarks and in Chinese figures.
#include <catch2/catch.hpp>

#include "office/month_label.h"
#include "office/year_digits.h"

using namespace lvce;

namespace {

std::string month(const std::string& text) {
  const auto label = month_label(text);
  return label ? std::to_string(label->year.value_or(0)) + ":" + std::to_string(label->first) + "-" + std::to_string(label->last) : "none";
}

}  // namespace

TEST_CASE("a remark behind a month", "[office]") {
  CHECK(month("2月（春节）") == "0:2-2");
  CHECK(month("2021年7月(高温)") == "2021:7-7");
  CHECK(month("元月") == "0:1-1");
  CHECK(month("1月（累计）") == "none");
  CHECK(month("5月(退补)") == "none");
  CHECK(month("3月（1-15日）") == "none");
  CHECK(month("（春节）") == "none");
}

TEST_CASE("a day with its time of day, as programs export it", "[office]") {
  for (const char* typed : {"2021-01-31 23:59:59", "2021/1/31 8:00", "2021-01-31T00:00:00", "2021年1月31日 12:30", "2021-01-31　23：59"}) {
    const auto label = month_label(typed);
    REQUIRE(label);
    CHECK((label->year == 2021 && label->first == 1 && label->last == 1 && label->day == 18658));  // days since 1970
  }
  const auto period = month_label("2021-01-05 00:00 至 2021-02-04 24:00");
  CHECK((!period || !period->day));  // two days are never taken for the first of them
}

TEST_CASE("years in Chinese figures", "[office]") {
  CHECK(month("二〇二一年三月") == "2021:3-3");
  CHECK(month("二○二二年12月") == "2022:12-12");
  CHECK(with_year_digits("二〇二一年水电统计表") == "2021年水电统计表");
  CHECK(with_year_digits("二O二二年") == "2022年");
  CHECK(with_year_digits("一二三四年") == "一二三四年");
  CHECK(with_year_digits("二〇二一") == "二〇二一");
}
