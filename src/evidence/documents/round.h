// The second round of probing: office documents that the first has found are converted, and the results probed in their stead.
#pragma once

#include <vector>

#include "evidence/evidence.h"
#include "evidence/workers/pool.h"

namespace lvce {

/// Replaces each answer that names an office document by that of its PDF; without LibreOffice by a rejection, without a work folder by a
/// warning. `jobs` and `results` stand in the same order.
void settle_office(const std::vector<ProbeJob>& jobs, std::vector<JobResult>& results, const ProbeOptions& options, const PoolOptions& pool,
                   Findings& findings);

}  // namespace lvce
