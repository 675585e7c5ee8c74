// Which characters of strangers are made visible, and how each kind of text shows them.
#include <catch2/catch.hpp>

#include "support/finding.h"
#include "support/place.h"
#include "support/unseen.h"

using namespace lvce;

TEST_CASE("what steers a terminal or is not seen at all is shown by its number", "[unseen]") {
  CHECK(visible("\x1B[31m红") == "〈U+001B〉[31m红");
  CHECK(visible("\x7F\u009B") == "〈U+007F〉〈U+009B〉");
  CHECK(visible("甲\u202Egpj.exe\u2069\u200E") == "甲〈U+202E〉gpj.exe〈U+2069〉〈U+200E〉");
  CHECK(visible("甲\u200B乙\u200D\uFEFF\u00AD") == "甲〈U+200B〉乙〈U+200D〉〈U+FEFF〉〈U+00AD〉");
  CHECK(visible("\u2028\u3164\U000E0041\uFFFF") == "〈U+2028〉〈U+3164〉〈U+E0041〉〈U+FFFF〉");
  CHECK(visible("a\r\nb\tc") == "a〈U+000D〉〈U+000A〉b〈U+0009〉c");
}

TEST_CASE("ordinary text stays as it is: blanks, marks above letters, forms of characters", "[unseen]") {
  for (const char* text : {"某局（公章） 2021年\u3000\u00A0²㎡☑", "é e\u0301 한국어", "❤\uFE0F 葛\U000E0100", "\uE000 𠀀 �"}) {
    CHECK(visible(text) == text);
    CHECK(printable(text) == text);
    CHECK(json_escaped(text) == text);
  }
  CHECK(visible("〈U+202E〉") == "〈U+202E〉");  // once is enough
}

TEST_CASE("bytes that are no text do not reach a terminal", "[unseen]") {
  CHECK(visible("\x9B"
                "31m\xC3") == "\uFFFD31m\uFFFD");
}

TEST_CASE("words keep their lines, paper leaves out what has no meaning in print", "[unseen]") {
  CHECK(visible_lines("一\r\n二\t三\x1B\r四") == "一\n二\t三〈U+001B〉〈U+000D〉四");
  CHECK(printable("一\u200B二\r\n三\u202E四\x07") == "一二\n三〈U+202E〉四〈U+0007〉");
}

TEST_CASE("a JSON text keeps its values", "[unseen]") {
  CHECK(json_escaped("{\n\"a\u202E\": \"\u200B\U000E0041\x7F\"}") == "{\n\"a\\u202e\": \"\\u200b\\udb40\\udc41\\u007f\"}");
}

TEST_CASE("a finding is made of visible words, and its place stays a fact", "[unseen]") {
  const Finding finding = Finding::error("x", on_disk("a\n\u202Eb.pdf"), "“\x1B[2J”不是数字", "删去\u200B").by("综合\x07科");
  CHECK(finding.message == "“〈U+001B〉[2J”不是数字");
  CHECK(finding.hint == "删去〈U+200B〉");
  CHECK(finding.owner == "综合〈U+0007〉科");
  CHECK(finding.where() == "a〈U+000A〉〈U+202E〉b.pdf");
  CHECK(finding.place.path == "a\n\u202Eb.pdf");
}
