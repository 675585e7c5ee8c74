#include <catch2/catch.hpp>

#include "support/points.h"

using lvce::Points;

TEST_CASE("points are read with at most two decimals", "[points]") {
  CHECK(Points::parse("2")->hundredths() == 200);
  CHECK(Points::parse("2.5")->hundredths() == 250);
  CHECK(Points::parse("0.05")->hundredths() == 5);
  CHECK(Points::parse("-1.5")->hundredths() == -150);
  CHECK_FALSE(Points::parse("2.555"));
  CHECK_FALSE(Points::parse("2."));
  CHECK_FALSE(Points::parse(".5"));
  CHECK_FALSE(Points::parse("二"));
  CHECK_FALSE(Points::parse(""));
  CHECK_FALSE(Points::parse("1234567890"));
}

TEST_CASE("points are written without trailing zeros", "[points]") {
  CHECK(Points::from_hundredths(200).text() == "2");
  CHECK(Points::from_hundredths(250).text() == "2.5");
  CHECK(Points::from_hundredths(5).text() == "0.05");
  CHECK(Points::from_hundredths(-150).text() == "-1.5");
  CHECK(Points().text() == "0");
}

TEST_CASE("0.1 added ten times is exactly 1", "[points]") {
  Points sum;
  for (int i = 0; i < 10; ++i) sum += *Points::parse("0.1");
  CHECK(sum == *Points::parse("1"));
}
