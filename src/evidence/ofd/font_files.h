// Fonts through FreeType and Cairo: those embedded in an OFD, and our own faces for the rest.
#pragma once

#include <cairo.h>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

struct FT_FaceRec_;
struct FT_LibraryRec_;

namespace lvce::ofd {

std::shared_ptr<FT_LibraryRec_> open_freetype();

/// A font file that glyphs come from.
class FontFile {
 public:
  /// Nothing when FreeType cannot read it or it has no outlines. `family`: which font of a collection is meant; empty: its first. A `strange` one may be
  /// damaged: only FreeType reads it, and Cairo gets its outlines.
  static std::shared_ptr<FontFile> from_bytes(const std::shared_ptr<FT_LibraryRec_>& library, std::string bytes, const std::string& family, bool strange);
  ~FontFile();
  FontFile(const FontFile&) = delete;
  FontFile& operator=(const FontFile&) = delete;

  cairo_font_face_t* cairo() const { return cairo_; }
  /// Glyph of a character; 0 when there is none.
  unsigned glyph_of(char32_t character) const;
  /// True when the glyph is there and can be drawn: Cairo stops for good at one that cannot.
  bool has_glyph(unsigned glyph);
  double advance_of(unsigned glyph) const;  ///< of 1 em

 private:
  FontFile(FT_FaceRec_* face, cairo_font_face_t* cairo) : face_(face), cairo_(cairo) {}

  FT_FaceRec_* face_;  ///< owned by cairo_
  cairo_font_face_t* cairo_;
  std::map<unsigned, bool> drawable_;
};

using FontChain = std::vector<std::shared_ptr<FontFile>>;

/// The files of our own faces, each read when first needed.
class OwnFaces {
 public:
  explicit OwnFaces(std::filesystem::path folder) : folder_(std::move(folder)) {}
  /// For a font of that name: 仿宋, 楷体, 黑体, 小标宋 by what the name holds, else 宋体; behind it what has rarer characters.
  const FontChain& chain_for(const std::string& name, bool bold);

 private:
  std::filesystem::path folder_;
  std::shared_ptr<FT_LibraryRec_> library_ = open_freetype();
  std::map<int, FontChain> chains_;
  std::map<std::string, std::shared_ptr<FontFile>> files_;
};

}  // namespace lvce::ofd
