// Markup that does not end is cut off before the parser looks at it again and again.
#include <catch2/catch.hpp>

#include <string>

#include "workbook/package/token_guard.h"

using lvce::xlsx::TokenGuard;

namespace {

bool accepted(const std::string& xml) {
  TokenGuard guard;
  for (std::size_t at = 0; at < xml.size(); at += 4096)
    if (!guard.accepts(std::string_view(xml).substr(at, 4096))) return false;
  return true;
}

const std::string kLong(TokenGuard::kMaxToken + 1, 'a');

}  // namespace

TEST_CASE("long text inside an element is accepted", "[xml]") {
  CHECK(accepted("<?xml version=\"1.0\"?><a>" + kLong + "</a>"));
  CHECK(accepted("<a><b/>" + kLong + "<c x='/>'>" + kLong + "</c>" + kLong + "</a>\n"));
  CHECK(accepted("<!-- a > b --><a><!-- </a> -->" + kLong + "<![CDATA[</a>]]>" + kLong + "</a>"));
}

TEST_CASE("long text outside of all elements is not", "[xml]") {
  CHECK_FALSE(accepted(kLong));
  CHECK_FALSE(accepted("<?xml version=\"1.0\"?>" + kLong + "<a/>"));
  CHECK_FALSE(accepted("<a>x</a>" + kLong));
  CHECK_FALSE(accepted("<a x='>'/>" + kLong));
  CHECK_FALSE(accepted("<!DOCTYPE a>" + kLong));
}

TEST_CASE("long markup is not, wherever it stands", "[xml]") {
  CHECK_FALSE(accepted("<" + kLong));
  CHECK_FALSE(accepted("<a><b x='" + kLong));
  CHECK_FALSE(accepted("<a><!-- <b></b>" + kLong));
  CHECK_FALSE(accepted("<a>&" + kLong));
}
