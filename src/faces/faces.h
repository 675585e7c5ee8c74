// Faces as plain data: coverage, advances, vertical metrics; fallback by face; subsets for one document.
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "faces/face.h"

namespace lvce {

/// A font file that glyphs really come from: the face asked for, or a fallback behind it.
using FontId = int;

struct FontMetrics {
  double ascent = 0.88;   ///< of 1 em
  double descent = 0.12;  ///< positive, below the baseline
};

/// What a document embeds of a font.
struct FontProgram {
  struct Glyph {
    char32_t character = 0;
    unsigned number = 0;  ///< in `bytes`
    double advance = 0;   ///< 1/1000 em
  };
  std::string name;                   ///< PostScript name
  std::string bytes;                  ///< a TrueType subset
  std::map<char32_t, Glyph> by_code;  ///< by the code as text is written
};

/// Loaded faces. Immutable after loading; safe to share between threads for reading.
class Faces {
 public:
  /// Reads <folder>/*.ttf as listed in <folder>/faces.yaml. Throws std::runtime_error with a Chinese message when one is missing.
  static Faces load(const std::filesystem::path& folder);
  Faces(Faces&&) noexcept;
  Faces& operator=(Faces&&) noexcept;
  ~Faces();

  /// The font that has this character: the face's own, else the first fallback that has it; -1 when none has (then show 〓).
  FontId font_for(Face face, char32_t c) const;
  /// Advance of a character in 1/1000 em: a whole number, rounded down as the PDF carries it, so that measured and drawn widths agree.
  double advance(FontId font, char32_t c) const;
  FontMetrics metrics(FontId font) const;
  std::string name(FontId font) const;
  int count() const;
  /// A TrueType subset of the font with just these characters, with the tables that a PDF embeds (ISO 32000-1, 9.9). A document that writes text
  /// as UTF-16 codes writes characters above U+FFFF as private-use codes from U+E000 on, in ascending order, leaving out private-use characters
  /// that are themselves among `characters`; `private_codes` tells which (empty when there are none).
  struct Subset {
    std::string bytes;
    std::map<char32_t, char32_t> private_codes;  ///< U+20000 → U+E000
    std::map<char32_t, unsigned> glyphs;         ///< of the subset, by the character itself; without those that the font lacks
  };
  Subset subset(FontId font, const std::set<char32_t>& characters) const;
  /// A TrueType file with the font's name and measures and no characters: all that a library needs to know that writes text and leaves the
  /// glyphs to others.
  std::string placeholder(FontId font) const;

 private:
  Faces();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace lvce
