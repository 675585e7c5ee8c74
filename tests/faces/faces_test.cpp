#include <catch2/catch.hpp>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "faces/faces.h"
#include "paths.h"
#include "support/files.h"
#include "support/text.h"

using namespace lvce;
namespace fs = std::filesystem;

namespace {

constexpr Face kAllFaces[] = {Face::body, Face::title, Face::hei, Face::kai, Face::song};

const Faces& shipped() {
  static const Faces faces = Faces::load(fs::path(kSourceFolder) / "fonts");
  return faces;
}

std::string font_name(Face face, char32_t c) {
  const FontId font = shipped().font_for(face, c);
  return font < 0 ? "none" : shipped().name(font);
}

/// The 6,763 characters of GB 2312 are rows B0–F7 of GB 18030's two-byte codes.
std::u32string gb2312_han() {
  std::u32string all;
  for (int row = 0xB0; row <= 0xF7; ++row)
    for (int cell = 0xA1; cell <= 0xFE; ++cell) {
      if (row == 0xD7 && cell > 0xF9) continue;
      all += decode_utf8(from_gb18030(std::string{static_cast<char>(row), static_cast<char>(cell)}).value());
    }
  return all;
}

struct TemporaryFolder {
  fs::path path = fs::temp_directory_path() / "lvce-test-faces";
  TemporaryFolder() { fs::remove_all(path), fs::create_directories(path); }
  ~TemporaryFolder() { fs::remove_all(path); }
};

}  // namespace

TEST_CASE("every face draws all of GB 2312 itself", "[faces]") {
  const std::u32string all = gb2312_han();
  REQUIRE(all.size() == 6763);
  for (const Face face : kAllFaces) {
    const FontId own = shipped().font_for(face, U'绿');
    int elsewhere = 0;
    for (const char32_t c : all) elsewhere += shipped().font_for(face, c) != own;
    CHECK(elsewhere == 0);
  }
}

TEST_CASE("each face has its own font, with digits, Latin letters, full-width signs and 〓", "[faces]") {
  CHECK(font_name(Face::body, U'册') == "LvceFang");
  CHECK(font_name(Face::title, U'册') == "LvceSongBold");
  CHECK(font_name(Face::hei, U'册') == "LvceHei");
  CHECK(font_name(Face::kai, U'册') == "LvceKai");
  CHECK(font_name(Face::song, U'册') == "LvceSong");
  for (const Face face : kAllFaces)
    for (const char32_t c : U"0123456789AZaz.,%()—“”（），。《》①√□￥〓") {
      if (c == 0) continue;
      INFO(static_cast<unsigned>(c));
      CHECK(shipped().font_for(face, c) == shipped().font_for(face, U'册'));
    }
}

TEST_CASE("characters that the face lacks come from the fonts behind it", "[faces]") {
  for (const Face face : kAllFaces) {
    for (const char32_t c : {U'²', U'³', U'₂', U'~', U'✓', U'✘', U'ä'}) CHECK(font_name(face, c) == "LvceLetters");
    for (const char32_t c : {U'㎡', U'☑', U'☐', U'㉑', U'～', U'－', U'䶮', U'㛃', U'㐀', U'龘'}) CHECK(font_name(face, c) == "LvceHan");
    for (const char32_t c : {U'𠀀', U'𬭊', U'𫖮'}) CHECK(font_name(face, c) == "LvceRare");
    for (const char32_t c : {U'😀', U'\n', U'\u0007', char32_t{0xE000}, char32_t{0xFFFF}, char32_t{0x10FFFF}}) CHECK(font_name(face, c) == "none");
  }
}

TEST_CASE("no character of the Han block or Extension A is missing, beyond a few late additions", "[faces]") {
  int missing = 0;
  for (char32_t c = 0x3400; c <= 0x9FA5; ++c)
    if (c < 0x4DB6 || c >= 0x4E00) missing += shipped().font_for(Face::body, c) < 0;
  CHECK(missing == 0);
}

TEST_CASE("advances are those of the font files, in whole thousandths of an em", "[faces]") {
  const auto advance = [](Face face, char32_t c) { return shipped().advance(shipped().font_for(face, c), c); };
  CHECK(advance(Face::body, U'0') == 500);
  CHECK(advance(Face::body, U'A') == 739);
  CHECK(advance(Face::body, U'绿') == 1000);
  CHECK(advance(Face::hei, U'A') == 667);
  CHECK(advance(Face::kai, U'0') == 555);
  CHECK(advance(Face::song, U'—') == 1000);
  CHECK(advance(Face::body, U'²') == 400);  // 821 of 2048, rounded down as the PDF carries it
  CHECK(advance(Face::body, U'㎡') == 1000);
  CHECK(advance(Face::body, U'𠀀') == 1000);
  CHECK(advance(Face::body, char32_t{0x0301}) == 0);  // a combining accent
}

TEST_CASE("all fonts share one em box", "[faces]") {
  CHECK(shipped().count() == 8);
  for (FontId font = 0; font < shipped().count(); ++font) {
    CHECK(shipped().metrics(font).ascent == Approx(0.88).margin(0.002));
    CHECK(shipped().metrics(font).descent == Approx(0.12).margin(0.002));
  }
}

TEST_CASE("the fonts take less than 48 MB", "[faces]") {
  std::uintmax_t total = 0;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(kSourceFolder) / "fonts"))
    if (entry.is_regular_file()) total += entry.file_size();
  CHECK(total < 48'000'000);
}

TEST_CASE("a folder without faces, a list with faults and a damaged font are told apart", "[faces]") {
  const TemporaryFolder folder;
  CHECK_THROWS_WITH(Faces::load(folder.path), Catch::Contains("字体清单"));
  std::ofstream(folder.path / "faces.yaml") << "fonts: {a: a.ttf}\nfaces: {body: [a], title: [a], hei: [a], kai: [b], song: [a]}\n";
  CHECK_THROWS_WITH(Faces::load(folder.path), Catch::Contains("字体清单"));
  std::ofstream(folder.path / "faces.yaml") << "fonts: {a: a.ttf}\nfaces: {body: [a], title: [a], hei: [a], kai: [a], song: [a]}\n";
  CHECK_THROWS_WITH(Faces::load(folder.path), Catch::Contains("打不开") && Catch::Contains("a.ttf"));
  std::ofstream(folder.path / "a.ttf") << "not a font at all";
  CHECK_THROWS_WITH(Faces::load(folder.path), Catch::Contains("已损坏"));
}
