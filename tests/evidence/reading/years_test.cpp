#include "evidence/reading/years.h"

#include <catch2/catch.hpp>

namespace lvce {

TEST_CASE("years are what stands as years", "[evidence][reading]") {
  using Years = std::vector<int>;
  CHECK(years_named_in("示管发〔2019〕12号\n2019年3月5日") == Years{2019});
  CHECK(years_named_in("2020 年度总结，比2019年下降") == Years{2020, 2019});
  CHECK(years_named_in("2021-03-05、2022.3.5、2023/1/2") == Years{2021, 2022, 2023});
  CHECK(years_named_in("二〇二一年五月") == Years{2021});
  CHECK(years_named_in("二○二二年") == Years{2022});
  CHECK(years_named_in("（２０１８）") == Years{2018});
  CHECK(years_named_in("用电2021千瓦时，编号12021年，1850年，电话20211234，2021-abc").empty());
  CHECK(years_named_in("").empty());
}

}  // namespace lvce
