// A font of ours as a PDF holds it: Type 0 over CIDFontType2 (ISO 32000-1, 9.7), two-byte codes, searchable.
#pragma once

#include <qpdf/QPDF.hh>

#include "faces/faces.h"

namespace lvce {

/// Puts the program, its widths, the map from codes to glyphs and the map from codes to characters into `font`, a Type 0 font with a descendant and
/// its descriptor, and names all three by the program's tag: "ABCDEF+Name", the letters made from its bytes.
void embed_font(QPDF& pdf, QPDFObjectHandle font, const FontProgram& program);

}  // namespace lvce
