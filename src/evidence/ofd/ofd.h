// OFD (GB/T 33190) as evidence: drawn as a PDF, which is then looked at as any other.
#pragma once

#include "evidence/job/protocol.h"

namespace lvce {

void probe_ofd(const ProbeJob& job, Probed& probed);

/// A PDF of its first page only; empty when there is none.
std::string first_page_of_ofd(std::string_view bytes);

}  // namespace lvce
