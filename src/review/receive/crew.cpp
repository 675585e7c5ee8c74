#include "review/receive/crew.h"

#include <poll.h>

#include <algorithm>
#include <chrono>
#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <system_error>

#include "evidence/job/protocol.h"
#include "evidence/workers/process.h"

namespace lvce {
namespace {

using ReceiveClock = std::chrono::steady_clock;

constexpr std::chrono::seconds kTimeForParcel{120};
constexpr std::chrono::seconds kTimeToStart{60};
constexpr int kStartsInVain = 3;        ///< in a row: the program is no worker
constexpr int kParcelsPerWorker = 400;  ///< then a fresh one: leaks and fragments go with the old

struct Seat {
  std::unique_ptr<WorkerProcess> process;
  bool ready = false;
  int parcels_done = 0;
  std::optional<std::size_t> parcel;
  ReceiveClock::time_point deadline;
};

class Crew {
 public:
  Crew(const std::vector<Parcel>& parcels, const CrewOptions& options) : parcels_(parcels), options_(options), results_(parcels.size()) {
    for (std::size_t i = 0; i < parcels.size(); ++i) waiting_.push_back(i);
    seats_.resize(std::min<std::size_t>(static_cast<std::size_t>(std::max(options.workers, 1)), parcels.size()));
  }

  std::vector<std::vector<Arrival>> run() {
    while (done_ < parcels_.size()) {
      if (starts_in_vain_ >= kStartsInVain) give_up_all();
      for (Seat& seat : seats_) feed(seat);
      if (done_ < parcels_.size()) listen();
    }
    return std::move(results_);
  }

 private:
  std::filesystem::path scratch_of(std::size_t parcel) const { return options_.scratch / std::to_string(parcel); }

  void finish(std::size_t parcel, std::vector<Arrival> arrivals) {
    results_[parcel] = std::move(arrivals);
    if (options_.progress) options_.progress(++done_);
    else ++done_;
  }

  Arrival lost(std::size_t parcel, const std::string& what) const {
    Arrival out;
    out.source = parcels_[parcel].source;
    out.unit = std::filesystem::path(parcels_[parcel].source).filename().string();
    out.faults.push_back({"parcel-lost", out.source, what, "没有收下；请单位重新生成并报送"});
    return out;
  }

  void give_up_all() {
    for (const std::size_t parcel : waiting_) finish(parcel, {lost(parcel, "打开材料的程序无法启动")});
    waiting_.clear();
    for (Seat& seat : seats_) seat = Seat{};
    starts_in_vain_ = 0;
  }

  void feed(Seat& seat) {
    if (seat.parcel || waiting_.empty() || (seat.process && !seat.ready)) return;
    if (seat.process && seat.parcels_done >= kParcelsPerWorker) seat = Seat{};
    if (!seat.process) return start(seat);
    const std::size_t parcel = waiting_.front();
    waiting_.pop_front();
    std::error_code error;
    std::filesystem::remove_all(scratch_of(parcel), error);
    std::filesystem::create_directories(scratch_of(parcel), error);
    seat.parcel = parcel;
    seat.deadline = ReceiveClock::now() + kTimeForParcel;
    if (!seat.process->send_line(receive_job_to_line({parcels_[parcel], scratch_of(parcel), options_.standards}))) lose(seat, false);
  }

  void start(Seat& seat) {
    auto process = WorkerProcess::start(options_.worker, kReceiveWorkerFlag);
    if (!process) {
      ++starts_in_vain_;
      return;
    }
    seat.process = std::make_unique<WorkerProcess>(std::move(*process));
    seat.deadline = ReceiveClock::now() + kTimeToStart;
  }

  void listen() {
    std::vector<pollfd> watched;
    std::vector<Seat*> owners;
    ReceiveClock::time_point first = ReceiveClock::now() + kTimeForParcel;
    for (Seat& seat : seats_) {
      if (!seat.process || (seat.ready && !seat.parcel)) continue;
      watched.push_back({seat.process->socket(), POLLIN, 0});
      owners.push_back(&seat);
      first = std::min(first, seat.deadline);
    }
    if (watched.empty()) return;
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(first - ReceiveClock::now()).count();
    poll(watched.data(), watched.size(), static_cast<int>(std::max<long>(left + 1, 0)));
    for (std::size_t i = 0; i < watched.size(); ++i) {
      if (watched[i].revents != 0) hear(*owners[i]);
      else if (ReceiveClock::now() >= owners[i]->deadline) lose(*owners[i], true);
    }
  }

  void hear(Seat& seat) {
    if (!seat.process->receive()) return lose(seat, false);
    while (const auto line = seat.process->take_line()) {
      if (!seat.ready && *line == kWorkerReady) {
        seat.ready = true;
        starts_in_vain_ = 0;
        continue;
      }
      auto arrivals = seat.parcel ? arrivals_from_line(*line) : std::nullopt;
      if (!arrivals) return lose(seat, false);
      finish(*seat.parcel, std::move(*arrivals));
      seat.parcel.reset();
      ++seat.parcels_done;
    }
  }

  /// The process is of no more use; its parcel is tried once more unless it took all its time.
  void lose(Seat& seat, bool timed_out) {
    if (!seat.ready) ++starts_in_vain_;
    if (seat.parcel) {
      const std::size_t parcel = *seat.parcel;
      if (timed_out) finish(parcel, {lost(parcel, "打开用了太久，已停止")});
      else if (tried_.insert(parcel).second) waiting_.push_back(parcel);
      else finish(parcel, {lost(parcel, "打开时程序中止：文件损坏，或需要的内存太多")});
    }
    seat = Seat{};
  }

  const std::vector<Parcel>& parcels_;
  const CrewOptions& options_;
  std::vector<std::vector<Arrival>> results_;
  std::deque<std::size_t> waiting_;
  std::set<std::size_t> tried_;  ///< once, in vain
  std::vector<Seat> seats_;
  std::size_t done_ = 0;
  int starts_in_vain_ = 0;
};

}  // namespace

std::vector<std::vector<Arrival>> receive_parcels(const std::vector<Parcel>& parcels, const CrewOptions& options) { return Crew(parcels, options).run(); }

}  // namespace lvce
