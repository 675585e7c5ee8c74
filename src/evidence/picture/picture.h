// Pictures through libvips: decoded, turned upright, stripped of what the camera knew, written as a JPEG that is safe to bind.
#pragma once

#include "evidence/job/content.h"
#include "evidence/job/protocol.h"

namespace lvce {

/// Once a process, before the first picture. False: the library cannot be used.
bool start_pictures();

void probe_picture(const ProbeJob& job, Content content, Probed& probed);

/// The picture in a .livp.
void probe_live_photo(const ProbeJob& job, Probed& probed);

}  // namespace lvce
