#include "evidence/workers/pool.h"

#include <poll.h>

#include <algorithm>
#include <chrono>
#include <deque>
#include <memory>

#include "evidence/workers/process.h"

namespace lvce {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kMaxWorkers = 64;
constexpr int kFailedStarts = 3;                        ///< in a row, without one that got ready: the program is not a worker
constexpr std::chrono::seconds kQuickDeath{15};         ///< a job that ran longer before its worker died has itself to blame
constexpr int kFixedSeconds = 30, kSecondsForEach = 8;  ///< for all together
constexpr std::uint64_t kLeastMemory = 180ULL << 20, kKeptFree = 256ULL << 20;
constexpr int kJobsPerWorker = 400;  ///< then a fresh one: leaks and fragments go with the old

/// One place in the pool: its process, and the job that it works on.
struct Slot {
  std::unique_ptr<WorkerProcess> process;
  bool ready = false;
  int jobs_done = 0;
  std::optional<std::size_t> job;
  Clock::time_point begun;
  Clock::time_point deadline;
};

class Pool {
 public:
  Pool(const std::vector<ProbeJob>& jobs, const PoolOptions& options) : jobs_(jobs), options_(options), results_(jobs.size()), retried_(jobs.size(), false) {
    for (std::size_t i = 0; i < jobs.size(); ++i) waiting_.push_back(i);
    const auto wanted = static_cast<std::size_t>(std::clamp(options.workers, 1, kMaxWorkers));
    slots_.resize(std::min(wanted, jobs.size()));
    share_ = options.memory / std::max<std::size_t>(slots_.size(), 1);
    const int seconds = options.seconds_for_all > 0 ? options.seconds_for_all : kFixedSeconds + kSecondsForEach * static_cast<int>(jobs.size());
    end_ = Clock::now() + std::chrono::seconds(seconds);
  }

  std::vector<JobResult> run() {
    while (done_ < jobs_.size() && failed_starts_ < kFailedStarts) {
      if (waiting_.empty() && is_idle()) run_the_rest_alone();
      for (Slot& slot : slots_) feed(slot);
      wait();
    }
    keep_workers();
    return std::move(results_);
  }

 private:
  Clock::time_point deadline() const { return Clock::now() + std::chrono::seconds(options_.seconds_per_job); }

  /// What is left when every other job that waits keeps its own time; never less than the workers' time for one each.
  Clock::time_point deadline_of_job() const {
    const auto others = std::chrono::seconds(kSecondsForEach * static_cast<int>(waiting_.size() + alone_.size()));
    const Clock::time_point least = Clock::now() + std::chrono::seconds(kSecondsForEach * static_cast<int>(slots_.size()));
    return std::min({std::max(end_ - others, least), end_, deadline()});
  }

  bool is_idle() const {
    return std::none_of(slots_.begin(), slots_.end(), [](const Slot& slot) { return slot.job.has_value(); });
  }

  void run_the_rest_alone() {
    if (alone_.empty()) return;
    slots_.clear();
    slots_.resize(1);
    share_ = options_.memory;
    waiting_.swap(alone_);
  }

  /// Too little memory may be what killed the worker, or what a picture's decoder calls damage.
  bool wants_more_memory(std::size_t job, JobEnd end, const Probed& probed) const {
    const bool failed = end == JobEnd::worker_died || (end == JobEnd::answered && probed.rejected() && probed.format == EvidenceFormat::picture);
    return failed && share_ < jobs_[job].memory && share_ < options_.memory;
  }

  /// Gives an idle slot its next job; starts a process where none runs.
  void feed(Slot& slot) {
    if (slot.job || waiting_.empty() || (slot.process && !slot.ready)) return;
    if (slot.process && slot.jobs_done >= kJobsPerWorker) slot = Slot{};
    if (!slot.process) return start(slot);
    const std::size_t job = waiting_.front();
    waiting_.pop_front();
    if (Clock::now() >= end_) return finish(job, {JobEnd::no_time_left, {}});
    slot.job = job;
    slot.begun = Clock::now();
    slot.deadline = deadline_of_job();
    ProbeJob sent = jobs_[job];
    sent.memory = std::min(sent.memory, share_);
    if (!slot.process->send_line(job_to_line(sent))) lose(slot, JobEnd::worker_died);
  }

  /// Idle workers go back to where the next run takes them from.
  void keep_workers() {
    if (options_.shelf == nullptr) return;
    for (Slot& slot : slots_) {
      if (slot.process && slot.ready && !slot.job && slot.jobs_done < kJobsPerWorker) options_.shelf->put({std::move(slot.process), slot.jobs_done});
    }
  }

  /// One that was kept, ready at once. False: there is none.
  bool take_kept(Slot& slot) const {
    WorkerShelf::Kept kept = options_.shelf != nullptr ? options_.shelf->take() : WorkerShelf::Kept{};
    if (!kept.process) return false;
    slot.process = std::move(kept.process);
    slot.jobs_done = kept.jobs_done;
    slot.ready = true;
    return true;
  }

  void start(Slot& slot) {
    if (take_kept(slot)) return feed(slot);
    std::optional<WorkerProcess> process = WorkerProcess::start(options_.worker);
    if (!process) {
      const bool alone = std::none_of(slots_.begin(), slots_.end(), [](const Slot& other) { return other.process != nullptr; });
      if (alone) ++failed_starts_;  // else the others go on, and this place is tried again when one of them speaks
      return;
    }
    slot.process = std::make_unique<WorkerProcess>(std::move(*process));
    slot.deadline = deadline();
  }

  void wait() {
    std::vector<pollfd> watched;
    std::vector<Slot*> owners;
    Clock::time_point first = Clock::now() + std::chrono::seconds(options_.seconds_per_job);
    for (Slot& slot : slots_) {
      if (!slot.process) continue;
      watched.push_back({slot.process->socket(), POLLIN, 0});
      owners.push_back(&slot);
      if (slot.job || !slot.ready) first = std::min(first, slot.deadline);
    }
    if (watched.empty()) return;
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(first - Clock::now()).count();
    poll(watched.data(), watched.size(), static_cast<int>(std::max<long>(left + 1, 0)));
    for (std::size_t i = 0; i < watched.size(); ++i) {
      if (watched[i].revents != 0) hear(*owners[i]);
      else if ((owners[i]->job || !owners[i]->ready) && Clock::now() >= owners[i]->deadline) lose(*owners[i], JobEnd::timed_out);
    }
  }

  void hear(Slot& slot) {
    if (!slot.process->receive()) return lose(slot, JobEnd::worker_died);
    while (const std::optional<std::string> line = slot.process->take_line()) {
      if (!slot.ready && *line == kWorkerReady) {
        slot.ready = true;
        failed_starts_ = 0;
        continue;
      }
      std::optional<Probed> probed = slot.job ? answer_from_line(*line) : std::nullopt;
      if (!probed) return lose(slot, JobEnd::worker_died);
      if (wants_more_memory(*slot.job, JobEnd::answered, *probed)) alone_.push_back(*slot.job);
      else finish(*slot.job, {JobEnd::answered, std::move(*probed)});
      slot.job.reset();
      ++slot.jobs_done;
    }
  }

  /// The slot's process is of no more use. Its job is tried once more in a fresh one when earlier jobs may have been the cause.
  void lose(Slot& slot, JobEnd end) {
    if (!slot.ready) ++failed_starts_;
    if (slot.job) {
      const std::size_t job = *slot.job;
      const bool quick = Clock::now() - slot.begun < kQuickDeath;
      if (end == JobEnd::worker_died && quick && slot.jobs_done > 0 && !retried_[job]) {
        retried_[job] = true;
        waiting_.push_front(job);
      } else if (wants_more_memory(job, end, {})) {
        alone_.push_back(job);
      } else {
        finish(job, {end, {}});
      }
    }
    slot = Slot{};
  }

  void finish(std::size_t job, JobResult result) {
    results_[job] = std::move(result);
    ++done_;
    if (options_.progress) options_.progress(done_);
  }

  const std::vector<ProbeJob>& jobs_;
  const PoolOptions& options_;
  std::vector<JobResult> results_;
  std::vector<bool> retried_;
  std::deque<std::size_t> waiting_;
  std::deque<std::size_t> alone_;  ///< when all others are done
  std::uint64_t share_ = 0;        ///< bytes of memory for each worker
  Clock::time_point end_;          ///< of the time for all
  std::vector<Slot> slots_;
  std::size_t done_ = 0;
  int failed_starts_ = 0;
};

}  // namespace

void share_memory(PoolOptions& options, std::uint64_t to_be_had) {
  const std::uint64_t spare = to_be_had > kKeptFree ? to_be_had - kKeptFree : 0;
  options.memory = to_be_had == 0 ? kWorkerMemory : std::clamp(spare, kLeastMemory, kWorkerMemory);
  options.workers = std::clamp(options.workers, 1, static_cast<int>(options.memory / kLeastMemory));
}

std::vector<JobResult> run_jobs(const std::vector<ProbeJob>& jobs, const PoolOptions& options) { return Pool(jobs, options).run(); }

}  // namespace lvce
