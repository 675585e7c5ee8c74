// A pool of worker processes. A worker that dies, hangs or babbles costs one job, never the run.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "evidence/job/protocol.h"

namespace lvce {

enum class JobEnd {
  answered,
  worker_died,  ///< crashed, or went beyond its memory or processor limit
  timed_out,
  not_started,  ///< the worker program cannot be run at all
};

struct JobResult {
  JobEnd end = JobEnd::not_started;
  Probed probed;  ///< when answered
};

struct PoolOptions {
  std::filesystem::path worker;
  int workers = 1;
  int seconds_per_job = 60;
  std::function<void(std::size_t done)> progress;  ///< may be empty
};

/// Runs all jobs; results stand in the jobs' order whatever the timing.
std::vector<JobResult> run_jobs(const std::vector<ProbeJob>& jobs, const PoolOptions& options);

}  // namespace lvce
