#include "evidence/probe_memory.h"

#include "evidence/job/snapshot.h"

namespace lvce {
namespace {

/// What was the run's fault, not the file's, is asked again.
bool is_worth_keeping(const JobResult& result) { return result.end != JobEnd::not_started && result.end != JobEnd::no_time_left; }

}  // namespace

std::vector<JobResult> ProbeMemory::run(const std::vector<ProbeJob>& jobs, const PoolOptions& options) {
  std::vector<JobResult> results(jobs.size());
  std::vector<Key> keys;
  std::vector<ProbeJob> asked;
  std::vector<std::size_t> places;
  std::map<Key, JobResult> kept;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    // The stamp is taken before the file is opened: what changes meanwhile is opened once more next time.
    keys.emplace_back(jobs[i].file.native(), disk_stamp(jobs[i].file), jobs[i].digest_only);
    const auto known = answers_.find(keys.back());
    if (known != answers_.end() && !std::get<1>(keys.back()).empty()) {
      results[i] = known->second;
      kept.insert_or_assign(keys.back(), known->second);
    } else {
      asked.push_back(jobs[i]);
      places.push_back(i);
    }
  }
  std::vector<JobResult> fresh = run_jobs(asked, options);
  for (std::size_t i = 0; i < fresh.size(); ++i) {
    if (is_worth_keeping(fresh[i])) kept.insert_or_assign(keys[places[i]], fresh[i]);
    results[places[i]] = std::move(fresh[i]);
  }
  answers_ = std::move(kept);
  return results;
}

std::vector<JobResult> run_remembered(ProbeMemory* memory, const std::vector<ProbeJob>& jobs, const PoolOptions& options) {
  return memory == nullptr ? run_jobs(jobs, options) : memory->run(jobs, options);
}

}  // namespace lvce
