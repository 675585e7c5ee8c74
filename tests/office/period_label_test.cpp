// Periods as offices write them: months, else quarters and halves, else years.
#include <catch2/catch.hpp>

#include "office/period_label.h"

using namespace lvce;

namespace {

std::string quarter(const std::string& text) {
  const auto label = period_label(text, PeriodKind::quarters);
  return label ? std::to_string(label->year.value_or(0)) + ":" + std::to_string(label->first) + "-" + std::to_string(label->last) : "none";
}

}  // namespace

TEST_CASE("quarters and halves of a year", "[office]") {
  CHECK(quarter("一季度") == "0:1-3");
  CHECK(quarter("第二季度") == "0:4-6");
  CHECK(quarter("3季度") == "0:7-9");
  CHECK(quarter("2021年第四季度") == "2021:10-12");
  CHECK(quarter("2021Q1") == "2021:1-3");
  CHECK(quarter("2022年上半年") == "2022:1-6");
  CHECK(quarter("下半年") == "0:7-12");
  CHECK(quarter("一季度小计") == "none");
  CHECK(quarter("1") == "none");
  CHECK(quarter("季度") == "none");
  CHECK(quarter("5季度") == "none");
}

TEST_CASE("the kind of an axis: months beat quarters, quarters beat years", "[office]") {
  CHECK(kind_of_periods({"1月", "一季度", "2021年"}) == PeriodKind::months);
  CHECK(kind_of_periods({"2021年", "一季度", "合计"}) == PeriodKind::quarters);
  CHECK(kind_of_periods({"2020年", "2021年"}) == PeriodKind::years);
  CHECK(period_label("2021年度", PeriodKind::years)->year == 2021);
  CHECK(period_label("2021年度", PeriodKind::years)->last == 0);
}
