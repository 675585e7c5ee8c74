#include "evidence/pdf/balance.h"

#include <catch2/catch.hpp>

using lvce::BalanceScanner;

namespace {

bool balanced(const std::string& content, std::size_t piece = 1000) {
  BalanceScanner scanner;
  for (std::size_t at = 0; at < content.size(); at += piece) scanner.writeString(content.substr(at, piece));
  scanner.finish();
  return scanner.balanced();
}

}  // namespace

TEST_CASE("q and Q are counted as operators") {
  CHECK(balanced("q 1 0 0 1 0 0 cm q Q Q"));
  CHECK_FALSE(balanced("q q Q"));
  CHECK_FALSE(balanced("Q q"));
  CHECK_FALSE(balanced("Q q Q"));
  CHECK(balanced("q[1]0 d Q"));
  CHECK(balanced(""));
}

TEST_CASE("q inside strings, names, comments and inline images is no operator") {
  CHECK(balanced("(q \\) q (nested q) q) Tj"));
  CHECK(balanced("/q gs /Q gs"));
  CHECK(balanced("% q q q\n q Q"));
  CHECK(balanced("/A << /q (Q) >> BDC EMC"));
  CHECK(balanced("BI /W 1 ID \x01 q q EIx q \nEI Q", 1000) == false);  // the Q behind the image counts
  CHECK(balanced("q BI /W 1 ID \x01 q q EIx q \nEI Q"));
  CHECK(balanced("quick Quick qQ"));
}

TEST_CASE("pieces may be cut anywhere") {
  for (std::size_t piece = 1; piece < 8; ++piece) CHECK(balanced("q (a\\)q) Tj BI ID x q EI Q % Q\nq Q", piece));
}

TEST_CASE("texts, paths, marks and brackets are to be closed too") {
  CHECK(balanced("BT (a) Tj ET 0 0 9 9 re f /A BMC /B <</C [1]>> BDC EMC EMC [<41> (b)] TJ"));
  CHECK_FALSE(balanced("BT (a) Tj"));
  CHECK_FALSE(balanced("0 0 m 9 9 l"));
  CHECK(balanced("0 0 m 9 9 l 0 0 9 9 re n"));
  CHECK_FALSE(balanced("/A BMC"));
  CHECK_FALSE(balanced("(a"));
  CHECK_FALSE(balanced("[ (a)"));
  CHECK_FALSE(balanced("<41"));
  CHECK(balanced("0 g % a comment at the end"));
}
