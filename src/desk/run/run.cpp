#include "desk/run/run.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "support/text.h"

extern char** environ;

namespace lvce {
namespace {

constexpr std::size_t kWordsAtMost = 400;
constexpr int kKilled = 255;

/// Standard error is a terminal: that is where a command shows how far it is.
pid_t spawn_command(const std::filesystem::path& program, const std::vector<std::string>& arguments, int out, int terminal) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, terminal, STDERR_FILENO);
  posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSID);
  std::vector<std::string> words = {program.native()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  pid_t pid = -1;
  const int failed = posix_spawn(&pid, program.c_str(), &actions, &attributes, pointers.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return failed == 0 ? pid : -1;
}

/// A terminal, the end that we read and the end for the command; where there are none (/dev/pts), a pipe, into which no progress is shown.
bool open_terminal(int& ours, int& theirs) {
  int ends[2];
  if (openpty(&ours, &theirs, nullptr, nullptr, nullptr) == 0) {
    fcntl(ours, F_SETFD, FD_CLOEXEC);
    fcntl(theirs, F_SETFD, FD_CLOEXEC);
    return true;
  }
  if (pipe2(ends, O_CLOEXEC) != 0) return false;
  ours = ends[0];
  theirs = ends[1];
  return true;
}

std::string read_some(int descriptor) {
  char bytes[4096];
  const ssize_t got = read(descriptor, bytes, sizeof bytes);
  return got > 0 ? std::string(bytes, static_cast<std::size_t>(got)) : std::string();
}

}  // namespace

CommandRun::~CommandRun() {
  {
    const std::lock_guard lock(mutex_);
    if (report_.running && pid_ > 0) kill(pid_, SIGTERM);
  }
  if (thread_.joinable()) thread_.join();
}

bool CommandRun::start(const std::string& what, const std::vector<std::string>& arguments) {
  const std::lock_guard lock(mutex_);
  if (report_.running) return false;
  if (thread_.joinable()) thread_.join();
  int out[2], terminal = -1, behind = -1;
  if (pipe2(out, O_CLOEXEC) != 0) return false;
  if (!open_terminal(terminal, behind)) {
    close(out[0]);
    close(out[1]);
    return false;
  }
  pid_ = spawn_command(program_, arguments, out[1], behind);
  close(out[1]);
  close(behind);
  if (pid_ < 0) {
    close(out[0]);
    close(terminal);
    return false;
  }
  report_ = {what, true, "", {}, std::nullopt};
  half_line_.clear();
  thread_ = std::thread([this, pid = pid_, words = out[0], terminal] { follow(pid, words, terminal); });
  return true;
}

RunReport CommandRun::run_now(const std::string& what, const std::vector<std::string>& arguments) {
  if (!start(what, arguments)) return {what, false, "", {"另一项正在进行，请等它完成"}, std::nullopt};
  thread_.join();
  return report();
}

RunReport CommandRun::report() const {
  const std::lock_guard lock(mutex_);
  return report_;
}

void CommandRun::follow(pid_t pid, int words, int terminal) {
  pollfd watched[] = {{words, POLLIN, 0}, {terminal, POLLIN, 0}};
  while (watched[0].fd >= 0 || watched[1].fd >= 0) {
    if (poll(watched, 2, -1) < 0 && errno != EINTR) break;
    for (pollfd& each : watched) {
      if (each.fd < 0 || each.revents == 0) continue;
      std::string bytes = read_some(each.fd);
      if (bytes.empty()) each.fd = -1;  // its end; a terminal says so by an error
      else if (&each == &watched[0]) take_words(std::move(bytes));
      else take_progress(bytes);
    }
  }
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  close(words);
  close(terminal);
  const std::lock_guard lock(mutex_);
  if (!half_line_.empty()) report_.words.push_back(half_line_);
  report_.running = false;
  report_.exit = WIFEXITED(status) ? WEXITSTATUS(status) : kKilled;
  pid_ = -1;
}

void CommandRun::take_words(std::string bytes) {
  const std::lock_guard lock(mutex_);
  std::vector<std::string> lines = split(half_line_ + bytes, '\n');
  half_line_ = lines.back();
  lines.pop_back();
  for (std::string& line : lines) report_.words.push_back(std::move(line));
  if (report_.words.size() > kWordsAtMost) report_.words.erase(report_.words.begin(), report_.words.end() - kWordsAtMost);
}

/// Findings that a command prints as errors come this way too: whole lines, among which progress is written over itself.
void CommandRun::take_progress(const std::string& bytes) {
  const std::lock_guard lock(mutex_);
  for (const std::string& line : split(bytes, '\n')) {
    for (const std::string& part : split(line, '\r')) {
      if (trim(part).empty()) continue;
      if (part.find('/') != std::string::npos && !part.starts_with("[")) report_.progress = trim(part);
      else report_.words.push_back(trim(part));
    }
  }
}

}  // namespace lvce
