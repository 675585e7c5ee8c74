// What the worker does with an office document: a frozen copy for LibreOffice, and words on what was met.
#pragma once

#include <string>

#include "evidence/job/protocol.h"

namespace lvce {

/// Tells of fields, changes, comments … in `probed`; with a stem to write to, `probed.prepared` becomes the copy to convert.
void freeze_office(const ProbeJob& job, const std::string& kind, Probed& probed);

}  // namespace lvce
