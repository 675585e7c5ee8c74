// Cuts a font down to the characters of one document. Used by faces.cpp only.
#pragma once

#include "faces/faces.h"
#include "faces/font_file.h"

namespace lvce {

/// See Faces::subset. Throws std::runtime_error with a Chinese message when HarfBuzz refuses (a damaged font file).
Faces::Subset make_subset(const FontFile& font, const std::set<char32_t>& characters);

/// Codes for the characters above U+FFFF, in ascending order: U+E000–U+F8FF without those in `characters`, then other free codes.
std::map<char32_t, char32_t> choose_private_codes(const std::set<char32_t>& characters);

/// See Faces::placeholder. Throws likewise.
std::string make_placeholder(const FontFile& font);

}  // namespace lvce
