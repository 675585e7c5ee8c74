// GB/T 9704-2012 measured on the produced paper: 22 lines of 28 characters on 156 × 225 mm, margins, page numbers, first lines.
#include <catch2/catch.hpp>
#include <cmath>

#include "support/text.h"
#include "whole/package.h"
#include "whole/paper.h"

namespace fs = std::filesystem;
using namespace lvce;
using namespace lvce::testing;

namespace {

constexpr double kTop = 37, kWidth = 156, kHeight = 225, kBinding = 28;
constexpr double kPitch = kWidth / 28, kLine = kHeight / 22;
constexpr double kPoint = 25.4 / 72;
constexpr int kFullPages = 3;
const std::string kSentence = "国家机关节约能源资源创建工作方案实施情况说明文字版心测量";  // 28 characters
const std::string kSecond = "第二段讲2020年用电12,345.6千瓦时，同比下降2.50%，已接入OA系统。";

struct Printed {
  Package package;
  fs::path bound;
  int first = 0;  ///< page of the text in the bound file

  /// Of the type area's left edge.
  double left(int page, bool single) const { return single || page % 2 == 1 ? kBinding : 210 - kBinding - kWidth; }
};

/// A unit whose only evidence is a text that fills its first page but for its title, then full pages, then a second paragraph.
Printed print_text(const std::string& variant) {
  Printed out;
  const fs::path unit = out.package.place / "unit";
  fs::create_directories(unit / "佐证材料");
  fs::copy_file(sample("shanxi-complete") / "台账.xlsx", unit / "台账.xlsx");
  std::string text;
  for (int i = 0; i < 22 * (kFullPages + 1); ++i) text += kSentence;
  write_text(unit / "佐证材料" / "2.1.1 版心.txt", text + "\n" + kSecond + "\n");
  std::vector<std::string> arguments = {"build", unit.string(), "-o", (out.package.place / "out").string(), "--quiet"};
  if (!variant.empty()) arguments.push_back(variant);
  out.package.built = run_lvce(arguments);
  out.package.folder = fs::directory_iterator(out.package.place / "out")->path();
  out.package.result = nlohmann::json::parse(read_text(out.package.folder / "result.json"));
  out.bound = out.package.folder / "申报材料全本.pdf";
  for (const auto& indicator : out.package.result["indicators"]) {
    if (indicator["id"] == "2.1.1") out.first = indicator["evidence"][0]["first_page"];
  }
  return out;
}

std::vector<GlyphLine> lines_in_type_area(const fs::path& pdf, int page) {
  std::vector<GlyphLine> lines = glyph_lines(pdf, page);
  std::erase_if(lines, [](const GlyphLine& line) { return line.baseline < kTop || line.baseline > kTop + kHeight; });
  return lines;
}

/// A character of 16 pt stands in the middle of its line; its baseline is 0.12 em above its lower edge.
double baseline_of(int line) { return kTop + (line + 0.5) * kLine + (0.5 - 0.12) * 16 * kPoint; }

}  // namespace

TEST_CASE("full pages: 22 lines of 28 characters, each within half a millimetre of its place", "[whole][paper]") {
  const std::string variant = GENERATE(std::string(), std::string("--single-sided"));
  const Printed printed = print_text(variant);
  REQUIRE(printed.first > 0);
  for (int page = printed.first + 1; page <= printed.first + kFullPages; ++page) {
    INFO("page " << page << " " << variant);
    const double left = printed.left(page, !variant.empty());
    const std::vector<GlyphLine> lines = lines_in_type_area(printed.bound, page);
    REQUIRE(lines.size() == 22);
    for (int line = 0; line < 22; ++line) {
      INFO("line " << line + 1);
      const GlyphLine& found = lines[static_cast<std::size_t>(line)];
      CHECK(found.baseline == Approx(baseline_of(line)).margin(0.5));
      REQUIRE(found.starts.size() == 28);
      double worst = 0;
      for (std::size_t i = 0; i < 28; ++i) worst = std::max(worst, std::abs(found.starts[i] - left - static_cast<double>(i) * kPitch));
      CHECK(worst < 0.5);
    }
    const Area ink = ink_in(printed.bound, page, {0, kTop - 5, 210, kTop + kHeight + 2});
    CHECK(ink.left == Approx(left + 0.5).margin(0.5));
    CHECK(ink.right == Approx(left + kWidth - 0.5).margin(0.6));
    CHECK(ink.top > kTop);
    CHECK(ink.bottom < kTop + kHeight);
  }
}

TEST_CASE("page numbers: 7 mm below the type area, odd right and even left, one character in", "[whole][paper]") {
  const std::string variant = GENERATE(std::string(), std::string("--single-sided"));
  const Printed printed = print_text(variant);
  constexpr double kEm = 14 * kPoint;  // 4号
  for (int page = printed.first; page <= printed.first + 1; ++page) {
    INFO("page " << page << " " << variant);
    const double left = printed.left(page, !variant.empty());
    const GlyphLine number = glyph_lines(printed.bound, page).back();
    const double begin = number.starts.back();
    const Area dash = ink_in(printed.bound, page, {begin, kTop + kHeight + 2, begin + kEm, 290});
    CHECK(dash.top == Approx(kTop + kHeight + 7).margin(0.5));
    CHECK(dash.bottom - dash.top < 1);
    if (page % 2 == 1) {
      CHECK(number.starts.back() + kEm == Approx(left + kWidth - kEm).margin(0.5));
    } else {
      CHECK(number.starts.front() == Approx(left + kEm).margin(0.5));
    }
  }
}

TEST_CASE("paragraphs begin two characters in, and go on at the edge", "[whole][paper]") {
  const Printed printed = print_text("");
  const std::vector<GlyphLine> first = lines_in_type_area(printed.bound, printed.first);
  const double left = printed.left(printed.first, false);
  REQUIRE(first.size() > 3);  // the title above
  CHECK(first[1].starts.size() == 26);
  CHECK(first[1].starts.front() == Approx(left + 2 * kPitch).margin(0.5));
  CHECK(first[2].starts.front() == Approx(left).margin(0.5));
  const int last = printed.first + kFullPages + 1;
  const std::vector<GlyphLine> end = lines_in_type_area(printed.bound, last);
  const auto indented = std::find_if(end.begin(), end.end(),
                                     [&](const GlyphLine& line) { return std::abs(line.starts.front() - printed.left(last, false) - 2 * kPitch) < 0.5; });
  CHECK(indented != end.end());
}

TEST_CASE("text is read in its order, and copied as it was written", "[whole][paper]") {
  const Printed printed = print_text("");
  for (const std::string& mode : {std::string("-raw"), std::string("-layout"), std::string("-nodiag")}) {
    INFO(mode);
    const int last = printed.first + kFullPages + 1;
    const std::string text = without_space(run({"pdftotext", mode, "-f", std::to_string(last), "-l", std::to_string(last), printed.bound.string(), "-"}).out);
    CHECK(text.find(kSentence + kSecond) != std::string::npos);
  }
}
