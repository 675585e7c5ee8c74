#include "fleet/crew.h"

#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <deque>
#include <memory>
#include <optional>
#include <utility>

#include "fleet/json.h"
#include "fleet/lines.h"

namespace lvce {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kTries = 2;
constexpr int kMostJobs = 256;

enum class Errand { name, make };

/// A forked worker; killed and waited for at the end.
class Hand {
 public:
  Hand(pid_t pid, int socket) : pid_(pid), socket_(socket), line_(socket) {}
  ~Hand() {
    ::kill(pid_, SIGKILL);
    while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
    ::close(socket_);
  }
  Hand(const Hand&) = delete;
  Hand& operator=(const Hand&) = delete;
  int socket() const { return socket_; }
  LineSocket& line() { return line_; }

 private:
  pid_t pid_;
  int socket_;
  LineSocket line_;
};

struct Seat {
  std::unique_ptr<Hand> hand;
  std::optional<std::size_t> task;
  bool leaving = false;
  Clock::time_point deadline;
};

/// One errand for all tasks.
class Shift {
 public:
  Shift(Errand errand, const std::vector<UnitTask>& tasks, int jobs, const UnitWork& work, const CrewLimits& limits)
      : errand_(errand), tasks_(tasks), work_(work), limits_(limits), tries_(tasks.size(), 0) {
    for (std::size_t i = 0; i < tasks.size(); ++i) waiting_.push_back(i);
    seats_.resize(std::min(static_cast<std::size_t>(std::clamp(jobs, 1, kMostJobs)), tasks.size()));
  }

  std::function<void(std::size_t, const fleet::Json&)> answered;
  std::function<void(std::size_t)> begun;
  std::function<void(std::size_t, bool slow)> lost;

  void run() {
    while (done_ < tasks_.size()) {
      for (Seat& seat : seats_) feed(seat);
      wait();
    }
  }

 private:
  void feed(Seat& seat) {
    if (seat.task || waiting_.empty()) return;
    if (!seat.hand) hire(seat);
    if (!seat.hand) return;
    const std::size_t task = waiting_.front();
    waiting_.pop_front();
    seat.task = task;
    seat.deadline = Clock::now() + std::chrono::seconds(limits_.seconds_to_begin);
    if (!seat.hand->line().send((errand_ == Errand::name ? "name " : "make ") + std::to_string(task))) lose(seat, false);
  }

  void hire(Seat& seat) {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return cannot_hire();
    const pid_t pid = ::fork();
    if (pid == 0) {
      ::close(ends[0]);
      for (const Seat& other : seats_)
        if (other.hand) ::close(other.hand->socket());
      work_on(ends[1], tasks_, work_, limits_);
    }
    ::close(ends[1]);
    if (pid < 0) {
      ::close(ends[0]);
      return cannot_hire();
    }
    seat.hand = std::make_unique<Hand>(pid, ends[0]);
    seat.leaving = false;
  }

  /// The others go on; where there are none, what waits is lost.
  void cannot_hire() {
    const bool alone = std::none_of(seats_.begin(), seats_.end(), [](const Seat& other) { return other.hand != nullptr; });
    if (!alone || waiting_.empty()) return;
    const std::size_t task = waiting_.front();
    waiting_.pop_front();
    ++done_;
    lost(task, false);
  }

  void wait() {
    std::vector<pollfd> watched;
    std::vector<Seat*> owners;
    Clock::time_point first = Clock::now() + std::chrono::seconds(limits_.seconds_to_begin);
    for (Seat& seat : seats_) {
      if (!seat.hand) continue;
      watched.push_back({seat.hand->socket(), POLLIN, 0});
      owners.push_back(&seat);
      if (seat.task) first = std::min(first, seat.deadline);
    }
    if (watched.empty()) return;
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(first - Clock::now()).count();
    ::poll(watched.data(), watched.size(), static_cast<int>(std::max<long>(left + 1, 0)));
    for (std::size_t i = 0; i < watched.size(); ++i) {
      if (watched[i].revents != 0) hear(*owners[i]);
      else if (owners[i]->task && Clock::now() >= owners[i]->deadline) lose(*owners[i], true);
    }
  }

  void hear(Seat& seat) {
    const bool open = seat.hand->line().receive();
    while (seat.hand) {
      const auto line = seat.hand->line().take();
      if (!line) break;
      take(seat, *line);
    }
    if (!open && seat.hand) lose(seat, false);
  }

  void take(Seat& seat, const std::string& line) {
    const auto said = fleet::parse_object(line);
    if (!said || !seat.task) return lose(seat, false);
    if (const fleet::Json& files = fleet::part_in(*said, "begin"); files.is_number_unsigned()) {
      begun(*seat.task);
      const auto many = std::min<std::uint64_t>(files.get<std::uint64_t>(), 100'000);
      seat.deadline = Clock::now() + std::chrono::seconds(limits_.seconds_fixed) + std::chrono::seconds(limits_.seconds_per_file) * many;
      if (!seat.hand->line().send("go")) lose(seat, false);
      return;
    }
    const std::size_t task = *std::exchange(seat.task, std::nullopt);
    ++done_;
    answered(task, *said);
    if (fleet::truth_in(*said, "leaving").value_or(false)) seat = Seat{};
  }

  /// The worker is of no more use. Its unit goes to another, once.
  void lose(Seat& seat, bool slow) {
    const auto task = seat.task;
    seat = Seat{};
    if (!task) return;
    if (++tries_[*task] < kTries) {
      waiting_.push_front(*task);
      return;
    }
    ++done_;
    lost(*task, slow);
  }

  Errand errand_;
  const std::vector<UnitTask>& tasks_;
  const UnitWork& work_;
  const CrewLimits& limits_;
  std::vector<int> tries_;
  std::deque<std::size_t> waiting_;
  std::vector<Seat> seats_;
  std::size_t done_ = 0;
};

UnitRow lost_row(const UnitTask& task, bool slow) {
  const std::string message = slow ? "生成超时，试了两次都没有完成" : "生成时程序中止，试了两次都没有完成";
  const std::string hint = slow ? "请单独运行 lvce build 看停在哪份材料" : "请单独运行 lvce build；内存不足的，用 --jobs 减少同时进行的单位数";
  return failed_row(task, kUnitNotWritten, {Finding::error(slow ? "unit-too-slow" : "unit-worker-died", on_disk(task.shown), message, hint)});
}

}  // namespace

std::vector<std::string> Crew::names_of(const std::vector<UnitTask>& tasks) const {
  std::vector<std::string> names(tasks.size());
  Shift shift(Errand::name, tasks, jobs_, work_, limits_);
  shift.answered = [&](std::size_t task, const fleet::Json& said) { names[task] = fleet::text_in(said, "name"); };
  shift.begun = [](std::size_t) {};
  shift.lost = [](std::size_t, bool) {};
  shift.run();
  return names;
}

void Crew::make_all(const std::vector<UnitTask>& tasks, const CrewEvents& events) const {
  Shift shift(Errand::make, tasks, jobs_, work_, limits_);
  shift.answered = [&](std::size_t task, const fleet::Json& said) {
    auto row = row_from_line(fleet::text_in(said, "done"));
    events.done(row ? std::move(*row) : lost_row(tasks[task], false));
  };
  shift.begun = [&](std::size_t task) { events.begun(tasks[task]); };
  shift.lost = [&](std::size_t task, bool slow) { events.done(lost_row(tasks[task], slow)); };
  shift.run();
}

}  // namespace lvce
