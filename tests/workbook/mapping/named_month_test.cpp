// The month that the name of a sheet or a file says.
#include <catch2/catch.hpp>

#include "workbook/mapping/named_month.h"

using lvce::formats::month_of_name;

namespace {

std::string said(const std::string& name) {
  const auto found = month_of_name(name);
  return std::to_string(found.year.value_or(0)) + "-" + std::to_string(found.month.value_or(0));
}

}  // namespace

TEST_CASE("names of sheets and files", "[formats]") {
  CHECK(said("1月") == "0-1");
  CHECK(said("2021.1") == "2021-1");
  CHECK(said("2021-12") == "2021-12");
  CHECK(said("21.1") == "2021-1");
  CHECK(said("21.12 电费") == "2021-12");
  CHECK(said("21年3月") == "2021-3");
  CHECK(said("2103") == "2021-3");
  CHECK(said("22年用电") == "2022-0");
  CHECK(said("2021年用水") == "2021-0");
  CHECK(said("21.13") == "0-0");
  CHECK(said("2199") == "0-0");
  CHECK(said("99.1") == "0-0");
  CHECK(said("用电") == "0-0");
  CHECK(said("21年Q1") == "2021-0");
  CHECK(said("二〇二一年") == "2021-0");
}

TEST_CASE("digits of year and month in a longer name", "[formats]") {
  CHECK(said("能耗202103") == "2021-3");
  CHECK(said("电费_2021-03") == "2021-3");
  CHECK(said("电费2021.3(复印)") == "2021-3");
  CHECK(said("能耗202113") == "0-0");
  CHECK(said("2021-1号楼用电") == "2021-0");
  CHECK(said("能耗202101至202103") == "0-0");
  CHECK(said("2021-2022学年") == "0-0");
  CHECK(said("2021-22学年") == "0-0");
}
