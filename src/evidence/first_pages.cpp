// read_first_pages: what files without a place say, asked of the workers.
#include <algorithm>
#include <thread>

#include "evidence/evidence.h"
#include "evidence/workers/pool.h"

namespace lvce {

std::map<std::string, std::string> read_first_pages(const EvidenceFolder& folder, const ProbeOptions& options) {
  std::vector<ProbeJob> jobs;
  std::vector<const EvidenceFile*> asked;
  for (const EvidenceFile& file : folder.files) {
    if (file.state != EvidenceState::unassigned) continue;
    asked.push_back(&file);
    ProbeJob& job = jobs.emplace_back();
    job.file = file.disk;
    job.first_page = true;
  }
  PoolOptions pool;
  pool.worker = options.worker;
  pool.workers = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  const std::vector<JobResult> results = run_jobs(jobs, pool);
  std::map<std::string, std::string> out;
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (results[i].end == JobEnd::answered && !results[i].probed.text.empty()) out.emplace(asked[i]->path, results[i].probed.text);
  }
  return out;
}

}  // namespace lvce
