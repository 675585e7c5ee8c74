#include "layout/text/even_lines.h"

#include <catch2/catch.hpp>

#include "layout/kit.h"
#include "support/text.h"

using namespace lvce;
using namespace lvce::test;

namespace {

/// Lines of the text in a measure of `em` characters of 10 pt.
std::vector<std::string> broken(const std::string& text, double em) {
  const PlainFaces faces;
  const PageNumbers none;
  Typesetter setter(faces, none);
  const GlyphText glyphs = make_glyphs(text, Face::body, 10, setter);
  std::vector<std::string> lines;
  for (const LineRange& range : break_lines(glyphs, {em * 10, em * 10})) {
    const LineRange line = trimmed(glyphs, range);
    std::string words;
    for (std::size_t i = line.begin; i < line.end; ++i) append_utf8(words, glyphs.glyphs[i].c);
    lines.push_back(words);
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("Lines are filled to the last character that fits") { CHECK(broken("一二三四五六七", 3) == Lines{"一二三", "四五六", "七"}); }

TEST_CASE("A closing mark just beyond the edge is pushed in") {
  // Half of 。 hangs over the edge; the other half (5 pt) comes from 16 gaps of 0.3 pt and the inner mark's 1.5 pt.
  CHECK(broken("一二三四五六七，九十一二三四五六。又", 16) == Lines{"一二三四五六七，九十一二三四五六。", "又"});
}

TEST_CASE("A closing mark that cannot be pushed in takes a character along") {
  CHECK(broken("一二三四。又", 4) == Lines{"一二三", "四。又"});  // a line of 5 em in 4 leaves 5 pt to find in 4 gaps
}

TEST_CASE("An opening mark moves to the next line") { CHECK(broken("一二三（四）", 4) == Lines{"一二三", "（四）"}); }

TEST_CASE("What is wider than the line breaks anywhere") {
  CHECK(broken("12345678901", 2) == Lines{"1234", "5678", "901"});
  CHECK(broken("电123456千瓦时", 3) == Lines{"电", "123456", "千瓦时"});
}

TEST_CASE("A long unit is parted where the line would else be torn apart") {
  // 400千克标准煤/人 is 8 em wide; parted before 标准煤 the first line is only half an em short.
  CHECK(broken("人均能耗400千克标准煤/人", 8) == Lines{"人均能耗400千克", "标准煤/人"});
  // Before its stroke: 17.01立方米 takes 5.5 of 6 em.
  CHECK(broken("自2020年的17.01立方米/人，下降", 11) == Lines{"自2020年的17.01立方米", "/人，下降"});
  CHECK(broken("单位建筑面积人均能耗是400千克/人", 14) == Lines{"单位建筑面积人均能耗是", "400千克/人"});  // never before the unit
}

TEST_CASE("A line that would be torn apart takes in what a little squeezing makes room for") {
  // 28.5 em in 28: without 立方米 the line would lack 2.5 em; the half comes from 28 gaps of 0.03 em.
  const std::string text = characters(22) + "是7,143立方米又";
  CHECK(broken(text, 28) == Lines{characters(22) + "是7,143立方米", "又"});
  CHECK(broken(characters(24) + "是7,143立方米又", 28).front() == characters(24) + "是");  // 30.5 em are too many
}

TEST_CASE("A line may end behind a title") { CHECK(broken("见《甲乙》《丙丁戊己》", 6) == Lines{"见《甲乙》", "《丙丁戊己》"}); }

TEST_CASE("The lines before a loose one give some of their room") {
  // Greedily: 28 em, then 25 em before a figure of 6 em; with （折 on the second line they have 26 and 27.
  const std::string text = characters(26) + "（折" + characters(25) + "12345.678千瓦时" + characters(20);
  const PlainFaces faces;
  const PageNumbers none;
  Typesetter setter(faces, none);
  const GlyphText glyphs = make_glyphs(text, Face::body, 10, setter);
  const std::vector<LineRange> greedy = break_lines(glyphs, {280, 280}), even = even_lines(glyphs, {280, 280});
  REQUIRE(greedy.size() == 3);
  CHECK(greedy[1].end - greedy[1].begin == 25);
  REQUIRE(even.size() == 3);
  CHECK(even[0].end == 26);
  CHECK(even[1].end == 53);
}

TEST_CASE("A long address is parted behind its marks, a figure never") {
  CHECK(broken("见https://example.cn/zwgk/2021/list", 12) == Lines{"见https://example.cn/", "zwgk/2021/list"});
  CHECK(broken("编号ABCDEFGHIJ-2021-1234567.25", 12) == Lines{"编号ABCDEFGHIJ-2021-", "1234567.25"});
  CHECK(broken("甲甲甲甲甲GB/T 29149-2012", 9) == Lines{"甲甲甲甲甲", "GB/T 29149-2012"});  // a standard's code is short
}

TEST_CASE("Forced line ends and blanks") {
  CHECK(broken("甲\n乙", 9) == Lines{"甲", "乙"});
  CHECK(broken("甲\n\n乙", 9) == Lines{"甲", "", "乙"});
  CHECK(broken("", 9) == Lines{""});
  CHECK(broken("one two", 2) == Lines{"one", "two"});
}

TEST_CASE("Titles are broken into lines of nearly equal length") {
  const PlainFaces faces;
  const PageNumbers none;
  Typesetter setter(faces, none);
  const GlyphText title = make_glyphs("某某市统计局关于2021年节约型机关创建工作的自评报告", Face::title, 22, setter);
  const std::vector<LineRange> lines = balance_lines(title, 20 * 22, setter.words);
  REQUIRE(lines.size() == 2);
  // 某某市统计局关于2021年 | 节约型机关创建工作的自评报告: 节约型机关 is never parted in a title.
  CHECK(lines[0].end == 13);
}
