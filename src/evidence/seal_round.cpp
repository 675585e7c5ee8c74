#include "evidence/seal_round.h"

namespace lvce {
namespace {

constexpr int kSecondsToLook = 20;

bool is_text(EvidenceFormat format) { return format == EvidenceFormat::text || format == EvidenceFormat::markdown; }

}  // namespace

void find_seals(const std::vector<ProbeJob>& jobs, const std::vector<bool>& asked, std::vector<JobResult>& results, const PoolOptions& like) {
  std::vector<ProbeJob> looking;
  std::vector<std::size_t> whose;
  for (std::size_t i = 0; i < results.size(); ++i) {
    Probed& probed = results[i].probed;
    if (!asked[i] || results[i].end != JobEnd::answered || probed.rejected() || probed.seal == SealState::present) continue;
    if (is_text(probed.format)) {
      probed.seal = SealState::unseen;
      continue;
    }
    ProbeJob& job = looking.emplace_back();
    job.file = probed.prepared.empty() ? jobs[i].file : probed.prepared;
    job.seals = true;
    whose.push_back(i);
  }
  PoolOptions pool = like;
  pool.progress = nullptr;
  pool.seconds_per_job = kSecondsToLook;
  const std::vector<JobResult> answers = run_jobs(looking, pool);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    SealState& known = results[whose[i]].probed.seal;  // a stamp of which only the name is known stays, whatever is seen
    const SealState seen = answers[i].end == JobEnd::answered ? answers[i].probed.seal : SealState::unknown;
    if (known != SealState::likely) known = seen;
  }
}

}  // namespace lvce
