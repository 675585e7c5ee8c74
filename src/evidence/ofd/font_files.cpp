#include "evidence/ofd/font_files.h"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H

#include <algorithm>
#include <array>
#include <exception>

#include "faces/face.h"
#include "faces/face_list.h"
#include "support/files.h"

namespace lvce::ofd {
namespace {

constexpr std::uintmax_t kMaxFont = 64U << 20;
constexpr FT_Long kMaxFonts = 64;  ///< of a collection that are looked at
constexpr int kLoad = FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP;
constexpr cairo_user_data_key_t kKeep{};
/// A flag that alters no outline. But a font with any is embedded by its outlines, and not cut out of the file, whose tables Cairo trusts: a damaged
/// CFF would bring it down.
constexpr unsigned kOutlinesOnly = 1U << 16;

/// What must live as long as Cairo keeps the font, which is longer than we do.
struct Kept {
  std::string bytes;
  std::shared_ptr<FT_LibraryRec_> library;
  FT_Face face = nullptr;
  ~Kept() {
    if (face != nullptr) FT_Done_Face(face);
  }
  bool open(FT_Long index) {
    if (face != nullptr) FT_Done_Face(face);
    face = nullptr;
    return FT_New_Memory_Face(library.get(), reinterpret_cast<const FT_Byte*>(bytes.data()), static_cast<FT_Long>(bytes.size()), index, &face) == 0;
  }
};

void release_kept(void* kept) { delete static_cast<Kept*>(kept); }

/// Number 0 of a collection may be its Latin font.
bool open_wanted(Kept& kept, const std::string& family) {
  if (!kept.open(0)) return false;
  const FT_Long count = std::min(kept.face->num_faces, kMaxFonts);
  FT_Long best = 0;
  FT_Long most = kept.face->num_glyphs;
  for (FT_Long i = 0; i < count && count > 1; ++i) {
    if (!kept.open(i)) continue;
    if (kept.face->family_name != nullptr && family == kept.face->family_name) return true;
    if (kept.face->num_glyphs > most) {
      best = i;
      most = kept.face->num_glyphs;
    }
  }
  return count <= 1 || kept.open(best);
}

struct NamedFace {
  const char* part;
  Face face;
};

/// By what a name holds, the first that fits; small letters.
constexpr std::array kNamedFaces = {
    NamedFace{"标宋", Face::title}, NamedFace{"biaosong", Face::title}, NamedFace{"xbs", Face::title},   NamedFace{"仿", Face::body},
    NamedFace{"fang", Face::body},  NamedFace{"楷", Face::kai},         NamedFace{"kai", Face::kai},     NamedFace{"黑", Face::hei},
    NamedFace{"hei", Face::hei},    NamedFace{"arial", Face::hei},      NamedFace{"helvet", Face::hei},  NamedFace{"sans", Face::hei},
    NamedFace{"等线", Face::hei},   NamedFace{"dengxian", Face::hei},   NamedFace{"calibri", Face::hei}, NamedFace{"verdana", Face::hei},
    NamedFace{"圆", Face::hei},     NamedFace{"隶", Face::kai},         NamedFace{"行书", Face::kai}};

Face face_for_name(std::string name, bool bold) {
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  for (const NamedFace& named : kNamedFaces) {
    if (name.find(named.part) != std::string::npos) return named.face;
  }
  return bold || name.find("bold") != std::string::npos ? Face::title : Face::song;
}

}  // namespace

std::shared_ptr<FT_LibraryRec_> open_freetype() {
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) throw std::bad_alloc();
  return {library, [](FT_Library done) { FT_Done_FreeType(done); }};
}

std::shared_ptr<FontFile> FontFile::from_bytes(const std::shared_ptr<FT_LibraryRec_>& library, std::string bytes, const std::string& family, bool strange) {
  auto kept = std::make_unique<Kept>(Kept{std::move(bytes), library});
  if (!open_wanted(*kept, family)) return nullptr;
  FT_Face face = kept->face;
  if ((face->face_flags & FT_FACE_FLAG_SCALABLE) == 0 || face->num_glyphs <= 0 || face->units_per_EM == 0) return nullptr;
  if (face->charmap == nullptr && face->num_charmaps > 0) FT_Set_Charmap(face, face->charmaps[0]);
  cairo_font_face_t* cairo = cairo_ft_font_face_create_for_ft_face(face, kLoad);
  if (strange) cairo_ft_font_face_set_synthesize(cairo, kOutlinesOnly);
  if (cairo_font_face_set_user_data(cairo, &kKeep, kept.get(), release_kept) != CAIRO_STATUS_SUCCESS) {
    cairo_font_face_destroy(cairo);
    return nullptr;
  }
  kept.release();
  return std::shared_ptr<FontFile>(new FontFile(face, cairo));
}

FontFile::~FontFile() { cairo_font_face_destroy(cairo_); }

unsigned FontFile::glyph_of(char32_t character) const {
  if (face_->charmap == nullptr) return 0;
  const unsigned glyph = FT_Get_Char_Index(face_, character);
  if (glyph != 0 || character > 0xFF) return glyph;
  return FT_Get_Char_Index(face_, 0xF000 + character);  // fonts of symbols
}

bool FontFile::has_glyph(unsigned glyph) {
  const auto [known, added] = drawable_.emplace(glyph, false);
  if (added) known->second = FT_Load_Glyph(face_, glyph, FT_LOAD_NO_SCALE) == 0 && face_->glyph->format == FT_GLYPH_FORMAT_OUTLINE;
  return known->second;
}

double FontFile::advance_of(unsigned glyph) const {
  FT_Fixed advance = 0;
  return FT_Get_Advance(face_, glyph, FT_LOAD_NO_SCALE, &advance) == 0 ? static_cast<double>(advance) / face_->units_per_EM : 1;
}

const FontChain& OwnFaces::chain_for(const std::string& name, bool bold) {
  const auto face = static_cast<std::size_t>(face_for_name(name, bold));
  const auto [chain, added] = chains_.emplace(static_cast<int>(face), FontChain());
  if (!added) return chain->second;
  const FaceList list = read_face_list(folder_ / "faces.yaml");
  for (const FontId id : list.fallback.at(face)) {
    const std::string& file = list.files.at(static_cast<std::size_t>(id));
    std::shared_ptr<FontFile>& font = files_[file];
    if (!font) {
      if (std::optional<std::string> bytes = read_file(folder_ / file, kMaxFont)) font = FontFile::from_bytes(library_, std::move(*bytes), "", false);
    }
    if (font) chain->second.push_back(font);
  }
  return chain->second;
}

}  // namespace lvce::ofd
