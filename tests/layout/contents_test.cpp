#include <catch2/catch.hpp>

#include "layout/kit.h"

using namespace lvce;
using namespace lvce::test;

namespace {

Contents sample() {
  Contents contents;
  contents.entries = {{0, "第一部分", "a"}, {1, characters(45), "b"}, {1, "短", "c"}};
  return contents;
}

double right_edge() { return (28 + 156) * 72 / 25.4; }

}  // namespace

TEST_CASE("Entries end with dots and the page number at the right edge") {
  const LaidOut out = lay_out_plain(document_of({sample()}), {{"a", 3}, {"b", 57}, {"c", 1024}});
  const std::vector<TextLine> lines = lines_of(out.pages[0]);
  REQUIRE(lines.size() == 4);  // the second entry takes two lines
  CHECK(lines[0].text.starts_with("第一部分.."));
  CHECK(lines[0].text.ends_with(".3"));
  CHECK(lines[2].text.ends_with(".57"));
  CHECK(lines[3].text.ends_with(".1024"));
  const TextBox& number = out.pages[0].texts.back();
  CHECK(number.text == "1024");
  CHECK(number.x + 4 * 6 == Approx(right_edge()));
}

TEST_CASE("Every entry is a link over its lines") {
  const LaidOut out = lay_out_plain(document_of({sample()}), {});
  REQUIRE(out.pages[0].links.size() == 3);
  CHECK(out.pages[0].links[1].target == "b");
  CHECK(out.pages[0].links[1].height == Approx(2 * out.pages[0].links[0].height));
}

TEST_CASE("The number of pages does not depend on the numbers") {
  Contents contents;
  PageNumbers numbers;
  for (int i = 0; i < 200; ++i) {
    const std::string target = "t" + std::to_string(i);
    contents.entries.push_back({i % 3, characters(20 + i % 30), target});
    numbers[target] = 1000 + i;
  }
  const LaidOut before = lay_out_plain(document_of({contents}));
  const LaidOut after = lay_out_plain(document_of({contents}), numbers);
  REQUIRE(before.pages.size() == after.pages.size());
  for (std::size_t i = 0; i < before.pages.size(); ++i) CHECK(lines_of(before.pages[i]).size() == lines_of(after.pages[i]).size());
  CHECK(page_says(before.pages[0], "…"));
}

TEST_CASE("Deeper levels stand further in") {
  const LaidOut out = lay_out_plain(document_of({sample()}), {});
  const std::vector<TextLine> lines = lines_of(out.pages[0]);
  CHECK(lines[1].x - lines[0].x == Approx(24));
}

TEST_CASE("Contents never leave one or two entries for a last page") {
  int parted = 0;
  for (int count = 20; count < 130; ++count) {
    Contents contents;
    for (int i = 0; i < count; ++i) contents.entries.push_back({0, "第" + std::to_string(i) + "项", "t"});
    const LaidOut out = lay_out_plain(document_of({paragraph(ParagraphStyle::title, "目录"), contents}));
    std::size_t lines = 0;
    for (const Page& page : out.pages) lines += lines_of(page).size();
    INFO(count);
    CHECK(lines == static_cast<std::size_t>(count) + 1);
    if (out.pages.size() < 2) continue;
    ++parted;
    CHECK(lines_of(out.pages.back()).size() >= 3);
  }
  CHECK(parted > 50);
}
