#include "rubric/deadlines.h"

#include <catch2/catch.hpp>

using namespace lvce;

namespace {

Rubric rubric_with(std::vector<Deadline> deadlines) {
  Rubric rubric;
  rubric.deadlines = std::move(deadlines);
  return rubric;
}

}  // namespace

TEST_CASE("the next deadline counts, its own day included") {
  const Rubric rubric = rubric_with({{"联系人信息表", 6, 5, 0, "6月5日前"}, {"自评报告", 10, 20, 0, "10月20日前"}});
  const auto before = days_left(rubric, 2021, "2021-10-12");
  REQUIRE(before);
  CHECK(before->deadline->what == "自评报告");
  CHECK(before->days == 8);
  CHECK(days_left(rubric, 2021, "2021-10-20")->days == 0);
  CHECK(days_left(rubric, 2021, "2021-06-05")->deadline->what == "联系人信息表");
  CHECK(days_left(rubric, 2021, "2021-10-30")->days == -10);
  CHECK(days_left(rubric, 2021, "2021-10-30")->deadline->what == "自评报告");
}

TEST_CASE("a month without a day ends with its last day; the offset counts from the year of work") {
  const Rubric rubric = rubric_with({{"上年度能耗数据", 2, 0, 1, "次年2月底前"}});
  CHECK(days_left(rubric, 2023, "2024-02-01")->days == 28);  // a leap year
  CHECK(days_left(rubric, 2022, "2023-02-28")->days == 0);
}

TEST_CASE("no day, no deadline: nothing is said") {
  CHECK_FALSE(days_left(rubric_with({}), 2021, "2021-10-12"));
  CHECK_FALSE(days_left(rubric_with({{"自评报告", 10, 20, 0, ""}}), 2021, ""));
  CHECK_FALSE(days_left(rubric_with({{"自评报告", 10, 20, 0, ""}}), 2021, "2021-02-30"));
}
