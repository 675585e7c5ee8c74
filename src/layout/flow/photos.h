// Photos with captions, on pages planned by their shapes (photo_rows.h).
#pragma once

#include "layout/flow/flow.h"
#include "layout/text/glyphs.h"

namespace lvce {

void add_photos(const PhotoPages& photos, Flow& flow, Typesetter& setter);

}  // namespace lvce
