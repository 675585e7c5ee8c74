// The workers that a unit's files are given to, as its options ask for them.
#pragma once

#include "evidence/evidence.h"
#include "evidence/workers/pool.h"

namespace lvce {

/// As many as asked, at most one a core; they share what memory the machine has.
PoolOptions pool_of(const ProbeOptions& options);

}  // namespace lvce
