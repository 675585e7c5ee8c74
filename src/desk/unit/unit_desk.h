// One unit on the desk: judged again by a thread of its own whenever something changes in its folder.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "desk/desk.h"
#include "desk/unit/proposals.h"
#include "desk/unit/watch.h"

namespace lvce {

/// How the unit stood at one moment.
struct UnitState {
  std::uint64_t version = 0;
  Judgement judgement;
  std::vector<Proposal> proposals;  ///< for the files without a place
  std::string view;                 ///< the page's JSON
  std::string json;                 ///< what `lvce check --json` prints; empty: the unit cannot be judged
};

class UnitDesk {
 public:
  /// The first judgement is made by its own thread; until then the state is empty.
  UnitDesk(std::filesystem::path unit, JudgeUnit judge, ProbeOptions probe, std::uint64_t first_version);
  ~UnitDesk();
  UnitDesk(const UnitDesk&) = delete;
  UnitDesk& operator=(const UnitDesk&) = delete;

  const std::filesystem::path& folder() const { return unit_; }
  std::filesystem::path evidence() const { return unit_ / kEvidenceFolder; }
  std::shared_ptr<const UnitState> state() const;
  /// Once there is one: after the first judgement.
  std::shared_ptr<const UnitState> judged_state();
  /// The version once it is another than `known`, at the latest after `seconds`; also when stop_waiting() was called.
  std::uint64_t wait_for_other(std::uint64_t known, int seconds);
  void stop_waiting();
  /// Returns when a judgement is done that began after this call: after a step, so that its answer finds the page up to date. Several callers share one.
  void judge_now();
  /// One step at a time, whoever asks.
  std::mutex& steps() { return steps_; }

 private:
  void run();
  void judge_once();
  void fill(UnitState& next);

  const std::filesystem::path unit_;
  const JudgeUnit judge_;
  Proposals proposals_;
  FolderWatch watch_;
  std::mutex judging_;
  std::atomic<std::uint64_t> asked_ = 0;
  std::uint64_t judged_up_to_ = 0;  ///< guarded by judging_
  std::mutex steps_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::shared_ptr<const UnitState> state_;
  std::atomic<bool> ended_ = false;
  bool watched_ = false;
  std::thread thread_;  // last: it uses the others
};

}  // namespace lvce
