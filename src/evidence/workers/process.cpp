#include "evidence/workers/process.h"

#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <string_view>
#include <utility>

#include "support/worker.h"

namespace lvce {
namespace {

constexpr std::size_t kMaxLine = 16U << 20;

}  // namespace

std::optional<WorkerProcess> WorkerProcess::start(const std::filesystem::path& program, const char* flag) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return std::nullopt;
  const pid_t pid = start_worker(program, flag, ends[1], ends[1]);
  close(ends[1]);
  if (pid < 0) {
    close(ends[0]);
    return std::nullopt;
  }
  return WorkerProcess(pid, ends[0]);
}

WorkerProcess::WorkerProcess(WorkerProcess&& other) noexcept : pid_(other.pid_), socket_(other.socket_), arrived_(std::move(other.arrived_)) {
  other.pid_ = -1;
  other.socket_ = -1;
}

WorkerProcess::~WorkerProcess() {
  if (socket_ >= 0) close(socket_);
  if (pid_ <= 0) return;
  kill(pid_, SIGKILL);
  while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

bool WorkerProcess::send_line(std::string line) {
  line += '\n';
  std::string_view left = line;
  while (!left.empty()) {
    const ssize_t sent = send(socket_, left.data(), left.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    left.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool WorkerProcess::receive() {
  char chunk[1 << 16];
  ssize_t got = 0;
  do {
    got = recv(socket_, chunk, sizeof chunk, 0);
  } while (got < 0 && errno == EINTR);
  if (got <= 0) return false;
  arrived_.append(chunk, static_cast<std::size_t>(got));
  return arrived_.size() <= kMaxLine;
}

std::optional<std::string> WorkerProcess::take_line() {
  const std::size_t end = arrived_.find('\n');
  if (end == std::string::npos) return std::nullopt;
  std::string line = arrived_.substr(0, end);
  arrived_.erase(0, end + 1);
  return line;
}

}  // namespace lvce
