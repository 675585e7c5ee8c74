#include "evidence/documents/shelter.h"

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <utility>

#include "evidence/documents/shelter_mounts.h"

namespace lvce {
namespace {

constexpr rlim_t kMemory = 4ULL << 30;  ///< addresses, of which LibreOffice uses a tenth
constexpr rlim_t kFileSize = 256ULL << 20;
constexpr rlim_t kSeconds = 300;  ///< of processor time
constexpr int kDied = 125;
constexpr int kLookMs = 20;
constexpr int kRounds = 1000;

/// All that the processes behind the fork need, without another allocation.
struct Start {
  Shelter shelter;
  const ShelterPlan& plan;
  const std::vector<char*>& arguments;
  const std::vector<char*>& environment;
  const std::string& folder;
  const std::vector<sock_filter>& filter;
};

std::vector<char*> pointers_of(std::vector<std::string>& words) {
  std::vector<char*> out;
  for (std::string& word : words) out.push_back(word.data());
  out.push_back(nullptr);
  return out;
}

bool has_own_processes(Shelter shelter) { return shelter == Shelter::namespaces || shelter == Shelter::user_namespaces; }

unsigned long flags_of(Shelter shelter) {
  if (!has_own_processes(shelter)) return 0;
  const unsigned long users = shelter == Shelter::user_namespaces ? CLONE_NEWUSER : 0;
  return users | CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS;
}

// ---- between fork and exec: system calls only ----------------------------------------------------------------------------------

void limit(int what, rlim_t most) {
  rlimit now{};
  if (getrlimit(what, &now) != 0) return;
  now.rlim_cur = now.rlim_max = std::min(most, now.rlim_max);
  setrlimit(what, &now);
}

/// Nothing of ours stays open but `alive`, which becomes 3.
void shut_off(int alive) {
  setpgid(0, 0);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
  const int nowhere = open("/dev/null", O_RDWR);
  dup2(alive, 3);
  for (int descriptor = 0; descriptor <= 2; ++descriptor) dup2(nowhere, descriptor);
  if (close_range(4, ~0U, 0) != 0) {  // before Linux 5.9
    rlimit descriptors{};
    getrlimit(RLIMIT_NOFILE, &descriptors);
    for (rlim_t descriptor = 4; descriptor < descriptors.rlim_cur; ++descriptor) close(static_cast<int>(descriptor));
  }
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

[[noreturn]] void run_command(const Start& start) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  close(3);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_AS, kMemory);
  limit(RLIMIT_FSIZE, kFileSize);
  limit(RLIMIT_CPU, kSeconds);
  if (has_own_processes(start.shelter)) drop_capabilities();
  if (start.shelter == Shelter::landlock && !enter_landlock(start.plan)) _exit(Sheltered::kNoShelter);
  if (start.shelter != Shelter::none && !enter_seccomp(start.filter) && start.shelter == Shelter::landlock) _exit(Sheltered::kNoShelter);
  if (start.arguments.front() == nullptr) _exit(0);
  if (chdir(start.folder.c_str()) == 0) execve(start.arguments.front(), start.arguments.data(), start.environment.data());
  _exit(Sheltered::kNoProgram);
}

/// Children, also those that were orphaned and came to us, until none is left.
void kill_children() {
  char text[4096];
  for (int round = 0; round < kRounds; ++round) {
    const int list = open("/proc/thread-self/children", O_RDONLY | O_CLOEXEC);
    const ssize_t got = list >= 0 ? read(list, text, sizeof text) : 0;
    if (list >= 0) close(list);
    pid_t child = 0;
    for (ssize_t i = 0; i < got; ++i) {
      if (text[i] >= '0' && text[i] <= '9') child = child * 10 + (text[i] - '0');
      else if (child > 0) kill(std::exchange(child, 0), SIGKILL);
    }
    while (waitpid(-1, nullptr, WNOHANG) > 0) {
    }
    if (waitpid(-1, nullptr, WNOHANG) < 0 && errno == ECHILD) return;
    poll(nullptr, 0, 2);
  }
}

/// Until the command has ended, or the other end of `alive` is closed: by `end`, or because that process is no more.
int watch(pid_t command) {
  for (;;) {
    int status = 0;
    pid_t done = 0;
    while ((done = waitpid(-1, &status, WNOHANG)) > 0) {
      if (done == command) return WIFEXITED(status) ? WEXITSTATUS(status) : kDied;
    }
    pollfd alive{3, 0, 0};
    if (poll(&alive, 1, kLookMs) > 0) return kDied;
  }
}

[[noreturn]] void supervise(const Start& start, int alive) {
  shut_off(alive);
  if (has_own_processes(start.shelter) && !enter_mounts(start.plan, start.shelter == Shelter::user_namespaces)) _exit(Sheltered::kNoShelter);
  const pid_t command = fork();
  if (command < 0) _exit(Sheltered::kNoShelter);
  if (command == 0) run_command(start);
  const int code = watch(command);
  if (!has_own_processes(start.shelter)) kill_children();
  _exit(code);  // the first process of a namespace takes all others with it
}

}  // namespace

Sheltered::Sheltered(Shelter shelter, const ShelterPlan& plan, const Command& command) : own_processes_(has_own_processes(shelter)) {
  std::vector<std::string> words = command.arguments;
  std::vector<std::string> surroundings = command.environment;
  const std::vector<char*> arguments = pointers_of(words);
  const std::vector<char*> environment = pointers_of(surroundings);
  const std::vector<sock_filter> filter = seccomp_filter();
  const Start start{shelter, plan, arguments, environment, command.folder, filter};
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return;
  const long pid = syscall(SYS_clone, flags_of(shelter) | SIGCHLD, 0, 0, 0, 0);
  if (pid == 0) {
    close(ends[1]);
    supervise(start, ends[0]);
  }
  close(ends[0]);
  if (pid < 0) {
    close(ends[1]);
    return;
  }
  pid_ = static_cast<pid_t>(pid);
  alive_ = ends[1];
}

bool Sheltered::ended() {
  if (pid_ <= 0) return true;
  int status = 0;
  const pid_t done = waitpid(pid_, &status, WNOHANG);
  if (done == 0 || (done < 0 && errno == EINTR)) return false;
  code_ = done == pid_ && WIFEXITED(status) ? WEXITSTATUS(status) : kDied;
  close(alive_);
  pid_ = alive_ = -1;
  return true;
}

void Sheltered::end() {
  if (pid_ <= 0) return;
  close(alive_);
  if (own_processes_) kill(pid_, SIGKILL);
  while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
  }
  pid_ = alive_ = -1;
  code_ = kDied;
}

Shelter best_shelter(const ShelterPlan& plan, Shelter most) {
  for (const Shelter shelter : {Shelter::user_namespaces, Shelter::namespaces, Shelter::landlock}) {
    if (shelter > most) continue;
    Sheltered trial(shelter, plan, {});
    while (!trial.ended()) poll(nullptr, 0, 1);
    if (trial.code() == 0) return shelter;
  }
  return Shelter::none;
}

}  // namespace lvce
