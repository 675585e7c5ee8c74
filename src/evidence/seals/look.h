// Looks at the pages of a file for red seals. In a worker of its own: what happens to it there costs the file nothing.
#pragma once

#include "evidence/job/protocol.h"

namespace lvce {

/// Fills probed.seal: likely, unseen, or unknown (black and white, or nothing can be drawn). Long files: their first and last pages.
void look_for_seals(const ProbeJob& job, Probed& probed);

}  // namespace lvce
