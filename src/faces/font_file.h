// One font file: mapped into memory, asked through HarfBuzz. Used by faces.cpp only.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include <hb.h>

namespace lvce {

/// A TrueType file. Immutable after opening; HarfBuzz loads its tables when first asked and does that safely between threads.
class FontFile {
 public:
  /// Throws std::runtime_error with a Chinese message when the file is missing or no font.
  static FontFile open(const std::filesystem::path& path);
  /// The same for bytes that we made ourselves (subsets).
  static FontFile from_bytes(const std::string& bytes);

  std::optional<unsigned> glyph(char32_t c) const;
  /// Advance in whole 1/1000 em, rounded down as libharu writes it into the PDF; the one of .notdef when the character is not there.
  double advance(char32_t c) const;
  double ascent() const;   ///< of 1 em
  double descent() const;  ///< of 1 em, positive
  /// PostScript name.
  std::string name() const;
  hb_face_t* face() const { return face_.get(); }

 private:
  explicit FontFile(hb_blob_t* blob);
  hb_font_extents_t extents() const;

  struct Release {
    void operator()(hb_face_t* face) const { hb_face_destroy(face); }
    void operator()(hb_font_t* font) const { hb_font_destroy(font); }
  };
  std::unique_ptr<hb_face_t, Release> face_;
  std::unique_ptr<hb_font_t, Release> font_;
  double em_ = 1000;
};

}  // namespace lvce
