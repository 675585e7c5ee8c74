// What the workers said of files, kept between the judgements of a program that goes on: only what changed is opened again.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "evidence/workers/pool.h"

namespace lvce {

/// Of one folder. An answer holds as long as the file's disk_stamp() is the same. Used by one thread at a
/// time.
class ProbeMemory {
 public:
  /// As run_jobs(), but a file that has not changed since it was asked about is not opened again. Files that are not among `jobs` are forgotten.
  std::vector<JobResult> run(const std::vector<ProbeJob>& jobs, const PoolOptions& options);

 private:
  using Key = std::tuple<std::string, std::string, bool>;  ///< file, its stamp, digest only
  std::map<Key, JobResult> answers_;
};

/// With a memory by it, else by the workers alone.
std::vector<JobResult> run_remembered(ProbeMemory* memory, const std::vector<ProbeJob>& jobs, const PoolOptions& options);

}  // namespace lvce
