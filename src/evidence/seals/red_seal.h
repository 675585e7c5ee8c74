// Red seals on paper, as far as their shape tells: a thin ring, round or oval, with something of the same ink inside and paper around. Whose seal it is,
// and whether it is genuine, nobody can tell from this.
#pragma once

#include <vector>

#include "evidence/seals/ellipse.h"
#include "evidence/seals/red_ink.h"

namespace lvce {

/// In the order of the picture's rows. The sheet is taken for A4 where the picture is filled by it: a seal's longer axis is a twentieth to two fifths of
/// the longer side.
std::vector<Ellipse> find_red_seals(const InkMap& map);

}  // namespace lvce
