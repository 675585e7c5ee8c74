#include "desk/unit/unit_desk.h"

#include <chrono>

#include "assess/branches.h"
#include "desk/view/view.h"
#include "pack/pack.h"
#include "prepare/settle_copies.h"
#include "prepare/sort_rows.h"

namespace lvce {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr auto kLookAgain = 25s;      ///< changes on a share are not told by every server
constexpr auto kUnwatchedPause = 3s;  ///< where the system lets us watch nothing

}  // namespace

UnitDesk::UnitDesk(fs::path unit, JudgeUnit judge, ProbeOptions probe, std::uint64_t first_version)
    : unit_(std::move(unit)), judge_(std::move(judge)), proposals_(std::move(probe)) {
  auto first = std::make_shared<UnitState>();
  first->version = first_version;
  state_ = first;
  thread_ = std::thread([this] { run(); });
}

UnitDesk::~UnitDesk() {
  ended_ = true;
  watch_.wake();
  stop_waiting();
  thread_.join();
}

std::shared_ptr<const UnitState> UnitDesk::state() const {
  const std::lock_guard lock(mutex_);
  return state_;
}

std::shared_ptr<const UnitState> UnitDesk::judged_state() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return ended_ || !state_->view.empty(); });
  return state_;
}

std::uint64_t UnitDesk::wait_for_other(std::uint64_t known, int seconds) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, std::chrono::seconds(seconds), [&] { return ended_ || state_->version != known; });
  return state_->version;
}

void UnitDesk::stop_waiting() {
  const std::lock_guard lock(mutex_);
  ended_ = true;
  changed_.notify_all();
}

void UnitDesk::run() {
  judge_now();
  while (!ended_) {
    watch_.wait(watched_ ? kLookAgain : kUnwatchedPause);
    if (ended_) return;
    judge_now();
  }
}

void UnitDesk::judge_now() {
  const std::uint64_t mine = ++asked_;
  const std::lock_guard judging(judging_);
  if (judged_up_to_ >= mine) return;
  judged_up_to_ = asked_;
  // Folders made since are watched before they are read: nothing that comes into them is missed.
  watched_ = watch_.watch(unit_);
  judge_once();
}

void UnitDesk::judge_once() {
  auto next = std::make_shared<UnitState>();
  try {
    fill(*next);
  } catch (const std::exception& fault) {
    // No input may do this; if one does, the page says so and lives on.
    next->judgement = {};
    next->json.clear();
    next->view = blocked_to_json(unit_.filename().string(), {Finding::error("desk-not-judged", on_disk(unit_.filename().string()),
                                                                            std::string("核验时程序出错：") + fault.what(), "请把这一行反馈给开发者")});
  }
  const std::lock_guard lock(mutex_);
  next->version = state_->view == next->view && state_->json == next->json ? state_->version : state_->version + 1;
  state_ = std::move(next);
  changed_.notify_all();
}

void UnitDesk::fill(UnitState& next) {
  next.judgement = judge_(unit_);
  if (const Assessment* assessment = next.judgement.assessment.get()) {
    next.proposals = proposals_.of(assessment->dossier->evidence, *assessment->rubric);
    leave_out(next.proposals, left_out_by_answers(*assessment->rubric, assessment->dossier->workbook));
    settle_copies(next.proposals, assessment->dossier->evidence);
    next.view = view_to_json({*assessment, next.proposals, next.judgement.unpacked, unit_.filename().string()});
    next.json = result_to_json(*assessment, {}, {}, {});
  } else {
    next.view = blocked_to_json(unit_.filename().string(), next.judgement.findings);
  }
}

}  // namespace lvce
