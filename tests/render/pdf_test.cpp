#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>

#include "paths.h"
#include "render/pdf_tools.h"
#include "render/render.h"
#include "support/text.h"

using namespace lvce;
using Catch::Contains;

namespace {

const Faces& shipped() {
  static const Faces faces = Faces::load(std::filesystem::path(kSourceFolder) / "fonts");
  return faces;
}

/// One box for each stretch in one font, as layout makes them.
void put_line(Page& page, Face face, double size, double x, double y, const std::string& text) {
  for (const char32_t c : decode_utf8(text)) {
    const FontId font = shipped().font_for(face, c);
    if (page.texts.empty() || page.texts.back().font != font || page.texts.back().y != y) page.texts.push_back({x, y, size, font, "", 0, 0});
    append_utf8(page.texts.back().text, c);
    x += shipped().advance(font, c) * size / 1000;
  }
}

RenderedPdf render(const std::vector<Page>& pages, const std::map<FontId, std::set<char32_t>>& extra = {}) {
  std::vector<const Page*> pointers;
  for (const Page& page : pages) pointers.push_back(&page);
  return render_pdf(pointers, shipped(), extra);
}

Word find_word(const PdfFile& file, const std::string& text) {
  for (const Word& word : words_of(file))
    if (word.text == text) return word;
  FAIL("no word " << text);
  return {};
}

std::map<char32_t, char32_t> characters_of(const RenderedFont& font) {
  std::map<char32_t, char32_t> characters;
  for (const auto& [code, glyph] : font.program.by_code) characters[code] = glyph.character;
  return characters;
}

}  // namespace

TEST_CASE("text in every face comes out as it went in, rare characters and signs included", "[pdf]") {
  std::vector<Page> pages(1);
  double y = 780;
  for (const Face face : {Face::body, Face::title, Face::hei, Face::kai, Face::song}) {
    put_line(pages[0], face, 16, 85, y, "节约型机关2021年12.5㎡、m²、tCO₂☑");
    put_line(pages[0], face, 16, 85, y - 30, "𠀀䶮㛃𬭊");
    y -= 60;
  }
  const PdfFile file(with_fonts(render(pages)));
  const std::string text = file.text();
  for (const char* line : {"节约型机关2021年12.5㎡、m²、tCO₂☑", "𠀀䶮㛃𬭊"}) {
    std::size_t found = 0;
    for (std::size_t at = text.find(line); at != std::string::npos; at = text.find(line, at + 1)) ++found;
    INFO(text);
    CHECK(found == 5);
  }
  CHECK_THAT(file.run("pdftotext", "- 2>&1 1>/dev/null"), !Contains("Syntax"));
}

TEST_CASE("every font is embedded as a subset", "[pdf]") {
  std::vector<Page> pages(1);
  for (const Face face : {Face::body, Face::title, Face::hei, Face::kai, Face::song}) put_line(pages[0], face, 16, 85, 700, "页㎡²𠀀");
  const std::vector<std::string> lines = split(PdfFile(with_fonts(render(pages))).run("pdffonts"), '\n');
  int fonts = 0;
  for (std::size_t i = 2; i < lines.size(); ++i) {
    if (lines[i].empty()) continue;
    ++fonts;
    INFO(lines[i]);
    CHECK_THAT(lines[i], Contains("CID TrueType") && Contains("Identity-H") && Contains("yes yes yes"));
  }
  CHECK(fonts == 8);
}

TEST_CASE("text stands where the box says, as wide as the faces say", "[pdf]") {
  std::vector<Page> pages(1);
  put_line(pages[0], Face::body, 20, 100, 700, "节约0123");
  const Word word = find_word(PdfFile(with_fonts(render(pages))), "节约0123");
  CHECK(word.left == Approx(100).margin(0.01));
  CHECK(word.right == Approx(100 + 20 * (2 * 1.0 + 4 * 0.5)).margin(0.01));
  CHECK(word.top < kA4HeightPt - 700);  // the baseline, counted from above
  CHECK(word.bottom > kA4HeightPt - 700);
}

TEST_CASE("character space spreads 28 characters over the type area", "[pdf]") {
  std::vector<Page> pages(1);
  const double pitch = 156 * kPointsPerMm / 28;
  put_line(pages[0], Face::body, 16, 79.37, 700, "一二三四五六七八九十一二三四五六七八九十一二三四五六七八");
  pages[0].texts[0].char_space = pitch - 16;
  const Word word = find_word(PdfFile(with_fonts(render(pages))), pages[0].texts[0].text);
  // poppler's box ends after the last character's own advance plus its space
  CHECK(word.right - word.left == Approx(28 * pitch).margin(0.3));
}

TEST_CASE("a landscape page is drawn on a portrait page, turned counter-clockwise", "[pdf]") {
  std::vector<Page> pages(1);
  pages[0].landscape = true;
  put_line(pages[0], Face::body, 20, 100, 500, "横表");
  const std::string bytes = with_fonts(render(pages));
  CHECK_THAT(PdfFile(bytes).run("pdfinfo"), Contains("595.276 x 841.89 pts (A4)"));
  CHECK_THAT(content_of(bytes, 0), Contains("0 1 -1 0 595.27557 0 cm"));
  // (100, 500) is at x = 595.28 − 500, y = 100; the text runs upwards, the head of the letters to the left.
  const Word word = find_word(PdfFile(bytes), "横表");
  CHECK(word.left < 95.28);
  CHECK(word.right > 95.28);
  CHECK(kA4HeightPt - word.bottom == Approx(100).margin(0.01));
  CHECK(kA4HeightPt - word.top == Approx(140).margin(0.01));
}

TEST_CASE("the font page names every font, and stamps written as documented can be read", "[pdf]") {
  std::vector<Page> pages(1);
  put_line(pages[0], Face::body, 16, 85, 700, "正文");
  const FontId song = shipped().font_for(Face::song, U'第'), rare = shipped().font_for(Face::song, U'𠀀');
  const RenderedPdf rendered = render(pages, {{song, {U'第', U'5', U'7', U'页'}}, {rare, {U'𠀀'}}});
  REQUIRE(rendered.fonts.size() == 3);
  CHECK(rendered.fonts[1].font == song);
  CHECK(rendered.fonts[1].resource_name == "F2");
  CHECK(characters_of(rendered.fonts[1]) == std::map<char32_t, char32_t>{{U'5', U'5'}, {U'7', U'7'}, {U'第', U'第'}, {U'页', U'页'}});
  CHECK(rendered.fonts[2].private_codes == std::map<char32_t, char32_t>{{U'𠀀', 0xE000}});
  CHECK(characters_of(rendered.fonts[2]) == std::map<char32_t, char32_t>{{0xE000, U'𠀀'}});

  const std::string stamped = with_last_page(with_fonts(rendered),
                                             "BT /F2 18 Tf 1 0 0 1 85 800 Tm <7B2C003500379875> Tj ET BT /F3 18 Tf 1 0 0 1 200 800 Tm <E000> Tj ET");
  const PdfFile file(stamped);
  CHECK_THAT(file.text(), Contains("第57页") && Contains("𠀀"));
  // The glyphs of characters that only stamps use are in the file: the stamp leaves ink.
  CHECK(ink_of(PdfFile(with_fonts(rendered)), 2) == 0);
  CHECK(ink_of(file, 2) > 100);
}

TEST_CASE("rectangles and lines are drawn as asked", "[pdf]") {
  std::vector<Page> pages(1);
  pages[0].rects = {{10, 20, 30, 40, 0.85, 0, 0}, {50, 60, 70, 80, std::nullopt, 0.5, 0.25}, {1, 2, 3, 4, std::nullopt, 0, 0}, {5, 6, 7, 8, 1.0, 1, 0}};
  pages[0].lines = {{10, 20, 30, 20, 0.5, 0, true}, {10, 30, 30, 30, 0.5, 0, false}};
  const std::string content = content_of(render(pages).bytes, 0);
  CHECK_THAT(content, Contains("0.85 g\n10 20 30 40 re\nf\n"));
  CHECK_THAT(content, Contains("0.5 w\n0.25 G\n50 60 70 80 re\nS\n"));
  CHECK_THAT(content, !Contains("1 2 3 4 re"));
  CHECK_THAT(content, Contains("5 6 7 8 re\nB\n"));
  CHECK_THAT(content, Contains("[3 2 ] 0 d\n10 20 m\n30 20 l\nS\n[] 0 d\n10 30 m\n30 30 l\nS\n"));
}

TEST_CASE("grey, overlong and awkward text loses nothing", "[pdf]") {
  std::vector<Page> pages(1);
  std::string long_text;
  for (int i = 0; i < 30000; ++i) long_text += i % 2 == 0 ? "节" : "约";
  put_line(pages[0], Face::body, 1, 85, 700, long_text);
  put_line(pages[0], Face::body, 16, 85, 600, "甲");
  pages[0].texts.back().grey = 0.5;
  pages[0].texts.push_back({85, 500, 16, shipped().font_for(Face::body, U'A'), "A\n\tB\x7F", 0, 0});
  pages[0].texts.push_back({85, 480, 16, shipped().font_for(Face::body, char32_t{0x0301}), "\xCC\x81", 0, 0});
  pages[0].texts.push_back({85, 460, 16, 0, "", 0, 0});
  pages[0].texts.push_back({85, 440, 0, 0, "乙", 1000, 2});  // beyond what libharu takes
  const std::string content = content_of(render(pages).bytes, 0);
  CHECK(std::count(content.begin(), content.end(), '<') > 5);
  CHECK_THAT(content, Contains("0.5 g"));
  CHECK_THAT(content, Contains("<00410042> Tj"));
  CHECK_THAT(content, Contains("<0301> Tj"));
  std::size_t characters = 0;
  for (std::size_t at = content.find("828"); at != std::string::npos; at = content.find("828", at + 1)) ++characters;
  CHECK(characters >= 15000);  // 节 is 8282
}

TEST_CASE("no pages give just the font page; the same pages give the same bytes", "[pdf]") {
  CHECK_THAT(PdfFile(render({}).bytes).run("pdfinfo"), Contains("Pages:           1"));
  std::vector<Page> pages(3);
  put_line(pages[0], Face::body, 16, 85, 700, "节约𠀀");
  CHECK(render(pages).bytes == render(pages).bytes);
  CHECK_THAT(PdfFile(render(pages).bytes).run("pdfinfo"), Contains("Pages:           4") && !Contains("CreationDate"));
}
