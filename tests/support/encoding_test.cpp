#include "support/encoding.h"

#include <catch2/catch.hpp>

using namespace lvce;
using namespace std::string_view_literals;

TEST_CASE("texts are told by their marks, else UTF-8, else GB18030", "[encoding]") {
  CHECK(decode_text("台账") == "台账");
  CHECK(decode_text("\xEF\xBB\xBF台账") == "台账");
  CHECK(decode_text("\xFF\xFE\xF0\x53\x26\x8D") == "台账");  // U+53F0 U+8D26
  CHECK(decode_text("\xFE\xFF\x53\xF0\x8D\x26") == "台账");
  CHECK(decode_text("\xCC\xA8\xD5\xCB") == "台账");
  CHECK_FALSE(decode_text("\xFF\xFE\xF0"));
}

TEST_CASE("UTF-16 has whole units and whole pairs", "[encoding]") {
  CHECK(from_utf16("\xD8\x40\xDC\x0B"sv, true) == "\xF0\xA0\x80\x8B");  // U+2000B
  CHECK(from_utf16("\x40\xD8\x0B\xDC"sv, false) == "\xF0\xA0\x80\x8B");
  CHECK_FALSE(from_utf16("\xD8\x40\x00\x41"sv, true));
  CHECK_FALSE(from_utf16("\xDC\x0B"sv, true));
  CHECK_FALSE(from_utf16("\x53"sv, true));
  CHECK(from_utf16("", true) == "");
}
