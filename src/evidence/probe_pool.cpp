#include "evidence/probe_pool.h"

#include <algorithm>
#include <thread>

#include "support/memory.h"

namespace lvce {

PoolOptions pool_of(const ProbeOptions& options) {
  PoolOptions pool;
  pool.worker = options.worker;
  const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  pool.workers = options.workers > 0 ? std::min(options.workers, cores) : cores;
  share_memory(pool, memory_to_be_had());
  pool.shelf = options.shelf;
  return pool;
}

}  // namespace lvce
