#include "fleet/worker.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <exception>
#include <fstream>
#include <optional>

#include "fleet/json.h"
#include "fleet/lines.h"
#include "support/worker.h"

namespace lvce {
namespace {

/// Resident bytes of this process; 0: not known.
std::uint64_t resident_bytes() {
  std::ifstream in("/proc/self/statm");
  std::uint64_t all = 0, resident = 0;
  return in >> all >> resident ? resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)) : 0;
}

void leave_terminal() {
  const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  for (const int to : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (nowhere >= 0) ::dup2(nowhere, to);
}

/// One worker's side of the talk.
class FleetWorker {
 public:
  FleetWorker(int socket, const std::vector<UnitTask>& tasks, const UnitWork& work, const CrewLimits& limits)
      : line_(socket), tasks_(tasks), work_(work), limits_(limits) {}

  void run() {
    while (const auto order = line_.next()) {
      const std::size_t blank = order->find(' ');
      const std::size_t index = blank == std::string::npos ? tasks_.size() : std::stoul(order->substr(blank + 1));
      if (index >= tasks_.size()) return;
      if (!(order->starts_with("name") ? tell_name(tasks_[index]) : make(tasks_[index]))) return;
    }
  }

 private:
  bool tell_name(const UnitTask& task) {
    fleet::Json answer = {{"name", work_.name_of(task)}};
    return say(std::move(answer));
  }

  bool make(const UnitTask& task) {
    const UnitRow row = work_.make(task, [this](std::size_t files) {
      line_.send(fleet::one_line({{"begin", files}}));
      if (!line_.next()) ::_exit(1);  // "go": the record knows
    });
    return say({{"done", row_to_line(row)}});
  }

  /// False: this was the last.
  bool say(fleet::Json answer) {
    const bool leaving = ++done_ >= limits_.units || resident_bytes() > limits_.tired;
    if (leaving) answer["leaving"] = true;
    return line_.send(fleet::one_line(answer)) && !leaving;
  }

  LineSocket line_;
  const std::vector<UnitTask>& tasks_;
  const UnitWork& work_;
  const CrewLimits& limits_;
  int done_ = 0;
};

}  // namespace

void work_on(int socket, const std::vector<UnitTask>& tasks, const UnitWork& work, const CrewLimits& limits) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  leave_terminal();
  limit_memory(limits.memory);
  try {
    FleetWorker(socket, tasks, work, limits).run();
  } catch (const std::exception&) {
    ::_exit(1);
  }
  ::_exit(0);
}

}  // namespace lvce
