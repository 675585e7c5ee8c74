// Whatever a document holds, layout ends and places everything on finite pages.
#include <catch2/catch.hpp>
#include <random>

#include "layout/kit.h"

using namespace lvce;
using namespace lvce::test;

namespace {

/// Odd pieces of text, glued together at random.
std::string odd_text(std::mt19937& random) {
  static const std::vector<std::string> pieces = {
      "，，，。》", "（（《“", "字", "12,345.6 千瓦时", "\n", " ", "　", "abcdefghijklmnopqrstuvwxyz", "——", "\xFF\xFE",
      "𠀀",         "\uE000",  "́",   "GB/T 29149-2012", "%",  "\t"};
  std::string text;
  const int count = static_cast<int>(random() % 60);
  for (int i = 0; i < count; ++i) text += pieces[random() % pieces.size()];
  return text;
}

Block odd_block(std::mt19937& random) {
  switch (random() % 7) {
    case 0: return PageBreak{random() % 2 == 0};
    case 1: return Space{static_cast<double>(random() % 40) - 5};
    case 2: return Signature{odd_text(random), odd_text(random)};
    case 3: {
      Table table;
      table.title = odd_text(random);
      table.head_rows = static_cast<int>(random() % 4);
      table.columns.resize(random() % 5, {static_cast<double>(random() % 90), 1});
      for (int r = static_cast<int>(random() % 20); r > 0; --r) {
        TableRow made;
        made.keep_together = random() % 3 == 0;
        for (int c = static_cast<int>(random() % 5); c > 0; --c) {
          TableCell one = cell(odd_text(random) + (random() % 30 == 0 ? characters(2000) : ""));
          one.row_span = static_cast<int>(random() % 4);
          one.column_span = static_cast<int>(random() % 3);
          one.repeat_text = random() % 2 == 0;
          one.min_height_mm = random() % 20 == 0 ? 1e6 : 0;
          made.cells.push_back(one);
        }
        table.rows.push_back(made);
      }
      return table;
    }
    case 4: {
      Contents contents;
      contents.entries.push_back({static_cast<int>(random() % 20) - 5, odd_text(random), "x"});
      return contents;
    }
    default: return paragraph(static_cast<ParagraphStyle>(random() % 15), odd_text(random));
  }
}

bool is_on_page(const Page& page, const TextBox& box) {
  const double width = page.landscape ? kA4HeightPt : kA4WidthPt;
  const double height = page.landscape ? kA4WidthPt : kA4HeightPt;
  return box.text.size() <= 400 && box.x >= 0 && box.x <= width && box.y >= 30 && box.y <= height;
}

void check_sanity(const Page& page) {
  for (const TextBox& box : page.texts) {
    if (is_on_page(page, box)) continue;
    CAPTURE(box.x, box.y, box.text);
    FAIL("a box lies outside its page");
  }
}

}  // namespace

TEST_CASE("Three hundred odd documents are laid out on sane pages") {
  std::mt19937 random(20211012);
  for (int i = 0; i < 300; ++i) {
    std::vector<Block> blocks;
    for (int b = 0; b < 12; ++b) blocks.push_back(odd_block(random));
    Document document = document_of(std::move(blocks), i % 2 == 0 ? Orientation::portrait : Orientation::landscape);
    document.sections[0].centred_vertically = i % 5 == 0;
    document.sections[0].narrow_area = i % 3 == 0;
    const LaidOut out = lay_out_plain(document);
    INFO("document " << i);
    REQUIRE(out.pages.size() < 500);
    for (const Page& page : out.pages) check_sanity(page);
  }
}
