// TextObject: characters, offsets and replaced glyphs become runs of glyphs.
#pragma once

#include <vector>

#include "evidence/ofd/fonts.h"
#include "evidence/ofd/glyph_run.h"
#include "evidence/ofd/trouble.h"

namespace lvce::ofd {

/// In the object's own coordinates. What a font lacks comes from ours; what no face has is 〓, and counted in `trouble`.
std::vector<GlyphRun> lay_text(const pugi::xml_node& object, const TextFont& font, Trouble& trouble);

}  // namespace lvce::ofd
