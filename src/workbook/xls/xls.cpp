#include "workbook/xls/xls.h"

#include <cerrno>
#include <chrono>
#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/worker.h"
#include "workbook/xls/dump.h"

namespace lvce::formats {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kWallLimit{30};
constexpr std::size_t kMaxOutput = 96U << 20;

/// A descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() { reset(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }
  void reset() {
    if (fd_ >= 0) close(fd_);
    fd_ = -1;
  }

 private:
  int fd_;
};

/// The bytes as a file without a name, so that the worker reads just what was judged.
int file_of(std::string_view bytes) {
  const int fd = memfd_create("workbook", MFD_CLOEXEC);
  if (fd < 0) return -1;
  if (!write_all(fd, bytes)) {
    close(fd);
    return -1;
  }
  lseek(fd, 0, SEEK_SET);
  return fd;
}

struct Heard {
  std::optional<std::string> words;  ///< nothing: it was not heard to its end
  bool out_of_time = false;
};

/// All that the worker says until it closes its end, unless it takes too long or says too much.
Heard listen(int from) {
  std::string heard;
  const Clock::time_point deadline = Clock::now() + kWallLimit;
  char chunk[1 << 16];
  while (heard.size() <= kMaxOutput) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return {std::nullopt, true};
    pollfd waiting{from, POLLIN, 0};
    if (poll(&waiting, 1, static_cast<int>(left)) < 0 && errno != EINTR) return {};
    if (waiting.revents == 0) continue;
    const ssize_t got = read(from, chunk, sizeof chunk);
    if (got == 0) return {std::move(heard), false};
    if (got < 0 && errno != EINTR) return {};
    if (got > 0) heard.append(chunk, static_cast<std::size_t>(got));
  }
  return {};
}

Heard run_worker(std::string_view bytes, const std::filesystem::path& program) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return {};
  const Descriptor listening(ends[0]);
  Descriptor speaking(ends[1]);
  const Descriptor input(file_of(bytes));
  if (input.get() < 0) return {};
  const pid_t pid = start_worker(program, "--workbook-worker", input.get(), speaking.get());
  speaking.reset();
  if (pid < 0) return {};
  Heard heard = listen(listening.get());
  kill(pid, SIGKILL);  // it has nothing more to say
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  const bool stopped = WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU;  // the limit of processor time; SIGKILL is ours
  heard.out_of_time = heard.out_of_time || (heard.words && stopped);
  return heard;
}

}  // namespace

xlsx::ReadBook read_xls(std::string_view bytes, const std::filesystem::path& program) {
  const Heard heard = run_worker(bytes, program);
  std::optional<xlsx::ReadBook> read = heard.words ? parse_dump(*heard.words) : std::nullopt;
  if (read) return std::move(*read);
  if (heard.out_of_time) {
    return {std::nullopt,
            {"workbook-too-slow", "旧格式工作簿（.xls/.et）在限定的时间里没有读完，电脑可能正忙",
             "请稍后再试一次；仍然如此的，请用 WPS 或 Excel 打开，另存为 .xlsx 工作簿"}};
  }
  return {std::nullopt, {"workbook-old-format", "旧格式工作簿（.xls/.et）读取失败，文件可能已损坏或过大", "请用 WPS 或 Excel 打开，另存为 .xlsx 工作簿后再试"}};
}

}  // namespace lvce::formats
