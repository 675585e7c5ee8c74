// The round after probing that looks for seals where a demand asks for one.
#pragma once

#include <vector>

#include "evidence/evidence.h"
#include "evidence/workers/pool.h"

namespace lvce {

/// Fills Probed::seal of the results whose `asked` is set; signatures that were met while probing stay. `jobs`, `asked` and `results` stand in the same
/// order. Says nothing: what it means is for the demand to say. `memory`: of earlier runs; may be nullptr.
void find_seals(const std::vector<ProbeJob>& jobs, const std::vector<bool>& asked, std::vector<JobResult>& results, const PoolOptions& pool,
                ProbeMemory* memory);

}  // namespace lvce
