// OFD (GB/T 33190) as evidence: drawn as a PDF, which is then looked at as any other.
#pragma once

#include "evidence/job/protocol.h"

namespace lvce {

void probe_ofd(const ProbeJob& job, Probed& probed);

}  // namespace lvce
