#include "support/base64.h"

#include <catch2/catch.hpp>

using lvce::from_base64;

TEST_CASE("the vectors of RFC 4648, 10") {
  CHECK(from_base64("").empty());
  CHECK(from_base64("Zg==") == "f");
  CHECK(from_base64("Zm8=") == "fo");
  CHECK(from_base64("Zm9v") == "foo");
  CHECK(from_base64("Zm9vYg==") == "foob");
  CHECK(from_base64("Zm9vYmE=") == "fooba");
  CHECK(from_base64("Zm9vYmFy") == "foobar");
}

TEST_CASE("line ends, foreign marks and lacking padding do not matter") {
  CHECK(from_base64(" Zm9v\r\n YmFy\t") == "foobar");
  CHECK(from_base64("Zm9v*YmFy") == "foobar");
  CHECK(from_base64("Zm9vYg") == "foob");
  CHECK(from_base64("+/+/") == "\xfb\xff\xbf");
}
