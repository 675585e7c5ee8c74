#include <catch2/catch.hpp>

#include "support/text.h"

using namespace lvce;

TEST_CASE("UTF-8 is checked strictly", "[text]") {
  CHECK(is_valid_utf8("绿册𠀀"));
  CHECK_FALSE(is_valid_utf8("\xC0\x80"));          // overlong
  CHECK_FALSE(is_valid_utf8("\xED\xA0\x80"));      // surrogate
  CHECK_FALSE(is_valid_utf8("\xF4\x90\x80\x80"));  // above U+10FFFF
  CHECK_FALSE(is_valid_utf8("\xE4\xB8"));          // cut short
}

TEST_CASE("code points survive a round trip", "[text]") {
  const std::string text = "a绿𠀀䶮㛃";
  CHECK(decode_utf8(text).size() == 5);
  CHECK(encode_utf8(decode_utf8(text)) == text);
  CHECK(decode_utf8("\xFF").front() == 0xFFFD);
}

TEST_CASE("GB18030 names become UTF-8", "[text]") {
  CHECK(from_gb18030("\xD6\xA4\xC3\xF7").value() == "证明");
  CHECK(from_gb18030("\x95\x32\x82\x36").value() == "𠀀");
  CHECK_FALSE(from_gb18030("\xFF\xFF"));
}

TEST_CASE("full-width forms fold to ASCII", "[text]") {
  CHECK(fold_width("２．１（Ａ）") == "2.1(A)");
  CHECK(fold_width("、。") == "、。");
}

TEST_CASE("white space of all kinds is trimmed and counted out", "[text]") {
  CHECK(trim("\u3000 绿 册 \n") == "绿 册");
  CHECK(without_space("一 二\u3000三\n") == "一二三");
  CHECK(count_characters("一 二\n三") == 3);
}

TEST_CASE("wide characters take two columns", "[text]") {
  CHECK(display_width("ab") == 2);
  CHECK(display_width("绿册") == 4);
}

TEST_CASE("natural order puts 2 before 10", "[text]") {
  CHECK(natural_less("2.1.2", "2.1.10"));
  CHECK_FALSE(natural_less("2.1.10", "2.1.2"));
  CHECK(natural_less("a", "a1"));
  CHECK_FALSE(natural_less("x", "x"));
  CHECK((natural_less("1", "01") != natural_less("01", "1")));  // total: equal numbers still have an order
}

TEST_CASE("pieces are split, joined and replaced", "[text]") {
  CHECK(split("a,b,", ',') == std::vector<std::string>{"a", "b", ""});
  CHECK(join({"一", "二"}, "、") == "一、二");
  CHECK(replace_all("aaa", "a", "ab") == "ababab");
}
