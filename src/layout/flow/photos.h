// Photos with captions, one, two or four a page.
#pragma once

#include "layout/flow/flow.h"
#include "layout/text/glyphs.h"

namespace lvce {

void add_photos(const PhotoPages& photos, Flow& flow, Typesetter& setter);

}  // namespace lvce
