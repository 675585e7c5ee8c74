#include <catch2/catch.hpp>

#include "energy/month_list.h"

using lvce::month_list;

TEST_CASE("months in a row are drawn together") {
  CHECK(month_list({}) == "");
  CHECK(month_list({3}) == "3月");
  CHECK(month_list({4, 5, 6, 7, 8, 9, 10}) == "4—10月");
  CHECK(month_list({1, 3, 10, 11, 12}) == "1月、3月、10—12月");
}
