// One worker process and the socket to it.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>

namespace lvce {

class WorkerProcess {
 public:
  /// Starts `program flag` with no descriptor of ours but its socket. Nothing when it cannot be started.
  static std::optional<WorkerProcess> start(const std::filesystem::path& program, const char* flag = "--evidence-worker");

  WorkerProcess(WorkerProcess&& other) noexcept;
  WorkerProcess& operator=(WorkerProcess&&) = delete;
  /// Kills the process if it still runs, and waits for it.
  ~WorkerProcess();

  int socket() const { return socket_; }
  /// False when the worker is gone. Never raises SIGPIPE.
  bool send_line(std::string line);
  /// Takes what has arrived. False at the end of the stream, or when a line grows beyond 16 MiB.
  bool receive();
  /// The next whole line that has arrived.
  std::optional<std::string> take_line();

 private:
  WorkerProcess(pid_t pid, int socket) : pid_(pid), socket_(socket) {}

  pid_t pid_ = -1;
  int socket_ = -1;
  std::string arrived_;
};

}  // namespace lvce
