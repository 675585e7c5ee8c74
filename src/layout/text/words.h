// Whole words at the ends of title lines.
#pragma once

#include "layout/text/glyphs.h"

namespace lvce {

/// The text with only those breaks that fall between words (ICU's Chinese dictionary) and before no suffix such as 型 or 的.
GlyphText with_breaks_between_words(const GlyphText& text);

}  // namespace lvce
