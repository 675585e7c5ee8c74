#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include "faces/faces.h"
#include "faces/subset.h"
#include "paths.h"
#include "support/files.h"

using namespace lvce;

namespace {

const Faces& shipped() {
  static const Faces faces = Faces::load(std::filesystem::path(kSourceFolder) / "fonts");
  return faces;
}

/// A font as another library reads it.
class FreeTypeFont {
 public:
  explicit FreeTypeFont(std::string bytes) : bytes_(std::move(bytes)) {
    REQUIRE(FT_Init_FreeType(&library_) == 0);
    REQUIRE(FT_New_Memory_Face(library_, reinterpret_cast<const FT_Byte*>(bytes_.data()), static_cast<FT_Long>(bytes_.size()), 0, &face_) == 0);
    REQUIRE(FT_Select_Charmap(face_, FT_ENCODING_UNICODE) == 0);
  }
  explicit FreeTypeFont(const Faces::Subset& subset) : FreeTypeFont(subset.bytes) { glyphs_ = subset.glyphs; }
  ~FreeTypeFont() { FT_Done_FreeType(library_); }
  FreeTypeFont(const FreeTypeFont&) = delete;
  FreeTypeFont& operator=(const FreeTypeFont&) = delete;

  unsigned glyph(char32_t c) const { return glyphs_ ? glyphs_->at(c) : FT_Get_Char_Index(face_, c); }
  std::string name() const { return FT_Get_Postscript_Name(face_); }
  long glyph_count() const { return face_->num_glyphs; }
  long advance(char32_t code) const { return load(code), face_->glyph->metrics.horiAdvance; }
  /// Box of the outline in font units: left, bottom, right, top and number of points.
  std::vector<long> shape(char32_t code) const {
    load(code);
    FT_BBox box;
    FT_Outline_Get_CBox(&face_->glyph->outline, &box);
    return {box.xMin, box.yMin, box.xMax, box.yMax, face_->glyph->outline.n_points};
  }
  std::set<char32_t> codes() const {
    std::set<char32_t> all;
    FT_UInt glyph = 0;
    for (FT_ULong code = FT_Get_First_Char(face_, &glyph); glyph != 0; code = FT_Get_Next_Char(face_, code, &glyph)) all.insert(static_cast<char32_t>(code));
    return all;
  }

 private:
  void load(char32_t code) const { REQUIRE(FT_Load_Glyph(face_, glyph(code), FT_LOAD_NO_SCALE) == 0); }

  std::string bytes_;
  FT_Library library_ = nullptr;
  FT_Face face_ = nullptr;
  std::optional<std::map<char32_t, unsigned>> glyphs_;  ///< of a subset: it has no characters of its own
};

FreeTypeFont whole(const char* file) { return FreeTypeFont(*read_file(std::filesystem::path(kSourceFolder) / "fonts" / file, 50'000'000)); }

std::set<char32_t> characters_of(const Faces::Subset& subset) {
  std::set<char32_t> characters;
  for (const auto& [character, glyph] : subset.glyphs) characters.insert(character);
  return characters;
}

}  // namespace

TEST_CASE("a subset has the characters asked for, with their shapes and widths, and no others", "[subset]") {
  const std::set<char32_t> wanted = {U' ', U'0', U'1', U'A', U'节', U'约', U'〓'};
  const Faces::Subset subset = shipped().subset(shipped().font_for(Face::body, U'节'), wanted);
  const FreeTypeFont small(subset), original = whole("fang.ttf");
  CHECK(subset.private_codes.empty());
  CHECK(characters_of(subset) == wanted);
  CHECK(small.codes().empty());
  CHECK(small.glyph_count() == static_cast<long>(wanted.size()) + 1);  // and .notdef
  for (const char32_t c : wanted) {
    CHECK(small.shape(c) == original.shape(c));
    CHECK(small.advance(c) == original.advance(c));
  }
  CHECK(subset.bytes.size() < 10'000);
}

TEST_CASE("characters above U+FFFF get private-use codes in ascending order", "[subset]") {
  const Faces::Subset subset = shipped().subset(shipped().font_for(Face::body, U'𠀀'), {U'𬭊', U'𠀀'});
  CHECK(subset.private_codes == std::map<char32_t, char32_t>{{U'𠀀', 0xE000}, {U'𬭊', 0xE001}});
  const FreeTypeFont small(subset), original = whole("rare.ttf");
  for (const char32_t c : {U'𠀀', U'𬭊'}) CHECK(small.shape(c) == original.shape(c));
}

TEST_CASE("private codes leave out what the text uses itself and go on when the area is full", "[subset]") {
  const auto codes = choose_private_codes({0xE000, 0xE002, U'𠀀', U'𠀁'});
  CHECK(codes == std::map<char32_t, char32_t>{{U'𠀀', 0xE001}, {U'𠀁', 0xE003}});
  std::set<char32_t> many = {0xA000};
  for (char32_t c = 0x20000; c < 0x20000 + 6402; ++c) many.insert(c);
  const auto more = choose_private_codes(many);
  REQUIRE(more.size() == 6402);
  CHECK(more.at(0x20000 + 6399) == 0xF8FF);
  CHECK(more.at(0x20000 + 6400) == 0xA001);
}

TEST_CASE("characters that the font lacks are left out", "[subset]") {
  const Faces::Subset subset = shipped().subset(shipped().font_for(Face::body, U'节'), {U'节', U'㎡', U'😀', U'\n'});
  CHECK(characters_of(subset) == std::set<char32_t>{U'节'});
  CHECK(shipped().subset(0, {}).glyphs.empty());
}

TEST_CASE("the same characters give the same bytes", "[subset]") {
  CHECK(shipped().subset(0, {U'节', U'约'}).bytes == shipped().subset(0, {U'约', U'节'}).bytes);
}

TEST_CASE("all characters of the largest fonts at once, and every second and third of them, stay reachable", "[subset]") {
  for (const char32_t sample : {U'节', U'㐀', U'𠀀'})
    for (const unsigned step : {1u, 2u, 3u, 5u}) {
      const FontId font = shipped().font_for(Face::body, sample);
      std::set<char32_t> wanted;
      for (char32_t c = 0x20; c < 0x33000; c += step)
        if (shipped().font_for(Face::body, c) == font) wanted.insert(c);
      const Faces::Subset subset = shipped().subset(font, wanted);
      INFO(step);
      CHECK(characters_of(subset) == wanted);
      const long glyphs = FreeTypeFont(subset).glyph_count();  // characters may share one
      CHECK(std::all_of(subset.glyphs.begin(), subset.glyphs.end(), [&](const auto& glyph) { return glyph.second > 0 && glyph.second < glyphs; }));
    }
}

TEST_CASE("a placeholder has the font's name and measures and no characters, whatever the font", "[subset]") {
  for (FontId font = 0; font < shipped().count(); ++font) {
    const std::string bytes = shipped().placeholder(font);
    const FreeTypeFont small(bytes);
    INFO(shipped().name(font));
    CHECK(small.codes().empty());
    CHECK(small.name() == shipped().name(font));
    CHECK(bytes.size() < 5000);
  }
}
