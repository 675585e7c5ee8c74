#include "evidence/seal_round.h"

#include "evidence/probe_memory.h"

namespace lvce {
namespace {

constexpr int kSecondsToLook = 60;  ///< by the clock: looking takes about one, a busy machine takes longer

bool is_text(EvidenceFormat format) { return format == EvidenceFormat::text || format == EvidenceFormat::markdown; }

}  // namespace

void find_seals(const std::vector<ProbeJob>& jobs, const std::vector<bool>& asked, std::vector<JobResult>& results, const PoolOptions& like,
                ProbeMemory* memory) {
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
  const std::vector<JobResult> answers = run_remembered(memory, looking, pool);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    Probed& probed = results[whose[i]].probed;
    if (probed.seal == SealState::likely) continue;  // a stamp by its own word stays one, whatever is seen
    const bool looked = answers[i].end == JobEnd::answered;
    probed.seal = looked ? answers[i].probed.seal : SealState::unknown;
    const bool no_scan = probed.format == EvidenceFormat::pdf && probed.unread.empty();  // its seal would be in colour, were there one
    if (looked && probed.seal == SealState::unknown && no_scan) probed.seal = SealState::unseen;
  }
}

}  // namespace lvce
