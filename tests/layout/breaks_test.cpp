#include "layout/text/breaks.h"

#include <catch2/catch.hpp>

#include "support/text.h"

using namespace lvce;

namespace {

/// The text with | wherever a line may end, ! where it rather should not.
std::string shown(const std::string& text) {
  const std::u32string characters = decode_utf8(text);
  const std::vector<Break> breaks = find_breaks(characters);
  std::u32string out;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    out.push_back(characters[i]);
    if (i + 1 < characters.size() && breaks[i] == Break::may) out.push_back(U'|');
    if (i + 1 < characters.size() && breaks[i] == Break::rather_not) out.push_back(U'!');
  }
  return encode_utf8(out);
}

}  // namespace

TEST_CASE("Han text may break between any two characters") { CHECK(shown("节约型机关") == "节|约|型|机|关"); }

TEST_CASE("No line begins with a closing mark or ends with an opening one") {
  CHECK(shown("对、错。") == "对、|错。");
  CHECK(shown("《办法》（试行）") == "《办|法》|（试|行）");
  CHECK(shown("说“好”的") == "说|“好”|的");
  CHECK(shown("甲：乙；丙！丁？") == "甲：|乙；|丙！|丁？");
  CHECK(shown("完〕，又【记】") == "完〕，|又|【记】");
}

TEST_CASE("Dashes and dots of two characters stay whole and begin no line") {
  CHECK(shown("是——否") == "是——|否");
  CHECK(shown("等……止") == "等……|止");
}

TEST_CASE("Figures are never parted, nor from their unit") {
  CHECK(shown("用12,345.6 千瓦时电") == "用|12,345.6 千瓦时|电");
  CHECK(shown("降3.06%以上") == "降|3.06%|以|上");
  CHECK(shown("2021年10月") == "2021年|10月");
  CHECK(shown("计135.2 千克标准煤/平方米者") == "计|135.2 千克!标准煤!/平方米|者");
  CHECK(shown("约12.5 kWh电") == "约|12.5 kWh|电");
  CHECK(shown("第57页见") == "第57页|见");
  CHECK(shown("得-3.06%") == "得|-3.06%");
  CHECK(shown("温≥26℃可") == "温|≥26℃|可");
}

TEST_CASE("A compound unit is parted at its seams only: before the stroke and before 标准煤") {
  CHECK(shown("按千克/人计") == "按|千克!/人|计");
  CHECK(shown("按千克/平方米计") == "按|千克!/平方米|计");
  CHECK(shown("得12千克标准煤/人者") == "得|12千克!标准煤!/人|者");
  CHECK(shown("（升/车）") == "（升!/车）");
  CHECK(shown("是/否") == "是/|否");  // no unit
}

TEST_CASE("A standard's code and number stay on one line") {
  CHECK(shown("按GB/T 29149-2012的") == "按|GB/T 29149-2012|的");
  CHECK(shown("按DB14/T 2001-2020的") == "按|DB14/T 2001-2020|的");
  CHECK(shown("see page 12") == "see |page |12");  // words are no codes
}

TEST_CASE("Words in letters stay whole") {
  CHECK(shown("用LED灯") == "用|LED|灯");
  CHECK(shown("two words") == "two |words");
}
