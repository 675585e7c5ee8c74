// Name and date of the office, with room for the seal.
#pragma once

#include "layout/flow/flow.h"
#include "layout/text/glyphs.h"

namespace lvce {

/// One strip: a square of 42 mm around name and date stays free for the seal. The date ends four characters from the right edge, the name
/// is centred over it (GB/T 9704-2012, 7.3.5.1); a long name moves left as far as it must.
Strip signature_strip(const Signature& signature, double width, Typesetter& setter);

}  // namespace lvce
