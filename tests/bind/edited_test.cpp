#include <catch2/catch.hpp>

#include "bind/office.h"
#include "bind/sealed/alignment.h"
#include "bind/sealed/edited_figures.h"
#include "bind/sealed/sealed_copies.h"
#include "paths.h"

using namespace lvce;
using namespace lvce::test;

namespace {

Document lines(const std::vector<std::string>& texts) {
  Document document;
  Section& section = document.sections.emplace_back();
  for (const std::string& text : texts) {
    Paragraph paragraph;
    paragraph.runs.emplace_back().text = text;
    section.blocks.emplace_back(paragraph);
  }
  return document;
}

/// "was→now@page" of each lost figure.
std::vector<std::string> lost(const std::vector<std::string>& own, const std::vector<std::string>& pages) {
  std::vector<std::string> out;
  const auto figures = lost_figures(own_text(lines(own)), pages);
  REQUIRE(figures);
  for (const LostFigure& one : *figures) out.push_back(one.figure + "→" + one.now + "@" + std::to_string(one.page));
  return out;
}

using Lost = std::vector<std::string>;

}  // namespace

TEST_CASE("edited copy: words that change leave the figures standing", "[edited]") {
  CHECK(lost({"全年用电12,345.60千瓦时，比上年下降3.06%。"}, {"经汇总，全年共用电 12,345.60 千瓦时，", "同比下降3.06%，成效明显。"}) == Lost{});
}

TEST_CASE("edited copy: a changed figure is named with its page and what stands there now", "[edited]") {
  CHECK(lost({"全年用电12,345.60千瓦时，", "用水800立方米。"}, {"全年用电12,345.60千瓦时，", "用水900立方米。"}) == Lost{"800→900@2"});
  CHECK(lost({"共开展活动5次。"}, {"共开展活动15次。"}) == Lost{"5→15@1"});
  CHECK(lost({"共开展活动5次。"}, {"共开展活动5.5次。"}) == Lost{"5→5.5@1"});
  CHECK(lost({"同比变化-3.06%。"}, {"同比变化3.06%。"}) == Lost{"-3.06→3.06@1"});
  CHECK(lost({"共开展活动5次。"}, {"共开展活动多次。"}) == Lost{"5→@1"});
}

TEST_CASE("edited copy: the figure of the cell beside a changed one stands", "[edited]") {
  CHECK(lost({"总量", "186,888.58", "179,299.12", "-4.06%"}, {"总量186,887.35179,299.12-4.06%"}) == Lost{"186,888.58→186,887.35@1"});
  CHECK(lost({"排放", "751.946", "721.008", "-4.11%"}, {"排放751.939721.008-4.11%"}) == Lost{"751.946→751.939@1"});
  CHECK(lost({"排放", "700.817", "-4.13%", "水"}, {"排放700.817-4.12%水"}) == Lost{"-4.13→-4.12@1"});
  CHECK(lost({"人数", "120", "130"}, {"人数120135"}) == Lost{"130→135@1"});
}

TEST_CASE("edited copy: a figure that is printed twice and changed once is told once", "[edited]") {
  CHECK(lost({"能耗下降3.5%，完成目标。", "附表：能耗下降率3.5%。"}, {"能耗下降3.5%，完成目标。附表：能耗下降率5.5%。"}) == Lost{"3.5→5.5@1"});
  CHECK(lost({"能耗下降3.5%，完成目标。", "附表：能耗下降率3.5%。"}, {"能耗下降5.5%，完成目标。附表：能耗下降率3.5%。"}) == Lost{"3.5→5.5@1"});
}

TEST_CASE("edited copy: a sentence that was moved keeps its figures", "[edited]") {
  const std::string first = "全年共开展节能宣传活动12次，覆盖全体干部职工。", second = "全年用水量为800立方米，比上年有所减少。";
  CHECK(lost({first, second}, {second + first}) == Lost{});
}

TEST_CASE("edited copy: what stands beside a page number or over a page is not taken for the figure's own", "[edited]") {
  Document document = lines({"得分8"});
  Paragraph page;
  page.runs.emplace_back().page_of = "x";
  document.sections[0].blocks.emplace_back(page);
  CHECK(lost_figures(own_text(document), {"得分8 26"})->empty());
  CHECK(lost({"得分8", "满分10"}, {"得分8", "9满分10"}) == Lost{});
}

TEST_CASE("edited copy: another text altogether is not compared", "[edited]") {
  CHECK_FALSE(align_texts(std::u32string(40, U'a'), std::u32string(40, U'b'), 79));
  CHECK(align_texts(U"abcd", U"xacd", 2) == std::vector<std::size_t>{1, kGone, 2, 3});
  CHECK(align_texts(U"", U"", 0) == std::vector<std::size_t>{});
}

TEST_CASE("edited copy: a sealed one wins, other files are told", "[edited]") {
  TemporaryFolder folder;
  write_pdf(folder / "01 报告.pdf", {{"edited", "[0 0 595 842]", "", {}}});
  write_pdf(folder / "说明.pdf", {{"edited", "[0 0 595 842]", "", {}}});
  std::vector<SealedCopy> copies(1);
  copies[0].number = "01";
  Findings findings;
  add_edited_copies(copies, folder.path(), {}, findings);
  CHECK(copies.size() == 1);
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].severity == Severity::note);
  CHECK(findings[1].severity == Severity::warning);
  for (const Finding& finding : findings) CHECK(finding.code == "edited-copy-unused");
}
