// A pool of worker processes. A worker that dies, hangs or babbles costs one job, never the run.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "evidence/job/protocol.h"
#include "evidence/worker_shelf.h"

namespace lvce {

enum class JobEnd {
  answered,
  worker_died,  ///< crashed, or went beyond its memory or processor limit
  timed_out,
  no_time_left,  ///< the time for all was used up before its turn came
  not_started,   ///< the worker program cannot be run at all
};

struct JobResult {
  JobEnd end = JobEnd::not_started;
  Probed probed;  ///< when answered
};

struct PoolOptions {
  std::filesystem::path worker;
  int workers = 1;
  int seconds_per_job = 60;
  int seconds_for_all = 0;                         ///< 0: 30, and 8 for each job. A job gets what the others can spare, at most seconds_per_job
  std::uint64_t memory = kWorkerMemory;            ///< bytes, shared among the workers
  std::function<void(std::size_t done)> progress;  ///< may be empty
  WorkerShelf* shelf = nullptr;                    ///< lends workers and takes those that are sound at the end; nullptr: none are kept
};

/// As many workers as cores, but each with enough memory for an ordinary file: of what this machine has to give, at most kWorkerMemory.
void share_memory(PoolOptions& options, std::uint64_t to_be_had);

/// Runs all jobs; results stand in the jobs' order whatever the timing. A job for which its share of the memory was too little runs once
/// more, alone, with all of it: what becomes of a file does not depend on the number of cores.
std::vector<JobResult> run_jobs(const std::vector<ProbeJob>& jobs, const PoolOptions& options);

}  // namespace lvce
